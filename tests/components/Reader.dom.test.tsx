import { expect, test } from 'vitest';
import { Markdown } from '../../components/Markdown.tsx';
import { Reader } from '../../components/Reader.tsx';
import { NOW, view, WHY } from './gallery/content.ts';
import { TEXT } from './gallery/mediaStates.tsx';
import { mount } from './mount.ts';

const read = (text: string | undefined) =>
  mount(<Reader view={view} address="https://a.example/" published="2026-05-04" createdAt={NOW} text={text} />);

test('the reason comes before the page’s own words, and its title is said once', () => {
  const shown = read(TEXT).textContent ?? '';
  expect(shown.indexOf(WHY)).toBeLessThan(shown.indexOf('We measured it'));
  expect(shown.split(view.title)).toHaveLength(2);
  expect(shown).toContain('Saved for offline reading');
});

test('headings, tables, code, quotations and nested lists are what they are', () => {
  const root = read(TEXT);
  expect([...root.querySelectorAll('h1, h2')].map(({ textContent }) => textContent)).toEqual([view.title, 'Results']);
  expect([...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))).toContainEqual([
    '10,000',
    '1.9 s',
    '140 ms',
  ]);
  expect(root.querySelector('pre')?.textContent).toContain('rows.slice(first, last)');
  expect(root.querySelector('blockquote')?.textContent).toContain('not drawn');
  expect(root.querySelectorAll('ul > li > ol > li')).toHaveLength(2);
});

test('links open elsewhere, and tell nobody where from', () => {
  for (const link of read(TEXT).querySelectorAll('a')) {
    expect(link.target).toBe('_blank');
    expect(link.rel).toContain('noopener');
  }
});

test('where no text was kept it says so, and nothing is called saved', () => {
  const shown = read(undefined).textContent;
  expect(shown).toContain('No text of this page was kept');
  expect(shown).not.toContain('Saved for offline');
});

test('markup in a text is text', () => {
  const root = mount(
    <Markdown
      text={'<img src=x onerror=alert(1)>\n\n<script>alert(2)</script>\n\n[x](javascript:alert(3)) ![y](https://b.example/y.png)'}
    />,
  );
  expect(root.querySelectorAll('img, script, a[href^="javascript"]')).toHaveLength(0);
  expect(root.textContent).toContain('<script>alert(2)</script>');
});
