import { expect, it } from 'vitest';
import { badgeText } from '../../entrypoints/background/badge.ts';

it.each([
  [0, 0, ''],
  [3, 0, '3'],
  [0, 2, '•2'],
  [3, 2, '3•'],
  [1200, 0, '999+'],
  [0, 150, '•99+'],
])('%i clips here and %i new posts: “%s”', (clips, unseen, text) => {
  expect(badgeText(clips, unseen)).toBe(text);
});
