import { describe, expect, test } from 'vitest';
import { FAILURE_CODES, type Failure } from '../../domain/failure.ts';
import { tell } from '../../locales/index.ts';

const whole = {
  host: 'whence.example',
  community: 'Guild',
  limit: 20_000,
  length: 20_001,
  problem: 'aborted',
  sentence: 'Too many links.',
  call: 'keepDraft',
};
const details: readonly (readonly [string, Failure['detail']])[] = [
  ['nothing', undefined],
  ['every detail', whole],
  ['empty details', Object.fromEntries(Object.keys(whole).map((key) => [key, '']))],
];

describe.each(FAILURE_CODES)('%s', (code) => {
  test.each(details)('has a sentence and a next step with %s', (_, detail) => {
    const { sentence, next } = tell(detail ? { code, detail } : { code });
    for (const said of [sentence, next]) {
      expect(said).toMatch(/^.{3,}[^\s]$/);
      expect(said).not.toMatch(/undefined|null|NaN|\[object|\(\)|  /);
    }
  });
});

test('details are written as a person reads them', () => {
  expect(tell({ code: 'why-too-long-to-share', detail: { length: 20_001, limit: 20_000 } }).sentence).toBe(
    'This why has 20,001 characters; a community takes 20,000.',
  );
  expect(tell({ code: 'server-slow', detail: { host: 'whence.example' } }).sentence).toBe('whence.example took too long to answer.');
});
