import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Composer, type ComposerProps } from '../../components/Composer.tsx';
import { EMPTY_FIELDS, type DraftFields } from '../../domain/draft.ts';
import { audiences, QUOTE } from './gallery/content.ts';
import { composer } from './gallery/states.tsx';
import { mount, press } from './mount.ts';

/** The composer with fields that change as one types; answers what was asked of it. */
function show(over: Partial<ComposerProps> = {}) {
  const onKeep = vi.fn();
  const onClose = vi.fn();
  const onCopyWhy = vi.fn();
  let typed: DraftFields = over.fields ?? EMPTY_FIELDS;
  function Live() {
    const [fields, setFields] = useState(typed);
    typed = fields;
    return (
      <Composer {...composer} {...over} fields={fields} onFields={setFields} onKeep={onKeep} onClose={onClose} onCopyWhy={onCopyWhy} />
    );
  }
  const root = mount(<Live />);
  return { root, onKeep, onClose, onCopyWhy, fields: () => typed };
}

const why = () => page.getByRole('textbox', { name: 'Why does this matter?' });
const tags = () => page.getByRole('combobox', { name: 'Tags' });
const decision = () => page.getByRole('combobox', { name: 'Decision' });
const audience = () => page.getByRole('combobox', { name: 'Share to' });

test('the caret is in why from the start', async () => {
  show();
  await expect.element(why()).toHaveFocus();
});

test('the caret stands behind what a draft already says', async () => {
  const { fields } = show({ fields: { ...EMPTY_FIELDS, why: 'one' } });
  await userEvent.keyboard(' two');
  expect(fields().why).toBe('one two');
});

test('Enter in why keeps', async () => {
  const { onKeep, fields } = show();
  await userEvent.keyboard('it is faster{Enter}');
  expect(onKeep).toHaveBeenCalledOnce();
  expect(fields().why).toBe('it is faster');
});

test('Shift and Enter begin a new line', async () => {
  const { onKeep, fields } = show();
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
  expect(fields().why).toBe('one\ntwo');
  expect(onKeep).not.toHaveBeenCalled();
});

test('the Enter that ends an input method’s choice does not keep', () => {
  const { root, onKeep } = show();
  root.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
  expect(onKeep).not.toHaveBeenCalled();
});

test.each(['Control', 'Meta'])('%s and Enter keep from any field, once', async (key) => {
  const { onKeep } = show();
  await userEvent.keyboard(`{${key}>}{Enter}{/${key}}`);
  expect(onKeep).toHaveBeenCalledTimes(1);
  await userEvent.click(tags());
  await userEvent.keyboard(`{${key}>}{Enter}{/${key}}`);
  expect(onKeep).toHaveBeenCalledTimes(2);
});

test('nothing is kept twice while a keep is under way', async () => {
  const { onKeep } = show({ saving: true });
  await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}');
  press(page.getByRole('button', { name: 'Keep' }).element());
  expect(onKeep).not.toHaveBeenCalled();
});

test('Escape closes an open list first, and then the composer', async () => {
  const { onClose } = show();
  await userEvent.type(tags(), 'per');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('a picked tag completes the last one typed and leaves the others', async () => {
  const { fields } = show();
  await userEvent.type(tags(), 'grid, pol');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(fields().tags).toBe('grid, policy, ');
});

test('a tag that is there already is not offered again', async () => {
  show();
  await userEvent.type(tags(), 'grid, gr');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
});

test('a decision is found by a word of its question, and its stance can then be said', async () => {
  const { fields, root } = show();
  expect(root.querySelector('fieldset')).toBeNull();
  await userEvent.type(decision(), 'safari');
  await userEvent.click(page.getByRole('option', { name: 'Do we drop Safari 16?' }));
  expect(fields().decision).toBe('Do we drop Safari 16?');
  await userEvent.click(page.getByRole('radio', { name: 'Opposes' }));
  expect(fields().stance).toBe('opposes');
});

test('a question that nobody asked yet can be created', async () => {
  const { fields } = show();
  await userEvent.type(decision(), 'Which queue?');
  await userEvent.click(page.getByRole('option', { name: 'Create “Which queue?”' }));
  expect(fields().decision).toBe('Which queue?');
});

test('a known question spelled otherwise is not offered to be created', async () => {
  show();
  await userEvent.type(decision(), 'do we drop  SAFARI 16');
  await expect.element(page.getByRole('option', { name: 'Do we drop Safari 16?' })).toBeVisible();
  await expect.element(page.getByRole('option', { name: /Create/ })).not.toBeInTheDocument();
});

test('without a choice the clip stays on the device, and that is said', async () => {
  const { fields } = show();
  await expect.element(audience()).toHaveDisplayValue('Only me. Stays on this device');
  expect(fields().shareTo).toBeUndefined();
});

test('a chosen audience is spelled out, can be taken back, and is reviewed before anything leaves', async () => {
  const { fields } = show();
  await userEvent.selectOptions(audience(), 'Front-end guild: 4 members can read it');
  expect(fields().shareTo).toBe(audiences[0]?.communityId);
  await expect.element(page.getByText('You review exactly what goes out before it leaves.')).toBeVisible();
  await userEvent.selectOptions(audience(), 'Only me. Stays on this device');
  expect(fields()).not.toHaveProperty('shareTo');
});

test('a community where one may only read can’t be chosen', async () => {
  show();
  await expect.element(page.getByRole('option', { name: /Architecture board/ })).toBeDisabled();
});

test('a failure says what happened and what to do, and what was written can be copied', async () => {
  const { onCopyWhy } = show({ failure: { code: 'quota-exceeded' } });
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^This device has no room left for Whence\..*Copy what you wrote/);
  await userEvent.click(page.getByRole('button', { name: 'Copy what I wrote' }));
  expect(onCopyWhy).toHaveBeenCalledOnce();
});

test('why grows with its text up to about eight lines, and then scrolls', async () => {
  const { root } = show();
  const box = root.querySelector('textarea');
  const small = box?.offsetHeight ?? 0;
  await userEvent.fill(why(), Array.from({ length: 5 }, () => 'line').join('\n'));
  const grown = box?.offsetHeight ?? 0;
  expect(grown).toBeGreaterThan(small);
  await userEvent.fill(why(), Array.from({ length: 60 }, () => 'line').join('\n'));
  expect(box?.offsetHeight).toBeLessThanOrEqual(182);
  expect(box?.offsetHeight).toBeGreaterThan(grown);
  await userEvent.fill(why(), '');
  expect(box?.offsetHeight).toBe(small);
});

test('a long quote is folded and can be unfolded', async () => {
  const { root } = show({ state: { kind: 'passage', title: 'A page', quote: QUOTE.repeat(3) } });
  const quote = root.querySelector('.quote-text');
  const folded = quote?.clientHeight ?? 0;
  await userEvent.click(page.getByRole('button', { name: 'Show all' }));
  expect(quote?.clientHeight).toBeGreaterThan(folded);
  await expect.element(page.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
});

test('markup in a page’s title and text is shown as text', () => {
  const { root } = show({ state: { kind: 'passage', title: '<img src=x onerror=alert(1)>', quote: '<script>alert(1)</script>' } });
  expect(root.querySelector('img, script')).toBeNull();
  expect(root.textContent).toContain('<script>alert(1)</script>');
});
