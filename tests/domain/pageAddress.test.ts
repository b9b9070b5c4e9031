import { describe, expect, it } from 'vitest';
import { isClosedToExtensions, pageKey, shareableAddress, siteOf } from '../../domain/pageAddress.ts';

describe('two addresses are the same page', () => {
  it.each([
    ['a place in the page', 'https://a.example/x#part', 'https://a.example/x'],
    ['tracking parameters', 'https://a.example/x?utm_source=mail&fbclid=1', 'https://a.example/x'],
    ['a closing slash', 'https://a.example/x/', 'https://a.example/x'],
    ['the root with and without slash', 'https://a.example', 'https://a.example/'],
    ['order of parameters', 'https://a.example/?b=2&a=1', 'https://a.example/?a=1&b=2'],
    ['http and https', 'http://a.example/x', 'https://a.example/x'],
    ['case of the host, default port', 'https://A.Example:443/x', 'https://a.example/x'],
    ['credentials', 'https://me:secret@a.example/x', 'https://a.example/x'],
    ['a text directive', 'https://a.example/x#:~:text=word', 'https://a.example/x'],
    ['a closing dot of the host', 'https://a.example./x', 'https://a.example/x'],
    ['an empty query', 'https://a.example/x?', 'https://a.example/x'],
  ])('%s', (_, one, other) => {
    expect(pageKey(one)).toBe(pageKey(other));
  });
});

describe('two addresses are two pages', () => {
  it.each([
    ['a parameter that matters', 'https://a.example/item?id=1', 'https://a.example/item?id=2'],
    ['a route in the fragment', 'https://a.example/#/inbox', 'https://a.example/#/sent'],
    ['case of the path', 'https://a.example/X', 'https://a.example/x'],
    ['another port', 'https://a.example:8080/', 'https://a.example/'],
    ['a subdomain', 'https://www.a.example/', 'https://a.example/'],
    ['two files', 'file:///a/one.html', 'file:///a/two.html'],
  ])('%s', (_, one, other) => {
    expect(pageKey(one)).not.toBe(pageKey(other));
  });
});

it('takes an address that it can not parse as its own key', () => {
  expect(pageKey('not an address')).toBe('not an address');
});

describe('a shared address', () => {
  it.each([
    ['https://a.example/x?id=4&token=abc', 'https://a.example/x?id=4', ['token']],
    ['https://a.example/x?utm_source=mail', 'https://a.example/x', ['utm_source']],
    ['https://me:pw@a.example/', 'https://a.example/', ['user name']],
    ['https://a.example/cb#access_token=abc&x=1', 'https://a.example/cb', ['access_token=abc&x=1']],
    ['https://a.example/x?X-Amz-Signature=1&page=2', 'https://a.example/x?page=2', ['X-Amz-Signature']],
    ['https://a.example/#/reset?token=S3CRET&step=2', 'https://a.example/#/reset?step=2', ['token']],
    ['https://w.example/join/1#0fWltdgr1Ei4mOQKpK0wCyNTDAtCBfGTO3B2LfTUabc', 'https://w.example/join/1', ['0fWltdgr1Ei4mOQKpK0wCyNT']],
    ['https://a.example/x#:~:text=a,b', 'https://a.example/x', []],
    ['https://a.example/x#Why-we-stopped-mowing', 'https://a.example/x#Why-we-stopped-mowing', []],
    ['https://a.example/x#part-2', 'https://a.example/x#part-2', []],
    ['https://a.example/x?sessionId=9&apikey=2&api_key=3', 'https://a.example/x', ['sessionId', 'apikey', 'api_key']],
  ])('%s goes out as %s', (typed, address, dropped) => {
    expect(shareableAddress(typed)).toEqual({ address, dropped });
  });
});

it.each([
  ['https://www.a.example/x', 'a.example'],
  ['http://localhost:3000/', 'localhost:3000'],
  ['file:///home/me/My%20notes.html', 'My notes.html'],
])('shows %s as %s', (address, shown) => {
  expect(siteOf(address)).toBe(shown);
});

describe('a page closed to extensions', () => {
  it.each(['chrome://settings', 'about:config', 'https://chromewebstore.google.com/detail/x', 'https://addons.mozilla.org/', 'nonsense'])(
    '%s is',
    (address) => {
      expect(isClosedToExtensions(address)).toBe(true);
    },
  );
  it.each(['https://a.example/', 'http://localhost/', 'file:///x.html'])('%s is not', (address) => {
    expect(isClosedToExtensions(address)).toBe(false);
  });
  it('an address that the browser does not tell is not', () => {
    expect(isClosedToExtensions(undefined)).toBe(false);
  });
});
