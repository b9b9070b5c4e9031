import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TrailField } from '../../components/TrailField.tsx';
import { mount } from './mount.ts';

const [one, two] = [
  { address: 'https://a.example/', title: 'A' },
  { address: 'https://b.example/', title: '' },
];
const trail = { query: 'grid', pages: [one, two] };
const clipped = { id: '018f0000-0000-7000-8000-000000000001', why: 'rules out tables', title: 'Tables' };

test('stands folded, and says what is in it', async () => {
  mount(<TrailField trail={trail} onTrail={vi.fn()} />);
  await expect.element(page.getByRole('button', { name: '“grid” · 2 pages' })).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByText('Searched for “grid”')).not.toBeVisible();
});

test('each step can be left out, and all of it', async () => {
  const onTrail = vi.fn();
  mount(<TrailField trail={trail} onTrail={onTrail} />);
  await userEvent.click(page.getByRole('button', { name: '“grid” · 2 pages' }));
  await userEvent.click(page.getByRole('button', { name: 'Leave out https://b.example/' }));
  expect(onTrail).toHaveBeenLastCalledWith({ query: 'grid', pages: [one] });
  await userEvent.click(page.getByRole('button', { name: 'Leave out what you searched for' }));
  expect(onTrail).toHaveBeenLastCalledWith({ pages: [one, two] });
  await userEvent.click(page.getByRole('button', { name: 'Leave all of it out' }));
  expect(onTrail).toHaveBeenLastCalledWith(undefined);
});

test('what was clipped just before stands in it too, by its why, and can be left out', async () => {
  const onTrail = vi.fn();
  mount(
    <TrailField
      trail={{ pages: [one], clips: [clipped, { ...clipped, id: '018f0000-0000-7000-8000-000000000002', why: '' }] }}
      onTrail={onTrail}
    />,
  );
  await userEvent.click(page.getByRole('button', { name: '1 page · 2 clips' }));
  await expect.element(page.getByText('Clipped just before: “rules out tables”')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Leave out that you clipped “Tables”' }));
  expect(onTrail).toHaveBeenLastCalledWith({ pages: [one], clips: [clipped] });
});

test('without its last step nothing of it is left', async () => {
  const onTrail = vi.fn();
  mount(<TrailField trail={{ pages: [one] }} onTrail={onTrail} />);
  await userEvent.click(page.getByRole('button', { name: '1 page' }));
  await userEvent.click(page.getByRole('button', { name: 'Leave out A' }));
  expect(onTrail).toHaveBeenLastCalledWith(undefined);
});

test('that is kept is shown, and no longer changed', async () => {
  const root = mount(<TrailField trail={trail} />);
  await userEvent.click(page.getByRole('button', { name: '“grid” · 2 pages' }));
  expect(root.querySelectorAll('button')).toHaveLength(1);
});
