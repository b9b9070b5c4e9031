import type { PackedColumn } from './packedFacts.ts';

/** A column as it is stored: its values one after the other in UTF-8, each with a break behind it. */
export interface PlainColumn {
  readonly text: Uint8Array;
  readonly codes: PackedColumn['codes'];
}

const BREAK = '\u0001';

export function plainColumn({ values, codes }: PackedColumn): PlainColumn {
  const text = values.map((value) => value.replaceAll(BREAK, '') + BREAK).join('');
  return { text: new TextEncoder().encode(text), codes };
}

/** A stored column. Its values are read when they are first asked for: most searches ask for few columns. */
export class StoredColumn implements PackedColumn {
  readonly codes: PackedColumn['codes'];
  private readonly text: Uint8Array;
  private read: readonly string[] | undefined;

  constructor({ text, codes }: PlainColumn) {
    this.text = text;
    this.codes = codes;
  }

  get values(): readonly string[] {
    return (this.read ??= new TextDecoder().decode(this.text).split(BREAK).slice(0, -1));
  }
}
