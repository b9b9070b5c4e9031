import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { describeSource } from '../../capture/source.ts';
import { Source } from '../../domain/clip.ts';

const ADDRESS = 'https://example.org/posts/one?id=7';

const describe = (head: string, body = '', lang = ''): Source =>
  describeSource(
    new DOMParser().parseFromString(`<html${lang && ` lang="${lang}"`}><head>${head}</head><body>${body}</body></html>`, 'text/html'),
    ADDRESS,
  );
const jsonLd = (content: unknown): string => `<script type="application/ld+json">${JSON.stringify(content)}</script>`;

test('a news article says everything of itself', () => {
  expect(
    describe(
      `<title>Why we left the cloud | The Paper</title><link rel="canonical" href="/posts/one">
       <meta property="og:title" content="Why we left the cloud"><meta property="og:site_name" content="The Paper">` +
        jsonLd({
          '@graph': [
            { '@type': 'WebSite', name: 'x' },
            { '@type': 'NewsArticle', author: [{ name: 'A. Writer' }, { name: 'B. Author' }], datePublished: '2024-05-01' },
          ],
        }),
      '',
      'en-gb',
    ),
  ).toEqual({
    address: ADDRESS,
    title: 'Why we left the cloud',
    canonical: 'https://example.org/posts/one',
    site: 'The Paper',
    author: 'A. Writer, B. Author',
    published: '2024-05-01',
    language: 'en-GB',
    type: 'article',
  });
});

test('a paper says it in citation tags', () => {
  expect(
    describe(`<title>On knots - Journal of Knots</title><meta name="citation_title" content="On knots"><meta name="citation_author" content="Ada Example">
      <meta name="citation_author" content="Bo Example"><meta name="citation_publication_date" content="1999/02"><meta name="citation_journal_title" content="Journal of Knots">`),
  ).toMatchObject({ title: 'On knots', author: 'Ada Example, Bo Example', published: '1999/02', site: 'Journal of Knots' });
});

test('a page that states nothing has its address and its title, and no guesses', () => {
  expect(describe('<title> Plain \n page </title>', '<p>By somebody, yesterday</p>')).toEqual({ address: ADDRESS, title: 'Plain page' });
});

test('a page without any title goes by its first heading, else by its address', () => {
  expect(describe('', '<h1>Heading</h1>').title).toBe('Heading');
  expect(describe('').title).toBe(ADDRESS);
});

test('a stated title that the tab does not show is left from another view, and does not count', () => {
  expect(describe('<title>Inbox (3)</title><meta property="og:title" content="The best mail in the world">').title).toBe('Inbox (3)');
});

test('the site’s name is neither the page’s title nor a part of it', () => {
  expect(
    describe('<title>Pricing · Acme</title><meta property="og:title" content="Acme"><meta property="og:site_name" content="Acme">').title,
  ).toBe('Pricing');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://', `https://example.org/${'x'.repeat(9_000)}`])(
  'a canonical address %.30s is not kept',
  (href) => {
    expect(describe(`<title>t</title><link rel="canonical" href="${href}">`)).not.toHaveProperty('canonical');
  },
);

test('an author that is an address is no name', () => {
  expect(
    describe('<meta property="article:author" content="https://facebook.example/writer"><meta name="byl" content="By A. Writer">').author,
  ).toBe('A. Writer');
});

test.each([
  ['en_US', 'en-US'],
  ['PT-br', 'pt-BR'],
  ['klingon language', undefined],
])('the language %s is %s', (stated, language) => {
  expect(describe('<title>t</title>', '', stated).language).toBe(language);
});

test.each([
  ['is broken', '{"@type": "Article", '],
  ['is no object', '42'],
  ['nests without end', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['is huge', `{"@type":"Article","author":"${'x'.repeat(400_000)}"}`],
  ['has values of the wrong kinds', '{"@type":{"a":1},"author":{"name":{"name":1}},"datePublished":{},"publisher":7}'],
])('JSON-LD that %s states nothing', (_, content) => {
  expect(describe(`<title>t</title><script type="application/ld+json">${content}</script>`)).toEqual({ address: ADDRESS, title: 't' });
});

test('an address that is too long loses its fragment, then its query', () => {
  const page = new DOMParser().parseFromString('<title>t</title>', 'text/html');
  const long = 'x'.repeat(8_000);
  expect(describeSource(page, `${ADDRESS}#${long}`).address).toBe(ADDRESS);
  expect(describeSource(page, `${ADDRESS}&q=${long}`).address).toBe('https://example.org/posts/one');
});

test('names in the page that shadow the document’s methods cost the statements, not the clip', () => {
  expect(describe('<title>t</title>', '<img name="querySelector"><img name="querySelectorAll">')).toMatchObject({ address: ADDRESS });
});

test('values of a megabyte cost the values, not the clip', () => {
  const long = 'By x | '.repeat(150_000);
  const names = [
    'og:title',
    'og:site_name',
    'author',
    'citation_author',
    'citation_authors',
    'citation_doi',
    'date',
    'og:locale',
    'generator',
    'article:modified_time',
  ];
  const head = names.map((name) => `<meta name="${name}" content="${long}">`).join('');
  const source = describe(
    `<title>${long}</title>${head}`,
    `<h1>${long}</h1><article class="hentry"><p class="byline">${long}</p><time class="published">${long}</time><div itemscope itemtype="https://schema.org/Article"><b itemprop="author">${long}</b></div></article>`,
  );
  expect(v.safeParse(Source, source).issues).toBeUndefined();
});

test('a list of several texts has no author and no date of its own', () => {
  const teaser = (name: string, day: number): string =>
    `<article><h2>${name}</h2><p class="byline">By ${name} Writer</p><time class="published" datetime="2020-01-0${day}">1</time></article>`;
  expect(describe('<title>All texts</title>', teaser('Ada', 1) + teaser('Bea', 2) + teaser('Cai', 3))).toEqual({
    address: ADDRESS,
    title: 'All texts',
  });
});

test('what another view of a single-page app left in the head is not told of this one', () => {
  expect(
    describe(
      '<title>Baking with rye</title><link rel="canonical" href="https://example.org/posts/two"><meta property="og:title" content="Sharpening a scythe"><meta name="author" content="Ann Other">',
    ),
  ).toEqual({ address: ADDRESS, title: 'Baking with rye' });
});

test('whatever a page states, what is kept fits the schema', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.integer({ min: 1, max: 20_000 }).map((length) => '😀a'.repeat(length / 2 + 1)),
  );
  const names = fc.constantFrom(
    'og:title',
    'og:url',
    'og:site_name',
    'og:locale',
    'author',
    'citation_author',
    'article:published_time',
    'date',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, text), { maxLength: 12 }), text, fc.jsonValue(), (tags, title, data) => {
      const page = document.implementation.createHTMLDocument(title);
      for (const [name, content] of tags) {
        const tag = page.createElement('meta');
        tag.setAttribute('property', name);
        tag.content = content;
        page.head.append(tag);
      }
      const script = page.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = JSON.stringify({
        '@type': 'Article',
        author: data,
        headline: data,
        publisher: data,
        inLanguage: data,
        '@graph': data,
      });
      page.head.append(script);
      expect(v.safeParse(Source, describeSource(page, ADDRESS)).issues).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
