import { describe, expect, it } from 'vitest';
import { searchQuery, trailOf, withStep, type Step } from '../../capture/trail.ts';
import { KEPT } from '../../domain/limits.ts';

describe('what was searched for', () => {
  it.each([
    ['https://www.google.com/search?q=grid+or+flex&hl=en', 'grid or flex'],
    ['https://www.google.co.uk/search?q=caf%C3%A9', 'café'],
    ['https://www.bing.com/search?q=grid', 'grid'],
    ['https://duckduckgo.com/?q=grid&ia=web', 'grid'],
    ['https://html.duckduckgo.com/html/?q=grid', 'grid'],
    ['https://www.startpage.com/sp/search?query=grid', 'grid'],
    ['https://www.ecosia.org/search?q=grid', 'grid'],
    ['https://search.brave.com/search?q=grid', 'grid'],
    ['https://kagi.com/search?q=grid', 'grid'],
    ['https://search.yahoo.com/search?p=grid', 'grid'],
    ['https://de.search.yahoo.com/search;_ylt=x?p=grid', 'grid'],
    ['https://www.baidu.com/s?wd=%E7%BD%91%E6%A0%BC', '网格'],
    ['https://yandex.ru/search/?text=grid', 'grid'],
  ])('is read off %s', (address, query) => {
    expect(searchQuery(address)).toBe(query);
  });

  it.each([
    'https://www.google.com/maps?q=cafe',
    'https://google.evil.example/search?q=x',
    'https://notgoogle.com/search?q=x',
    'https://www.bing.com/search?q=',
    'https://a.example/search?q=x',
    'not an address',
  ])('is nothing on %s', (address) => {
    expect(searchQuery(address)).toBeUndefined();
  });
});

const step = (address: string, at = 1): Step => ({ address, title: `at ${address}`, at });
const SEARCH = 'https://www.google.com/search?q=grid';
const LIST = 'https://a.example/list';
const PAGE = 'https://b.example/page';

/** Open pages one after the other, each with where it says that it came from. */
const opened = (...pages: readonly (readonly [address: string, from: string])[]): Step[] =>
  pages.reduce<Step[]>((steps, [address, from]) => withStep(steps, step(address), from), []);
const addresses = (steps: readonly Step[]): string[] => steps.map(({ address }) => address);

describe('the steps of a tab', () => {
  it('go on from page to page, also where a referrer tells its origin only', () => {
    expect(addresses(opened([SEARCH, ''], [LIST, 'https://www.google.com/'], [PAGE, LIST]))).toEqual([SEARCH, LIST, PAGE]);
  });

  it('begin anew with a page that was typed or opened from a bookmark', () => {
    expect(addresses(opened([SEARCH, ''], [PAGE, '']))).toEqual([PAGE]);
  });

  it('hold the page that led there where Whence was not on it', () => {
    expect(opened([PAGE, 'https://news.example/'])).toEqual([
      { address: 'https://news.example/', title: 'news.example', at: 1 },
      step(PAGE),
    ]);
  });

  it('lose what came after a page that one goes back to, and nothing by a reload', () => {
    expect(addresses(opened([SEARCH, ''], [LIST, SEARCH], [PAGE, LIST], [LIST, SEARCH]))).toEqual([SEARCH, LIST]);
    expect(addresses(opened([SEARCH, ''], [PAGE, SEARCH], [PAGE, SEARCH]))).toEqual([SEARCH, PAGE]);
  });

  it('are the last eleven, and of the last day', () => {
    const many = Array.from({ length: 20 }, (_, at): readonly [string, string] => [`https://a.example/${at}`, 'https://a.example/']);
    expect(opened(...many)).toHaveLength(11);
    expect(withStep([step(LIST, 0)], step(PAGE, 25 * 3_600_000), LIST).map(({ title }) => title)).toEqual(['a.example', `at ${PAGE}`]);
  });
});

describe('a trail', () => {
  it('is what was searched for, and the pages before the one in front', () => {
    expect(trailOf(opened([SEARCH, ''], [LIST, SEARCH], [PAGE, LIST]), PAGE)).toEqual({
      query: 'grid',
      pages: [{ address: LIST, title: `at ${LIST}` }],
    });
  });

  it('is of the page that is clipped, wherever the tab went since', () => {
    expect(trailOf(opened([LIST, ''], [PAGE, LIST], ['https://b.example/next', PAGE]), PAGE)?.pages).toHaveLength(1);
  });

  it('is nothing where nothing led, or for a page that the tab never told of', () => {
    expect(trailOf(opened([PAGE, '']), PAGE)).toBeUndefined();
    expect(trailOf(opened([LIST, '']), PAGE)).toBeUndefined();
  });

  it('holds no key to anything', () => {
    const steps = opened(['https://user:word@a.example/list?token=abc&page=2#access_token=x', ''], [PAGE, 'https://a.example/']);
    expect(trailOf(steps, PAGE)?.pages[0]?.address).toBe('https://a.example/list?page=2');
  });

  it('leaves out an address that is too long to be kept', () => {
    const long = `https://a.example/${'x'.repeat(KEPT.address)}`;
    const steps = opened([LIST, ''], [long, LIST], [PAGE, long]);
    expect(trailOf(steps, PAGE)?.pages.map(({ address }) => address)).toEqual([LIST]);
  });
});
