import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../../search/query/operators/index.ts';
import { words } from '../../../../locales/index.ts';
import { parse } from '../queries.ts';

const files = readdirSync('search/query/operators').filter((file) => file !== 'index.ts');
const guide = readFileSync('docs/search.md', 'utf8');
const grammar = /```ebnf\n([^]*?)```/.exec(guide)?.[1] ?? '';

describe.each(files.map((file) => file.replace('.ts', '')))('the operator %s:', (name) => {
  it('is registered once', () => {
    expect(OPERATORS.filter((operator) => operator.name === name)).toHaveLength(1);
  });

  it('has a test', () => {
    expect(existsSync(`tests/search/query/operators/${name}.test.ts`)).toBe(true);
  });

  it('is in docs/search.md: in the table for people, and in the grammar', () => {
    expect(guide).toMatch(new RegExp(`^\\| \`${name}:`, 'm'));
    expect(grammar).toContain(`"${name}"`);
  });

  it('has words for its chip and its completion', () => {
    expect(Object.keys(words.query.operators)).toContain(name);
    expect(Object.keys(words.query.hints)).toContain(name);
  });
});

it('every operator has a file', () => {
  expect(OPERATORS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

describe('docs/search.md', () => {
  const values = OPERATORS.flatMap(({ name, ...operator }) =>
    'values' in operator ? operator.values.map((value) => `${name}:${value}`) : [],
  );

  it.each(values)('tells %s', (value) => {
    expect(guide).toContain(`\`${value.split(':')[1]}\``);
  });

  const examples = [...guide.matchAll(/`(-?(?:[a-z]+):[^`]+)`/g)].map(([, example = '']) => example);
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(20);
  });
  it.each(examples)('gives %s as an example, and that is understood', (example) => {
    const types = parse(example).parts.map(({ type }) => type);
    expect(types).not.toContain('word');
  });
});
