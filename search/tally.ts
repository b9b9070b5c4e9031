import type { Chosen } from './answering.ts';
import { membersIn, numbered, remembered, type Numbered } from './columnNames.ts';
import type { FactOperator } from './query/operator.ts';
import { membersOf, type ColumnName, type PackedColumn } from './packedFacts.ts';

/** How many documents have a value. */
export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** What accepts each value of a column, which one operator asks for. */
const acceptedBy = new WeakMap<PackedColumn, Numbered>();

/** How many of the chosen documents have each value of a column; of a list, each of its members. Most frequent first, then by the alphabet. */
export function tally(chosen: readonly Chosen[], column: ColumnName): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const { segment, docs } of chosen) {
    const facts = segment.facts[column];
    addCounts(counts, countValues(facts, docs), membersIn(facts));
  }
  return inOrder([...counts].map(([value, count]) => ({ value, count })));
}

/**
 * How many of the chosen documents are found by asking for each value that they have: `css` counts those with `css/grid`, too. Spellings
 * that are one to the operator are one value, in the spelling that most have.
 */
export function tallyAsked(chosen: readonly Chosen[], column: ColumnName, operator: FactOperator): readonly Counted[] {
  const spellings = new Map<string, string>();
  for (const { value } of tally(chosen, column)) {
    const asked = operator.read(value);
    if (asked !== undefined && !spellings.has(asked)) spellings.set(asked, value);
  }
  const counts = new Map<string, number>();
  const { acceptedBy: listed = (held: string) => [...spellings.keys()].filter((asked) => operator.accepts(asked, held)) } = operator;
  for (const { segment, docs } of chosen) {
    const facts = segment.facts[column];
    const namesOf = (value: string): readonly string[] => membersOf(value).flatMap(listed);
    // what accepts a value is the same for good only where it follows from the value alone
    const names = operator.acceptedBy ? remembered(acceptedBy, facts, namesOf) : numbered(facts, namesOf);
    addCounts(counts, countValues(facts, docs), names);
  }
  return inOrder([...spellings].map(([asked, value]) => ({ value, count: counts.get(asked) ?? 0 })));
}

const inOrder = (counted: readonly Counted[]): readonly Counted[] =>
  counted.toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

function addCounts(counts: Map<string, number>, byValue: Uint32Array, { names, numbers, starts }: Numbered): void {
  const byName = new Uint32Array(names.length);
  byValue.forEach((count, value) => {
    if (count === 0) return;
    const end = starts[value + 1] ?? 0;
    for (let at = starts[value] ?? 0; at < end; at++) {
      const name = numbers[at] ?? 0;
      byName[name] = (byName[name] ?? 0) + count;
    }
  });
  byName.forEach((count, number) => {
    const name = names[number] ?? '';
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
  });
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
