import { expect, test } from 'vitest';
import { WordDiff } from '../../components/WordDiff.tsx';
import { mount } from './mount.ts';

const textsOf = (root: HTMLElement, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent ?? '');

test('what went is deleted text, what came inserted text, and both say so to who can not see it', () => {
  const root = mount(<WordDiff before="Mow in June only." now="Mow in July only." />);
  expect(textsOf(root, '.diff-text del')).toEqual(['went: June']);
  expect(textsOf(root, '.diff-text ins')).toEqual(['came: July']);
  const [del, ins] = ['del', 'ins'].map((name) => root.querySelector(`.diff-text ${name}`));
  expect(del && getComputedStyle(del).textDecorationLine).toBe('line-through');
  expect(ins && getComputedStyle(ins).textDecorationLine).toBe('underline');
});

test('of a long text that stayed only what is near a change is shown', () => {
  const long = 'word '.repeat(1_000);
  const root = mount(<WordDiff before={`${long}June${long}`} now={`${long}July${long}`} />);
  expect(root.querySelector('.diff-text')?.textContent?.length).toBeLessThan(400);
});

test('two texts without a word in common stand one below the other', () => {
  const root = mount(<WordDiff before="Grass" now="Withdrawn" />);
  expect(textsOf(root, 'dt')).toEqual(['Then', 'Now']);
  expect(textsOf(root, 'dd')).toEqual(['Grass', 'Withdrawn']);
});

test('text of a page stays text, in its own direction', () => {
  const root = mount(<WordDiff before="<b>a</b> x" now="<b>a</b> y" language="ar" />);
  expect(root.querySelector('b')).toBeNull();
  expect(root.querySelector('.diff-text')?.getAttribute('dir')).toBe('auto');
  expect(root.querySelector('.diff-text')?.getAttribute('lang')).toBe('ar');
});
