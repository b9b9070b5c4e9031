import type { DateOperator, FactOperator, FieldOperator } from '../operator.ts';
import { afterOperator } from './after.ts';
import { beforeOperator } from './before.ts';
import { byOperator } from './by.ts';
import { hasOperator } from './has.ts';
import { inOperator } from './in.ts';
import { isOperator } from './is.ts';
import { kindOperator } from './kind.ts';
import { rejectedOperator } from './rejected.ts';
import { siteOperator } from './site.ts';
import { statusOperator } from './status.ts';
import { tagOperator } from './tag.ts';
import { whyOperator } from './why.ts';

/** Every operator, in the order in which they are offered. To add one: a file here, its test, its line in docs/search.md. */
export const OPERATORS = [
  siteOperator,
  tagOperator,
  byOperator,
  inOperator,
  kindOperator,
  statusOperator,
  isOperator,
  hasOperator,
  beforeOperator,
  afterOperator,
  whyOperator,
  rejectedOperator,
] as const;

export type OperatorName = (typeof OPERATORS)[number]['name'];

type Named = (FactOperator | DateOperator | FieldOperator) & { readonly name: OperatorName };

const byName = new Map<string, Named>(OPERATORS.map((operator) => [operator.name, operator]));

/** The operator of that name, in any case; undefined when there is none. */
export const operatorNamed = (name: string): Named | undefined => byName.get(name.toLowerCase());
