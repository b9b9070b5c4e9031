/// <reference types="vite/client" />
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { describeSource } from '../../capture/source.ts';
import { Source } from '../../domain/clip.ts';

/** Pages in many makers' mark-up, and what each states of itself; absent where it states nothing. */
const FIXTURES = '../fixtures/metadata/';
const pages = import.meta.glob<string>('../fixtures/metadata/*.html', { query: '?raw', import: 'default', eager: true });
const records = import.meta.glob<unknown>('../fixtures/metadata/*.json', { import: 'default', eager: true });
const names = Object.keys(pages).map((file) => file.slice(FIXTURES.length, -'.html'.length));

test('every page has its record', () => {
  expect(Object.keys(records)).toEqual(names.map((name) => `${FIXTURES}${name}.json`));
  expect(names.length).toBeGreaterThanOrEqual(40);
});

test.each(names)('%s says what it states of itself, and nothing else', (name) => {
  const record = v.parse(v.strictObject(Source.entries), records[`${FIXTURES}${name}.json`]);
  const page = new DOMParser().parseFromString(pages[`${FIXTURES}${name}.html`] ?? '', 'text/html');
  expect(describeSource(page, record.address)).toEqual(record);
});
