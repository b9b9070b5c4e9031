import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../domain/base64.ts';

it('bytes come back as they were, also many of them', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

it('a text that is no base64 holds no bytes', () => {
  expect(fromBase64('not base64!')).toBeUndefined();
});
