import type { Doc } from './doc.ts';

/** What is kept of each document beside its words. Lists are one value each: few people tag in more than some thousand ways. */
export const COLUMNS = ['type', 'site', 'address', 'by', 'kind', 'status', 'in', 'tags', 'is', 'has', 'relied', 'language'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/**
 * Every distinct value once, the empty one too; and for each document, in order, the place of its own. There are no places
 * when all documents have the same.
 */
export interface PackedColumn {
  readonly values: readonly string[];
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

export type PackedFacts = Readonly<Record<ColumnName, PackedColumn>>;

const LIST_BREAK = '\u0000';

/** The members of a list's value, or the one of a single value; none when it is empty. */
export const membersOf = (value: string): readonly string[] => (value === '' ? [] : value.split(LIST_BREAK));

/** Host and path: what tells pages apart, without what makes nearly every address a different one. */
const place = (address: string): string => address.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').replace(/[?#].*$/s, '');

const valuesOf = ({ kind, facts = {} }: Doc): Readonly<Record<ColumnName, string>> => ({
  type: kind,
  site: facts.site ?? '',
  address: place(facts.address ?? ''),
  by: facts.by?.join(LIST_BREAK) ?? '',
  kind: facts.kind ?? '',
  status: facts.status ?? '',
  in: facts.in?.join(LIST_BREAK) ?? '',
  tags: facts.tags?.join(LIST_BREAK) ?? '',
  is: facts.is?.join(LIST_BREAK) ?? '',
  has: facts.has?.join(LIST_BREAK) ?? '',
  relied: facts.relied ? String(facts.relied) : '',
  language: facts.language?.slice(0, 2).toLowerCase() ?? '',
});

class ColumnPacker {
  private readonly places = new Map<string, number>();
  private readonly codes: number[] = [];

  add(value: string): void {
    const known = this.places.get(value);
    const code = known ?? this.places.size;
    if (known === undefined) this.places.set(value, code);
    this.codes.push(code);
  }

  pack(): PackedColumn {
    const values = [...this.places.keys()];
    if (values.length <= 1) return { values, codes: new Uint8Array() };
    if (values.length <= 0x100) return { values, codes: Uint8Array.from(this.codes) };
    if (values.length <= 0x1_0000) return { values, codes: Uint16Array.from(this.codes) };
    return { values, codes: Uint32Array.from(this.codes) };
  }
}

/** Takes documents' facts in order. */
export class FactPacker {
  private readonly columns = eachColumn(() => new ColumnPacker());

  add(doc: Doc): void {
    const values = valuesOf(doc);
    for (const name of COLUMNS) this.columns[name].add(values[name]);
  }

  /** Take over what another segment says of one of its documents. */
  copy(facts: PackedFacts, doc: number): void {
    for (const name of COLUMNS) this.columns[name].add(valueAt(facts[name], doc));
  }

  pack(): PackedFacts {
    return eachColumn((name) => this.columns[name].pack());
  }
}

export const valueAt = ({ values, codes }: PackedColumn, doc: number): string => values[codes[doc] ?? 0] ?? '';

/** Something of each column. */
export const eachColumn = <T>(make: (name: ColumnName) => T): Readonly<Record<ColumnName, T>> =>
  // every name has got its entry
  Object.fromEntries(COLUMNS.map((name) => [name, make(name)])) as Record<ColumnName, T>;
