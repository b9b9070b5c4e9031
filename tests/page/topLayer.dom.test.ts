import { afterEach, expect, test, vi } from 'vitest';
import { openLayer, type Layer } from '../../page/topLayer.ts';

let layer: Layer | undefined;
afterEach(() => {
  layer?.remove();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const open = (onLost?: () => void): HTMLElement => {
  layer = openLayer(document, { width: '10px', height: '10px' }, onLost);
  return layer.host;
};

function openDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

test('a layer stands in the browser’s top layer, and its inside is closed to the page', () => {
  const host = open();
  expect(host.matches(':popover-open')).toBe(true);
  expect(host.shadowRoot).toBeNull();
});

test('the page’s style sheets do not reach it', () => {
  const style = document.createElement('style');
  style.textContent = '* { display: none !important; position: static !important; opacity: 0 !important; color: red !important }';
  document.body.append(style);
  const computed = getComputedStyle(open());
  expect([computed.display, computed.position, computed.opacity, computed.width]).toEqual(['block', 'fixed', '1', '10px']);
});

test('in a browser without popovers it is shown all the same', () => {
  vi.spyOn(HTMLElement.prototype, 'showPopover').mockImplementation(() => {
    throw new Error('none here');
  });
  expect(open().getBoundingClientRect().width).toBe(10);
});

test('while a modal dialog is open it stands inside, and outside when that is closed', async () => {
  const dialog = openDialog();
  const host = open();
  expect(host.parentElement).toBe(dialog);
  dialog.close();
  await vi.waitFor(() => expect(host.parentElement).toBe(document.documentElement));
  expect(host.matches(':popover-open')).toBe(true);
});

test('when the dialog goes with it, it comes back without', async () => {
  const dialog = openDialog();
  const host = open();
  dialog.remove();
  await vi.waitFor(() => expect(host.parentElement).toBe(document.documentElement));
});

test('what the page takes off comes back, until it is taken off again and again', async () => {
  const lost = vi.fn();
  const host = open(lost);
  for (let times = 1; times <= 5; times++) {
    host.remove();
    await vi.waitFor(() => expect(host.isConnected).toBe(true));
  }
  host.remove();
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  expect(host.isConnected).toBe(false);
});

test('when the page closes the popover, it opens again', async () => {
  const host = open();
  host.hidePopover();
  await vi.waitFor(() => expect(host.matches(':popover-open')).toBe(true));
});

test('removed by us, it leaves nothing behind', async () => {
  const host = open();
  layer?.remove();
  document.body.append('a change');
  await vi.waitFor(() => expect(document.documentElement.contains(host)).toBe(false));
});
