import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../messaging/receive.ts';

const OWN = 'chrome-extension://whence/';
const page = { id: 'whence', url: 'https://a.example/', frameId: 0, tab: { id: 1 } };
const composer = { id: 'whence', url: `${OWN}composer.html`, frameId: 7, tab: { id: 1 } };
const popup = { id: 'whence', url: `${OWN}popup.html` };
const stranger = { id: 'other', url: `${OWN}popup.html` };
type MessageSender = Parameters<typeof isAllowed>[1];

describe('who may send what', () => {
  it.each([
    ['page', page, true],
    ['page', popup, false],
    ['page', { ...page, frameId: 3 }, false],
    ['surface', composer, true],
    ['surface', popup, true],
    ['surface', page, false],
    ['own', popup, true],
    ['own', composer, false],
    ['own', page, false],
    ['page', stranger, false],
    ['surface', stranger, false],
    ['own', stranger, false],
    ['own', { ...popup, url: 'chrome-extension://whence.evil/popup.html' }, false],
  ] as const)('a %s call from %o: %s', (from, sender, allowed) => {
    // a literal with the fields that matter stands for the browser's sender
    expect(isAllowed(from, sender as unknown as MessageSender, OWN, 'whence')).toBe(allowed);
  });
});
