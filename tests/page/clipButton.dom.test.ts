import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createClipButton } from '../../page/clipButton.ts';
import { newestHost, recordShadowRoots } from './shadowRoots.ts';
import { present, selectedRange } from './present.ts';

let roots: ReturnType<typeof recordShadowRoots>;
const actions = { onClip: vi.fn(), onOff: vi.fn() };
let button: ReturnType<typeof createClipButton>;
beforeEach(() => {
  roots = recordShadowRoots();
  vi.clearAllMocks();
  button = createClipButton(document, actions);
});
afterEach(() => {
  button.hide();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

const host = (): HTMLElement => newestHost(roots());
const inside = (label: string): HTMLButtonElement =>
  present(
    [...present(roots().at(-1)).querySelectorAll('button')].find(
      (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === label,
    ),
  );

/** The middle of a button inside the closed tree, relative to its host. */
function middleOf(label: string): { x: number; y: number } {
  const [outer, inner] = [host().getBoundingClientRect(), inside(label).getBoundingClientRect()];
  return { x: inner.x - outer.x + inner.width / 2, y: inner.y - outer.y + inner.height / 2 };
}

function select(style = ''): Range {
  const paragraph = document.createElement('p');
  paragraph.setAttribute('style', style);
  paragraph.append('A passage to clip.');
  document.body.append(paragraph);
  getSelection()?.selectAllChildren(paragraph);
  return selectedRange();
}

test('pressing it clips, keeps the selection, and takes the button off', async () => {
  button.showAt(select());
  await userEvent.click(host(), { position: middleOf('Clip with why') });
  expect(actions.onClip).toHaveBeenCalledOnce();
  expect(getSelection()?.toString()).toBe('A passage to clip.');
  expect(host().isConnected).toBe(false);
});

test('its cross turns it off on the site', async () => {
  button.showAt(select());
  await userEvent.click(host(), { position: middleOf('No button on this site') });
  expect(actions.onOff).toHaveBeenCalledOnce();
  expect(actions.onClip).not.toHaveBeenCalled();
});

test('a press that no person made does nothing', () => {
  button.showAt(select());
  inside('Clip with why').click();
  host().click();
  expect(actions.onClip).not.toHaveBeenCalled();
});

test.each([
  ['the bottom right corner', 'position:fixed;right:0;bottom:0;margin:0'],
  ['the top left corner', 'position:fixed;left:0;top:0;margin:0'],
  ['the right of a right-to-left line', 'direction:rtl'],
])('at %s it stands inside the window, beside the passage', (_, style) => {
  const range = select(style);
  button.showAt(range);
  const box = host().getBoundingClientRect();
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
  expect(box.bottom).toBeLessThanOrEqual(innerHeight);
  const passage = range.getBoundingClientRect();
  expect(box.top >= passage.bottom || box.bottom <= passage.top).toBe(true);
});

test('it follows its passage when the page scrolls', async () => {
  const range = select();
  const space = document.createElement('div');
  space.style.height = '3000px';
  document.body.append(space);
  button.showAt(range);
  const before = host().getBoundingClientRect().top - range.getBoundingClientRect().top;
  scrollTo({ top: 5, behavior: 'instant' });
  await vi.waitFor(() => expect(host().getBoundingClientRect().top - range.getBoundingClientRect().top).toBeCloseTo(before));
  scrollTo(0, 0);
});

test('Escape takes it off', async () => {
  button.showAt(select());
  await userEvent.keyboard('{Escape}');
  expect(host().isConnected).toBe(false);
});

describe('what is taken', () => {
  const showBeside = (taken: DOMRect): void => button.showAt(select('position: fixed; left: 400px; top: 200px; margin: 0'), () => taken);
  const box = (): DOMRect => host().getBoundingClientRect();

  test('is not covered: the button goes before it', () => {
    showBeside(new DOMRect(300, 100, innerWidth - 300, innerHeight - 100));
    expect(box().right).toBe(292);
  });

  test('is not covered where there is no room before it: the button goes above it', () => {
    showBeside(new DOMRect(8, 100, innerWidth - 16, innerHeight - 100));
    expect(box().bottom).toBe(92);
  });

  test('leaves no room: there is no button', () => {
    showBeside(new DOMRect(8, 8, innerWidth - 16, innerHeight - 16));
    expect(getComputedStyle(host()).visibility).toBe('hidden');
  });
});
