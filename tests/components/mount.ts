import { render, type ComponentChild } from 'preact';
import { afterEach, beforeAll } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/styles/base.css';

let container: HTMLElement | undefined;

/** Show a component in the page, in the place of the one before; it goes when the test ends. */
export function mount(shown: ComponentChild): HTMLElement {
  if (!container) {
    container = document.createElement('div');
    document.body.append(container);
  }
  render(shown, container);
  return container;
}

beforeAll(async () => {
  // a command on an element waits until the automation knows this file's frame; one on the keyboard would fail
  await userEvent.hover(document.body);
});

/** A click that does not wait until the browser's automation finds the button enabled. */
export const press = (button: Element): boolean => button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));

afterEach(() => {
  if (!container) return;
  render(null, container);
  container.remove();
  container = undefined;
});
