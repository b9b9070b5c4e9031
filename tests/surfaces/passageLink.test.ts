import { expect, test, vi } from 'vitest';
import { passageLinkCopier } from '../../surfaces/passageLink.ts';

const passage = [{ type: 'TextQuoteSelector' as const, exact: 'short quote' }];

test('the link opens at the passage, without what is nobody’s business', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await passageLinkCopier('https://me:pw@a.example/x?id=4&utm_source=mail&token=1', passage)?.();
  expect(writeText).toHaveBeenCalledWith('https://a.example/x?id=4#:~:text=short%20quote');
  vi.unstubAllGlobals();
});

test.each([
  ['a clip without a passage', 'https://a.example/x', []],
  ['a file of this device', 'file:///a/x.html', passage],
])('%s has no link for others', (_, address, selectors) => {
  expect(passageLinkCopier(address, selectors)).toBeUndefined();
});
