import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Folded } from '../../components/Folded.tsx';
import { mount } from './mount.ts';

const more = () => page.getByRole('button', { name: 'Show all' });

test('a text that fits has nothing to unfold', async () => {
  mount(<Folded class="">{() => 'short'}</Folded>);
  // the layout answers with the next frame
  await new Promise(requestAnimationFrame);
  await expect.element(more()).not.toBeInTheDocument();
});

test('a text that does not fit is unfolded and folded again, and a click on that is no click on what is around', async () => {
  const onClick = vi.fn();
  mount(
    <div onClick={onClick}>
      <Folded class="">{(isOpen) => `${isOpen ? 'whole' : 'cut'} ${'word '.repeat(2000)}`}</Folded>
    </div>,
  );
  await userEvent.click(more());
  await expect.element(page.getByText(/^whole/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show less' }));
  await expect.element(page.getByText(/^cut/)).toBeVisible();
  expect(onClick).not.toHaveBeenCalled();
});

test('whether it fits is found again when the width changes', async () => {
  const root = mount(<Folded class="">{() => 'word '.repeat(60)}</Folded>);
  root.style.width = '120px';
  await expect.element(more()).toBeVisible();
  root.style.width = '1200px';
  await expect.element(more()).not.toBeInTheDocument();
});
