import { expect, test, vi } from 'vitest';
import { Captured } from '../../components/Captured.tsx';
import { PICTURE } from './gallery/mediaStates.tsx';
import { mount, press } from './mount.ts';

test('a picture has the words that its page gave it, else says what it is', () => {
  expect(mount(<Captured kind="image" picture={PICTURE} media={{ alt: 'A hill' }} />).querySelector('img')?.alt).toBe('A hill');
  expect(mount(<Captured kind="region" picture={PICTURE} />).querySelector('img')?.alt).toBe('The region of the screen');
});

test.each([
  ['image', 'The picture itself couldn’t be kept'],
  ['region', 'no picture of this region'],
  ['moment', 'No still could be kept'],
] as const)('an absent picture of %s is told', (kind, words) => {
  expect(mount(<Captured kind={kind} />).textContent).toContain(words);
});

test.each(['passage', 'page', 'link'] as const)('nobody misses a picture of a %s', (kind) => {
  expect(mount(<Captured kind={kind} />).querySelector('.notice')).toBeNull();
});

test('a moment says when it is, a link where it leads', () => {
  expect(mount(<Captured kind="moment" picture={PICTURE} media={{ seconds: 754, duration: 3_754 }} />).textContent).toContain(
    'At 12:34 of 1:02:34',
  );
  const link = mount(<Captured kind="link" media={{ address: 'https://a.example/b?c=1' }} />).querySelector('a');
  expect(link?.textContent).toBe('a.example/b?c=1');
  expect(link?.rel).toContain('noopener');
});

test('a link that no browser should follow is text', () => {
  expect(mount(<Captured kind="link" media={{ address: 'data:text/html,x' }} />).querySelector('a')?.href).toBe('');
});

test('further passages can be taken out one by one, and the last one made a clip of its own', () => {
  const onRemovePassage = vi.fn();
  const onSeparatePassage = vi.fn();
  const root = mount(
    <Captured
      kind="passage"
      quote="one"
      passages={['two', 'three']}
      onRemovePassage={onRemovePassage}
      onSeparatePassage={onSeparatePassage}
    />,
  );
  root.querySelectorAll('[aria-label="Take this passage out"]').forEach(press);
  expect(onRemovePassage.mock.calls).toEqual([[0], [1]]);
  const separate = [...root.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Make it a clip of its own');
  separate.forEach(press);
  expect(onSeparatePassage.mock.calls).toEqual([[1]]);
});
