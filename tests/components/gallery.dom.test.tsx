import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { states } from './gallery/states.tsx';
import { mount } from './mount.ts';

afterEach(() => {
  document.documentElement.style.removeProperty('color-scheme');
});

/** What axe finds wrong, one line each; the page around the component is not a whole page. */
async function faults(root: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
  );
}

describe.each(['light', 'dark'])('in %s colours', (scheme) => {
  test.each(states)('$name is accessible', async ({ show }) => {
    document.documentElement.style.colorScheme = scheme;
    expect(await faults(mount(show()))).toEqual([]);
  });
});

test.each(states)('$name fits into a width of 320 pixels', ({ show }) => {
  const root = mount(show());
  root.style.width = '320px';
  const tooWide = [...root.querySelectorAll('*')].filter((element) => {
    const isClipped = element.closest('.visually-hidden') !== null || element.matches('option');
    return !isClipped && element.getBoundingClientRect().right > root.getBoundingClientRect().right + 1 && !isInClipped(element, root);
  });
  expect(tooWide.map((element) => element.outerHTML.slice(0, 100))).toEqual([]);
});

/** Whether something around it cuts it off on purpose, with an ellipsis, or lets it be scrolled to. */
function isInClipped(element: Element, root: Element): boolean {
  for (let around = element.parentElement; around && around !== root; around = around.parentElement) {
    if (getComputedStyle(around).overflowX !== 'visible') return true;
  }
  return false;
}
