export { describeAll, describeRange } from './describe.ts';
export { findAll, findSelectors, type Anchor } from './find.ts';
