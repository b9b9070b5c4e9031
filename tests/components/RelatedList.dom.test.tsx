import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Composer } from '../../components/Composer.tsx';
import { RelatedList } from '../../components/RelatedList.tsx';
import { related } from './gallery/searchStates.tsx';
import { composer } from './gallery/states.tsx';
import { mount } from './mount.ts';

test('four lines at most, each a button', async () => {
  const onOpen = vi.fn();
  mount(<RelatedList entries={[...related, ...related].map((entry, at) => ({ ...entry, id: `${at}` }))} onOpen={onOpen} />);
  expect(page.getByRole('button').elements()).toHaveLength(4);
  await userEvent.click(page.getByRole('button', { name: `${related[1]?.line} fieldnotes.example` }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('1');
});

test('without anything related there is nothing', () => {
  expect(mount(<RelatedList entries={[]} onOpen={() => undefined} />).textContent).toBe('');
});

test('what was decided before comes while one writes: the caret stays, the composer grows by two lines at most', async () => {
  const fields = { ...composer.fields, why: 'Because it is slow' };
  const root = mount(<Composer {...composer} fields={fields} />);
  const why = page.getByRole('textbox', { name: 'Why does this matter?' });
  await expect.element(why).toHaveFocus();
  const field = root.querySelector('textarea');
  field?.setSelectionRange(7, 7);
  const [height, top] = [root.offsetHeight, field?.getBoundingClientRect().top];
  mount(<Composer {...composer} fields={fields} related={related} />);
  await expect.element(page.getByRole('region', { name: 'You decided something like this' })).toBeVisible();
  await expect.element(why).toHaveFocus();
  expect(field?.selectionStart).toBe(7);
  expect(field?.getBoundingClientRect().top).toBe(top);
  expect(root.offsetHeight - height).toBeLessThanOrEqual(42);
});

test('in the composer the likest is shown, the others at a press', async () => {
  const onRelated = vi.fn();
  mount(<Composer {...composer} related={related} onRelated={onRelated} />);
  const region = page.getByRole('region', { name: 'You decided something like this' });
  expect(region.getByRole('listitem').elements()).toHaveLength(1);
  await userEvent.click(region.getByRole('button', { name: '2 more' }));
  expect(region.getByRole('listitem').elements()).toHaveLength(3);
  await userEvent.click(region.getByRole('button', { name: `${related[2]?.line} handbook.example` }));
  expect(onRelated).toHaveBeenCalledExactlyOnceWith('three');
});
