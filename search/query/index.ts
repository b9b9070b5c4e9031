export { completions, type Completion, type Known } from './completions.ts';
export { wantedTexts } from './evaluate.ts';
export type { FacetName } from './facetChoices.ts';
export type { Facts } from './facts.ts';
export { parseQuery } from './parse.ts';
export { printQuery, printValue } from './print.ts';
export type { Part, Query } from './tree.ts';
export { understood, type Understood } from './understood.ts';
export { filtersOf, withFilter, withoutFilter } from './withFilter.ts';
