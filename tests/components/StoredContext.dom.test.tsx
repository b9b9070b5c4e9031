import { expect, test } from 'vitest';
import { StoredContext } from '../../components/StoredContext.tsx';
import { mount } from './mount.ts';

test('shows the headings and the text around, with the passage marked', () => {
  const root = mount(<StoredContext quote="late" context={{ headings: ['Grass', 'When'], paragraph: 'Mow late, never early.' }} />);
  expect(root.textContent).toBe('Grass › WhenMow late, never early.');
  expect(root.querySelector('mark')?.textContent).toBe('late');
});

test('of a long block shows the part that holds the passage', () => {
  const paragraph = `${'before '.repeat(500)}late${' after'.repeat(500)}`;
  const root = mount(<StoredContext quote="late" context={{ paragraph }} />);
  expect(root.textContent?.length).toBeLessThan(700);
  expect(root.querySelector('mark')?.textContent).toBe('late');
});
