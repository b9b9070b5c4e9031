import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SettingsForm, type SettingsFormProps } from '../../components/SettingsForm.tsx';
import { DEFAULT_SETTINGS } from '../../domain/settings.ts';
import { mount } from './mount.ts';

function show(over: Partial<SettingsFormProps> = {}) {
  const calls = { onSettings: vi.fn(), onAccess: vi.fn(), onPersist: vi.fn() };
  mount(<SettingsForm settings={DEFAULT_SETTINGS} hasAccess={false} {...calls} {...over} />);
  return calls;
}
const toggle = (name: string) => page.getByRole('switch', { name });

test('a switch changes its own setting only', async () => {
  const { onSettings } = show();
  await userEvent.click(toggle('Button at the selection'));
  expect(onSettings).toHaveBeenLastCalledWith({ button: false });
  await userEvent.click(toggle('Mark what I kept'));
  expect(onSettings).toHaveBeenLastCalledWith({ highlights: false });
});

test('access to all sites is asked for by its switch, with what it does beside it', async () => {
  const { onAccess } = show();
  await expect.element(page.getByText(/^Whence sees a page only when you press/)).toBeVisible();
  await userEvent.click(toggle('Work on all sites'));
  expect(onAccess).toHaveBeenCalledExactlyOnceWith(true);
});

test('a site can be taken off the list of those without the button', async () => {
  const { onSettings } = show({ settings: { ...DEFAULT_SETTINGS, buttonOffSites: ['a.example', 'b.example'] } });
  await userEvent.click(page.getByRole('button', { name: 'Switch it on again on a.example' }));
  expect(onSettings).toHaveBeenCalledExactlyOnceWith({ buttonOffSites: ['b.example'] });
});

test('storage that may be cleared says so and can be kept; sizes are in words', async () => {
  const { onPersist } = show({ storage: { persisted: false, usage: 12_345_678, quota: 64_000_000_000 } });
  await expect.element(page.getByText('The browser may clear the library when the disk runs full. 12.3 MB of 64 GB used.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Ask the browser to keep it' }));
  expect(onPersist).toHaveBeenCalledOnce();
});

test('storage that is kept has nothing to ask for', async () => {
  show({ storage: { persisted: true } });
  await expect.element(page.getByText('The browser keeps your library until you delete it.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Ask the browser to keep it' })).not.toBeInTheDocument();
});
