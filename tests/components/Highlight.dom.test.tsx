import { expect, test } from 'vitest';
import { Highlight, type MatchRange } from '../../components/Highlight.tsx';
import { mount } from './mount.ts';

const marked = (text: string, ranges: readonly MatchRange[]) => {
  const root = mount(<Highlight text={text} ranges={ranges} />);
  return { text: root.textContent, marks: [...root.querySelectorAll('mark')].map((mark) => mark.textContent) };
};

test.each<[string, readonly MatchRange[], readonly string[]]>([
  ['no match', [], []],
  ['one match', [[4, 9]], ['quick']],
  [
    'matches out of order',
    [
      [10, 15],
      [4, 9],
    ],
    ['quick', 'brown'],
  ],
  [
    'overlapping matches, each letter once',
    [
      [4, 9],
      [6, 15],
    ],
    ['quick', ' brown'],
  ],
  ['a match that ends beyond the text', [[16, 99]], ['fox']],
  [
    'an empty and an inverted match',
    [
      [4, 4],
      [9, 4],
    ],
    [],
  ],
])('%s', (_, ranges, marks) => {
  expect(marked('the quick brown fox', ranges)).toEqual({ text: 'the quick brown fox', marks });
});
