import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosedToExtensions, pageKey, shareableAddress, siteOf } from '../../domain/pageAddress.ts';

describe('two addresses are the same page', () => {
  it.each([
    ['a place in the page', 'https://a.example/x#part', 'https://a.example/x'],
    ['a text directive', 'https://a.example/x#:~:text=word', 'https://a.example/x'],
    ['a text directive behind a place', 'https://a.example/x#part:~:text=word', 'https://a.example/x'],
    ['a text directive behind a route', 'https://a.example/#/inbox:~:text=word', 'https://a.example/#/inbox'],
    ['a closing slash', 'https://a.example/x/', 'https://a.example/x'],
    ['the root with and without slash', 'https://a.example', 'https://a.example/'],
    ['a folder’s index', 'https://a.example/guide/index.html', 'https://a.example/guide/'],
    ['the site’s index', 'https://a.example/index.htm', 'https://a.example/'],
    ['order of parameters', 'https://a.example/?b=2&a=1', 'https://a.example/?a=1&b=2'],
    ['an empty query', 'https://a.example/x?', 'https://a.example/x'],
    ['a parameter without a value', 'https://a.example/x?print', 'https://a.example/x?print='],
    ['a space as plus or escaped', 'https://a.example/?q=two+words', 'https://a.example/?q=two%20words'],
    ['http and https', 'http://a.example/x', 'https://a.example/x'],
    ['case of scheme and host', 'HTTPS://A.Example/x', 'https://a.example/x'],
    ['the default port', 'https://a.example:443/x', 'https://a.example/x'],
    ['the default port of http', 'http://a.example:80/x', 'https://a.example/x'],
    ['a closing dot of the host', 'https://a.example./x', 'https://a.example/x'],
    ['a host in its own script and in ASCII', 'https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
    ['credentials', 'https://me:secret@a.example/x', 'https://a.example/x'],
    ['case of an escape', 'https://a.example/caf%c3%a9', 'https://a.example/caf%C3%A9'],
    ['a letter and its escape', 'https://a.example/café', 'https://a.example/caf%C3%A9'],
    ['what needs no escape', 'https://a.example/%7Eed/%62ikes', 'https://a.example/~ed/bikes'],
    ['steps up and down', 'https://a.example/a/../x/./', 'https://a.example/x'],
    ['a session in the path', 'https://a.example/shop;jsessionid=0A1B2C.node1?item=4', 'https://a.example/shop?item=4'],
    ['a session of ASP.NET', 'https://a.example/(S(abc123def))/list.aspx', 'https://a.example/list.aspx'],
    ['a session of PHP', 'https://a.example/x?PHPSESSID=abc&id=4', 'https://a.example/x?id=4'],
    ['a forum’s session', 'https://a.example/topic?t=9&sid=0123456789abcdef0123456789abcdef', 'https://a.example/topic?t=9'],
    ['a video’s second', 'https://www.youtube.com/watch?v=abc&t=42s', 'https://www.youtube.com/watch?v=abc'],
    ['a video in a list', 'https://www.youtube.com/watch?v=abc&list=xyz&index=2', 'https://www.youtube.com/watch?v=abc'],
    ['who shared a video', 'https://youtu.be/abc?si=Zx9', 'https://youtu.be/abc'],
    ['who shared a message', 'https://x.com/a/status/1?s=20&t=Zx9', 'https://x.com/a/status/1'],
    ['a file’s place', 'file:///home/ida/notes.html#part', 'file:///home/ida/notes.html'],
    ['a file of this machine', 'file://localhost/home/ida/notes.html', 'file:///home/ida/notes.html'],
    ['a Windows drive', 'file:///c:/notes/a.html', 'file:///C:/notes/a.html'],
    ['a file with a space', 'file:///a/my notes.html', 'file:///a/my%20notes.html'],
  ])('%s', (_, one, other) => {
    expect(pageKey(one)).toBe(pageKey(other));
  });
});

it.each(
  `utm_source=mail utm_campaign=x&utm_id=7 mtm_campaign=x pk_campaign=x at_medium=rss xtor=EPR-1 wt_mc=nl s_cid=1 cmpid=1
  gclid=1 gbraid=1 wbraid=1 dclid=1 gad_source=1 srsltid=1 _ga=2.1 _gl=1*a fbclid=1 igshid=1 igsh=1 mibextid=1
  msclkid=1 twclid=1 ttclid=1 li_fat_id=1 yclid=1 ysclid=1 rdt_cid=1 ScCid=1 epik=1 ref_src=twsrc spm=a.b
  tblci=1 dicbo=1 irclickid=1 cjevent=1 awc=1 _branch_match_id=1
  mc_cid=1&mc_eid=2 _hsenc=1&_hsmi=2 mkt_tok=1 elqTrackId=1 vero_id=1 oly_enc_id=1 ml_subscriber=1 dm_i=1 _kx=1
  smid=tw-share guccounter=1&guce_referrer=x`.split(/\s+/),
)('how one came to a page does not make it another: %s', (parameters) => {
  expect(pageKey(`https://a.example/x?${parameters}&id=4`)).toBe('https://a.example/x?id=4');
});

describe('two addresses are two pages', () => {
  it.each([
    ['a parameter more', 'https://a.example/item?id=1', 'https://a.example/item?id=1&page=2'],
    ['an empty parameter', 'https://a.example/item?print=', 'https://a.example/item'],
    ['the order of a repeated parameter', 'https://a.example/?tag=a&tag=b', 'https://a.example/?tag=b&tag=a'],
    ['two videos', 'https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abd'],
    ['two playlists', 'https://www.youtube.com/playlist?list=a', 'https://www.youtube.com/playlist?list=b'],
    ['a route in the fragment', 'https://a.example/#/inbox', 'https://a.example/#/sent'],
    ['a route with an exclamation mark', 'https://a.example/#!/inbox', 'https://a.example/#!/sent'],
    ['case of the path', 'https://a.example/X', 'https://a.example/x'],
    ['case of a parameter’s value', 'https://a.example/?v=aB', 'https://a.example/?v=ab'],
    ['an escaped slash', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
    ['a doubled slash', 'https://a.example/a//b', 'https://a.example/a/b'],
    ['a script that is an index', 'https://a.example/index.php', 'https://a.example/'],
    ['another port', 'https://a.example:8080/', 'https://a.example/'],
    ['a subdomain', 'https://www.a.example/', 'https://a.example/'],
    ['a phone’s host', 'https://m.a.example/x', 'https://a.example/x'],
    ['an AMP page', 'https://a.example/x/amp', 'https://a.example/x'],
    ['an AMP cache', 'https://a-example.cdn.ampproject.example/c/s/a.example/x', 'https://a.example/x'],
    ['an address that redirects', 'https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
    ['another that redirects', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
    ['two files', 'file:///a/one.html', 'file:///a/two.html'],
    ['case of a file', 'file:///a/One.html', 'file:///a/one.html'],
    ['a file and its folder', 'file:///a/index.html', 'file:///a/'],
    ['a file on another machine', 'file://server/a/one.html', 'file:///a/one.html'],
    ['a file and a site', 'file:///a.example/x', 'https://a.example/x'],
    ['a page’s source', 'view-source:https://a.example/x', 'https://a.example/x'],
  ])('%s', (_, one, other) => {
    expect(pageKey(one)).not.toBe(pageKey(other));
  });
});

it.each('v id p q page lang tab t ref source s sid list si feature index year sort version campaign code'.split(' '))(
  'two values of the parameter %s are two pages',
  (name) => {
    expect(pageKey(`https://a.example/item?${name}=1`)).not.toBe(pageKey(`https://a.example/item?${name}=2`));
  },
);

it('a key is the key of itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      expect(pageKey(pageKey(address))).toBe(pageKey(address));
    }),
  );
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
    ['https://a.example/shop;jsessionid=0A1B2C?item=4', 'https://a.example/shop?item=4', ['session']],
    ['https://a.example/x?t=1&t=2&_gl=1&_gl=2', 'https://a.example/x?t=1&t=2', ['_gl']],
    ['https://a.example/x?sessionId=9&apikey=2&api_key=3', 'https://a.example/x', ['sessionId', 'apikey', 'api_key']],
  ])('%s goes out as %s', (typed, address, dropped) => {
    expect(shareableAddress(typed)).toEqual({ address, dropped });
  });
});

it.each([
  ['https://www.a.example/x', 'a.example'],
  ['http://localhost:3000/', 'localhost:3000'],
  ['file:///home/me/My%20notes.html', 'My notes.html'],
  ['file:///home/me/na%EFve.html', 'na%EFve.html'],
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
