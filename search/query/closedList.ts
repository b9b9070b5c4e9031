import type { FactName } from './facts.ts';
import { foldText } from './foldText.ts';
import type { FactOperator } from './operator.ts';

/** A value of a closed list as it is compared: "Missing why" and "missing_why" are `missing-why`. */
const plain = (typed: string): string => foldText(typed).replace(/[\s_]+/g, '-');

/** The parts of an operator whose values are known beforehand, by each value's other names. A plural will do. */
export function closedList(
  fact: FactName,
  synonyms: Readonly<Record<string, readonly string[]>>,
): Pick<FactOperator, 'read' | 'factOf' | 'accepts' | 'values'> {
  const known = new Map(Object.entries(synonyms).flatMap(([value, others]) => [value, ...others].map((name) => [plain(name), value])));
  return {
    read: (typed) => known.get(plain(typed)) ?? known.get(plain(typed).replace(/s$/, '')),
    factOf: () => fact,
    accepts: (asked, held) => asked === held,
    values: Object.keys(synonyms),
  };
}
