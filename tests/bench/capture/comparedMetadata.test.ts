import { expect, test } from 'vitest';
import { isSame, type Field } from './comparedMetadata.ts';

test.each<[Field, string, string]>([
  ['title', 'Bees  by night', 'Bees by Night – Open Bees'],
  ['author', 'Jane Doe, John Roe', 'By John Roe and Jane Doe'],
  ['author', 'Lucas Nolan', 'by Lucas Nolan22 Dec 2016651'],
  ['published', '2020-05-05', '2020-05-05T23:30:00-08:00'],
  ['published', '2020-05-05T07:00:00Z', '2020-05-05T09:00:00+02:00'],
  ['language', 'en-GB', 'en'],
  ['site', 'Open Bees', 'open bees'],
])('the %s %s is %s', (field, found, expected) => {
  expect(isSame(field, found, expected, 'Open Bees')).toBe(true);
});

test.each<[Field, string, string]>([
  ['title', 'Bees', 'Bees by night'],
  ['author', 'Jane Doe', 'Jane Doe, John Roe'],
  ['published', '2020-05-05', '2020-05-06'],
  ['published', 'soon', '2020-05-06'],
  ['language', 'en', 'de'],
  ['site', 'Open', 'Open Bees'],
])('the %s %s is not %s', (field, found, expected) => {
  expect(isSame(field, found, expected, 'Open Bees')).toBe(false);
});
