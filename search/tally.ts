import type { Chosen } from './answering.ts';
import { membersOf, type ColumnName, type PackedColumn } from './packedFacts.ts';

/** How many documents have a value. */
export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** The members of a column's values, each numbered once, and the numbers of those of each value one after the other. */
interface Members {
  readonly names: readonly string[];
  readonly numbers: Uint32Array;
  /** Where the numbers of each value begin, and where those of the last one end. */
  readonly starts: Uint32Array;
}

/** Lists are taken apart once: a column never changes. */
const known = new WeakMap<PackedColumn, Members>();

/** How many of the chosen documents have each value of a column; of a list, each of its members. Most frequent first, then by the alphabet. */
export function tally(chosen: readonly Chosen[], column: ColumnName): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const { segment, docs } of chosen) {
    const { names, numbers, starts } = membersIn(segment.facts[column]);
    const byValue = countValues(segment.facts[column], docs);
    const byMember = new Uint32Array(names.length);
    byValue.forEach((count, value) => {
      if (count === 0) return;
      const end = starts[value + 1] ?? 0;
      for (let at = starts[value] ?? 0; at < end; at++) {
        const member = numbers[at] ?? 0;
        byMember[member] = (byMember[member] ?? 0) + count;
      }
    });
    byMember.forEach((count, member) => {
      const name = names[member] ?? '';
      if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
    });
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function countValues({ values, codes }: PackedColumn, docs: Int32Array): Uint32Array {
  const counts = new Uint32Array(values.length);
  if (codes.length === 0) counts[0] = docs.length;
  else {
    for (const doc of docs) {
      const code = codes[doc] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

function membersIn(column: PackedColumn): Members {
  const before = known.get(column);
  if (before) return before;
  const places = new Map<string, number>();
  const numbers: number[] = [];
  const starts = new Uint32Array(column.values.length + 1);
  column.values.forEach((value, index) => {
    for (const member of new Set(membersOf(value))) {
      const place = places.get(member) ?? places.size;
      places.set(member, place);
      numbers.push(place);
    }
    starts[index + 1] = numbers.length;
  });
  const members = { names: [...places.keys()], numbers: Uint32Array.from(numbers), starts };
  known.set(column, members);
  return members;
}
