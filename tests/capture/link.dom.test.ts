import { afterEach, expect, test } from 'vitest';
import { findLink } from '../../capture/link.ts';
import { one } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

test('the link that was pressed on is taken, with its text as shown', () => {
  document.body.innerHTML =
    '<a href="https://a.example/">one</a> <a href="https://a.example/">the <b>other</b><span hidden> secret</span></a>';
  const link = findLink(document, 'https://a.example/', one('b'));
  expect(link?.text).toBe('the other');
  expect(link?.range.startContainer).toBe(document.links[1]);
});

test('else the first one that leads to the address', () => {
  document.body.innerHTML = '<a href="https://b.example/">b</a><a href="https://a.example/">a</a>';
  expect(findLink(document, 'https://a.example/', document.body)?.text).toBe('a');
  expect(findLink(document, 'https://c.example/', undefined)).toBeUndefined();
});

test('a link that is a picture has no text', () => {
  document.body.innerHTML = '<a href="https://a.example/"><img alt=""></a>';
  expect(findLink(document, 'https://a.example/', undefined)).not.toHaveProperty('text');
});
