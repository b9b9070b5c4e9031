import { membersOf, type PackedColumn } from './packedFacts.ts';

/** Names of a column's values, each numbered once, and the numbers of those of each value one after the other. */
export interface Numbered {
  readonly names: readonly string[];
  readonly numbers: Uint32Array;
  /** Where the numbers of each value begin, and where those of the last one end. */
  readonly starts: Uint32Array;
}

type NamesOf = (value: string) => readonly string[];
type Known = WeakMap<PackedColumn, Numbered>;

/** Columns never change: their lists are taken apart once. */
const members: Known = new WeakMap();

/** The members of a column's values. */
export const membersIn = (column: PackedColumn): Numbered => remembered(members, column, membersOf);

/** What `known` has of a column, made by `namesOf` when it is first asked for. */
export function remembered(known: Known, column: PackedColumn, namesOf: NamesOf): Numbered {
  const all = known.get(column) ?? numbered(column, namesOf);
  known.set(column, all);
  return all;
}

/** The names of each value, the same one once. */
export function numbered({ values }: PackedColumn, namesOf: NamesOf): Numbered {
  const places = new Map<string, number>();
  const numbers: number[] = [];
  const starts = new Uint32Array(values.length + 1);
  values.forEach((value, index) => {
    for (const name of new Set(namesOf(value))) {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      numbers.push(place);
    }
    starts[index + 1] = numbers.length;
  });
  return { names: [...places.keys()], numbers: Uint32Array.from(numbers), starts };
}
