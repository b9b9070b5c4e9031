/** Keys that are not a character, as the DevTools protocol and WebDriver name them. */
const NAMED: Readonly<Record<string, { readonly code: number; readonly webDriver: string; readonly text?: string }>> = {
  Enter: { code: 13, webDriver: '\uE007', text: '\r' },
  Tab: { code: 9, webDriver: '\uE004' },
  Escape: { code: 27, webDriver: '\uE00C' },
  Backspace: { code: 8, webDriver: '\uE003' },
  Delete: { code: 46, webDriver: '\uE017' },
  ArrowLeft: { code: 37, webDriver: '\uE012' },
  ArrowUp: { code: 38, webDriver: '\uE013' },
  ArrowRight: { code: 39, webDriver: '\uE014' },
  ArrowDown: { code: 40, webDriver: '\uE015' },
  Home: { code: 36, webDriver: '\uE011' },
  End: { code: 35, webDriver: '\uE010' },
  F10: { code: 121, webDriver: '\uE03A' },
};

/** The protocol's bit, and WebDriver's key, of each modifier. */
const MODIFIERS: Readonly<Record<string, { readonly bit: number; readonly webDriver: string }>> = {
  Alt: { bit: 1, webDriver: '\uE00A' },
  Control: { bit: 2, webDriver: '\uE009' },
  Meta: { bit: 4, webDriver: '\uE03D' },
  Shift: { bit: 8, webDriver: '\uE008' },
};

function parse(chord: string): { key: string; modifiers: readonly { bit: number; webDriver: string }[] } {
  const parts = chord === '+' ? [chord] : chord.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.map((name) => {
    const modifier = MODIFIERS[name];
    if (!modifier) throw new Error(`no such modifier: ${name}`);
    return modifier;
  });
  return { key, modifiers };
}

/** `Shift+Tab`, `Control+Enter`, `a` → the two events that `Input.dispatchKeyEvent` takes. */
export function devToolsKeyEvents(chord: string): readonly Record<string, string | number>[] {
  const { key, modifiers } = parse(chord);
  const bits = modifiers.reduce((sum, { bit }) => sum | bit, 0);
  const named = NAMED[key];
  // a chord with Control, Alt or Meta types nothing
  const text = bits & ~8 ? undefined : (named?.text ?? (named ? undefined : key));
  const common = { key, code: named ? key : '', windowsVirtualKeyCode: named?.code ?? key.toUpperCase().charCodeAt(0), modifiers: bits };
  return [
    { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...common, ...(text !== undefined && { text }) },
    { type: 'keyUp', ...common },
  ];
}

/** `Shift+Tab` → the key actions of WebDriver (https://w3c.github.io/webdriver/#keyboard-actions). */
export function webDriverKeyActions(chord: string): readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[] {
  const { key, modifiers } = parse(chord);
  const pressed = [...modifiers.map(({ webDriver }) => webDriver), NAMED[key]?.webDriver ?? key];
  return [
    ...pressed.map((value) => ({ type: 'keyDown' as const, value })),
    ...pressed.toReversed().map((value) => ({ type: 'keyUp' as const, value })),
  ];
}
