import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFocus } from '../../surfaces/focusWatch.ts';

/** The window's focus, and the time, as the test tells them. */
let time: number;
let end: AbortController;
let onRestless: ReturnType<typeof vi.fn<() => void>>;
let focus: ReturnType<typeof vi.spyOn>;
let field: HTMLInputElement;

beforeEach(() => {
  vi.useFakeTimers();
  time = 10_000;
  end = new AbortController();
  onRestless = vi.fn<() => void>();
  focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
  field = document.body.appendChild(document.createElement('input'));
  field.focus();
  watchFocus(window, { now: () => time, onRestless, signal: end.signal });
});
afterEach(() => {
  end.abort();
  field.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const held = (milliseconds: number): void => {
  window.dispatchEvent(new FocusEvent('focus'));
  time += milliseconds;
  window.dispatchEvent(new FocusEvent('blur'));
  vi.runAllTimers();
};

describe('the focus of a frame', () => {
  it('that is lost at once is taken back, to where it was', () => {
    field.blur();
    held(50);
    expect(focus).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(field);
  });
  it('that comes back without a field goes to the field that had it', () => {
    field.blur();
    window.dispatchEvent(new FocusEvent('focus'));
    expect(document.activeElement).toBe(field);
  });
  it('that was held for a while is the person’s to give away', () => {
    for (let again = 0; again < 5; again++) held(1_000);
    expect(focus).not.toHaveBeenCalled();
    expect(onRestless).not.toHaveBeenCalled();
  });
  it('that is lost three times in two seconds is told of once, and left alone from then on', () => {
    for (let again = 0; again < 6; again++) held(50);
    expect(onRestless).toHaveBeenCalledOnce();
    expect(focus).toHaveBeenCalledTimes(2);
  });
  it('that is lost now and then is not', () => {
    for (let again = 0; again < 6; again++) {
      held(50);
      time += 1_500;
    }
    expect(onRestless).not.toHaveBeenCalled();
  });
  it('is nobody’s business after the end', () => {
    end.abort();
    held(50);
    expect(focus).not.toHaveBeenCalled();
  });
});
