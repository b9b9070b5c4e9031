import * as v from 'valibot';
import { Clip } from '../../domain/clip.ts';
import { Decision, decisionKey } from '../../domain/decision.ts';
import type { Result } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import { KeptSighting } from '../../domain/sighting.ts';
import { countRowsExpression, IS_DATABASE_MADE, putManyClipsExpression, putRowsExpression } from './drivers/database.ts';
import { until } from './drivers/waiting.ts';
import { keepManyExpression } from './manyClips/index.ts';

/** What is asked of a browser to keep rows in it. */
interface Keeping {
  readonly backstage: () => Promise<{ readonly evaluate: <T>(expression: string) => Promise<T> }>;
  readonly ask: (name: 'rebuildIndex', input: undefined) => Promise<Result<undefined>>;
}

export type KeptRows = Readonly<Record<string, readonly unknown[]>>;

/** The nth id of a kind of rows. */
const id = (group: string, n: number): string => `01900000-0000-7${group}-8000-${String(n).padStart(12, '0')}`;

/** Noon, so that it is the same day wherever the tests run. */
const noon = (day: string): number => new Date(`${day}T12:00:00`).getTime();

const decision = (n: number, question: string, status: string, day: string): Decision & { readonly key: string } => ({
  ...v.parse(Decision, { id: id('001', n), question, status, createdAt: noon(day), updatedAt: noon(day) }),
  key: decisionKey(question),
});

interface Written {
  readonly kind?: string;
  readonly address: string;
  readonly title: string;
  readonly author?: string;
  readonly quote?: string;
  readonly why: string;
  readonly tags?: readonly string[];
  readonly day: string;
  readonly decision?: number;
}

const clip = (n: number, { kind = 'passage', address, title, author, quote, why, tags = [], day, decision: tied }: Written): Clip =>
  v.parse(Clip, {
    id: id('002', n),
    kind,
    source: { address, title, language: 'en', ...(author && { author }) },
    ...(quote && { quote }),
    selectors: quote ? [{ type: 'TextQuoteSelector', exact: quote }] : [],
    context: {},
    pageKey: pageKey(address),
    why,
    tags,
    ...(tied !== undefined && { evidence: { decisionId: id('001', tied), stance: 'supports' } }),
    createdAt: noon(day),
    updatedAt: noon(day),
  });

/** A person's own clips and decisions: each page has one clip, so that each is found by itself. */
const CLIPS = [
  clip(1, {
    address: 'https://docs.example.com/grid/areas',
    title: 'Grid areas',
    author: 'Ada Lovelace',
    quote: 'Rows and columns are declared once',
    why: 'Keeps the latency table readable on a phone',
    tags: ['css/grid', 'tables'],
    day: '2026-03-05',
    decision: 1,
  }),
  clip(2, {
    address: 'https://www.example.org/wrapping',
    title: 'Wrapping text around pictures',
    author: 'Grace Hopper',
    quote: 'A float is taken out of the flow',
    why: 'The clearfix is what we leave behind',
    tags: ['css'],
    day: '2026-02-20',
  }),
  clip(3, {
    kind: 'region',
    address: 'https://github.com/whence/board/issues/7',
    title: 'Board: issue 7',
    why: 'The toolbar overlaps the title here',
    tags: ['bug'],
    day: '2025-11-30',
  }),
  clip(4, { kind: 'page', address: 'https://wiki.example.net/Orphans', title: 'A page without a reason', why: '', day: '2025-06-10' }),
  clip(5, {
    kind: 'link',
    address: 'https://blog.example.fr/billet',
    title: 'Billet',
    why: 'Café crème, déjà goûté',
    tags: ['machine learning'],
    day: '2025-03-15',
  }),
  clip(6, {
    kind: 'image',
    address: 'https://example.jp/annai',
    title: '案内',
    why: '東京都の図書館は月曜日に休館',
    tags: ['案内'],
    day: '2025-02-10',
  }),
  clip(7, {
    kind: 'moment',
    address: 'https://video.example.tv/watch',
    title: 'A talk',
    why: 'Explains consensus with <b>three</b> generals & one letter',
    tags: ['talk'],
    day: '2024-12-20',
  }),
] as const;

export const LIBRARY: KeptRows = {
  clips: CLIPS,
  decisions: [
    decision(1, 'Which layout do dashboards get?', 'accepted', '2026-01-20'),
    decision(2, 'Do we keep the monorepo?', 'rejected', '2025-10-10'),
    decision(3, 'Who answers the phone?', 'open', '2025-05-05'),
  ],
  sightings: [v.parse(KeptSighting, { id: id('002', 2), part: 0, quality: 'missing', seenAt: noon('2026-02-21') })],
};

/** Short names of what there is to be found, by a part of its card's label; the posts are the demo community's. */
const NAMES = {
  'latency table': 'grid',
  clearfix: 'float',
  'toolbar overlaps': 'toolbar',
  'without a reason': 'reasonless',
  Café: 'café',
  図書館: 'library',
  consensus: 'consensus',
  dashboards: 'Dashboards?',
  monorepo: 'Monorepo?',
  phone: 'Phone?',
  'hand-made modal': 'dialog post',
  'derived totals': 'state post',
  '20 pixels': 'target post',
  'nine real bugs': 'strict post',
  'role attributes': 'aria post',
  'real visits': 'budget post',
} as const;

/** The short name of what has this label, or the label. */
export const nameOf = (label: string): string => {
  const [, found = label] = Object.entries(NAMES).find(([part]) => label.includes(part)) ?? [];
  return found;
};

const POSTS = ['budget post', 'aria post', 'strict post', 'target post', 'state post', 'dialog post'] as const;
const OWN = ['grid', 'float', 'toolbar', 'reasonless', 'café', 'library', 'consensus'] as const;

/** What is typed, and the names of what is found, the best or the newest first. */
export const QUERIES: readonly (readonly [query: string, ...found: string[]])[] = [
  ['site:example.com', 'grid'],
  ['site:docs.example.com/grid', 'grid'],
  ['site:example', 'grid', 'float', 'reasonless', 'café', 'library', 'consensus'],
  ['-site:example is:mine kind:clip', 'toolbar'],
  ['tag:css', 'grid', 'float'],
  ['tag:css/grid', 'grid'],
  ['tag:"machine learning"', 'café'],
  ['tag:案内', 'library'],
  ['tag:css tag:tables', 'grid'],
  ['by:ada', 'grid'],
  ['by:"Grace H"', 'float'],
  ['by:me kind:clip', ...OWN],
  ['by:amara', 'strict post', 'dialog post'],
  ['in:guild', ...POSTS],
  ['in:"Front-end guild" tag:accessibility', 'aria post', 'target post', 'dialog post'],
  ['kind:region', 'toolbar'],
  ['kind:screenshots', 'toolbar'],
  ['kind:decision', 'Dashboards?', 'Monorepo?', 'Phone?'],
  ['kind:page', 'reasonless'],
  ['kind:link OR kind:moment', 'café', 'consensus'],
  ['status:accepted', 'Dashboards?'],
  ['status:decided', 'Dashboards?'],
  ['status:rejected OR status:open', 'Monorepo?', 'Phone?'],
  ['is:mine tag:css', 'grid', 'float'],
  ['is:shared tag:platform', 'dialog post'],
  ['is:orphan', 'float'],
  ['is:missing-why', 'reasonless'],
  ['is:unanswered'],
  ['has:picture', 'toolbar', 'library', 'consensus'],
  ['has:decision is:mine', 'grid'],
  ['has:replies by:jonas', 'budget post', 'state post'],
  ['-has:why kind:clip', 'reasonless'],
  ['-has:tag kind:clip', 'reasonless'],
  ['before:2025', 'consensus'],
  ['before:2025-03', 'library', 'consensus'],
  ['after:2026-03 is:mine', 'grid'],
  ['after:2025-11 before:2026-02', 'Dashboards?', 'toolbar'],
  ['why:latency', 'grid'],
  ['why:wrapping'],
  ['why:(overlaps toolbar)', 'toolbar'],
  ['rejected:float'],
  ['"latency table"', 'grid'],
  ['"table latency"'],
  ['latency -tag:css'],
  ['(tag:bug OR tag:talk) -kind:moment', 'toolbar'],
  ['tag:bug OR tag:talk kind:moment', 'toolbar', 'consensus'],
  ['-(tag:css OR tag:bug) is:mine kind:clip', 'reasonless', 'café', 'library', 'consensus'],
];

/** What is typed wrong, and what is found first: what can't be understood is looked for as words. */
export const MALFORMED: readonly (readonly [query: string, first: string])[] = [
  ['"overlaps', 'toolbar'],
  ['(overlaps', 'toolbar'],
  ['overlaps)', 'toolbar'],
  ['OR overlaps', 'toolbar'],
  ['overlaps OR', 'toolbar'],
  ['overlaps is:blue', 'toolbar'],
  ['overlaps foo:bar', 'toolbar'],
  ['overlaps after:soon', 'toolbar'],
  ['overlaps -', 'toolbar'],
  ['overlaps tag:', 'toolbar'],
  ['overlaps -is:', 'toolbar'],
  ['overlaps rejected:', 'toolbar'],
];

/**
 * Put rows into a browser, and have everything indexed. A page of ours that is open doesn't hear of it: do this before
 * opening one.
 */
export async function keepRows(browser: Keeping, rows: KeptRows): Promise<void> {
  await putRows(browser, putRowsExpression(rows));
  await browser.ask('rebuildIndex', undefined);
  await indexed(browser);
}

const ONE_OF_MANY = clip(1, {
  address: 'https://many.example/',
  title: 'One of many',
  why: 'Kept for later',
  tags: ['many'],
  day: '2024-06-15',
});

/** Put many clips into a browser, without indexing them: “Kept for later 1” is the newest. */
export const putManyClips = (browser: Keeping, count: number): Promise<void> =>
  putRows(browser, putManyClipsExpression(ONE_OF_MANY, count));

/** The same, with an index that knows them. */
export const keepManyClips = async (browser: Keeping, count: number): Promise<void> =>
  putRows(browser, await keepManyExpression(ONE_OF_MANY, count));

async function putRows(browser: Keeping, expression: string): Promise<void> {
  const backstage = await browser.backstage();
  await until('the extension has made its database', () => backstage.evaluate(IS_DATABASE_MADE));
  await backstage.evaluate(expression);
}

/** How many rows a table has. */
export const countOf = async (browser: Pick<Keeping, 'backstage'>, table: string): Promise<number> =>
  (await browser.backstage()).evaluate<number>(countRowsExpression(table));

/** Wait until the stored index knows everything. */
export const indexed = (browser: Pick<Keeping, 'backstage'>, ms?: number): Promise<boolean> =>
  until(
    'everything is indexed',
    async () => (await countOf(browser, 'searchIndex')) === 2 && (await countOf(browser, 'unindexed')) === 0,
    ms,
  );

/** What is waited for in a document comes within so many milliseconds; a popup may have closed. */
const PATIENCE = 10_000;

/** JavaScript that waits until something is so in a document, and throws when it does not come. */
const when = (view: string): string => `((is) => new Promise((resolve, reject) => {
  if (is()) return resolve();
  const observer = new ${view}.MutationObserver(() => {
    if (!is()) return;
    clearTimeout(timer);
    observer.disconnect();
    resolve();
  });
  // of the window that asks: those of one that closed never ring
  const timer = setTimeout(() => {
    observer.disconnect();
    reject(new Error('waited in vain: ' + is));
  }, ${PATIENCE});
  observer.observe(${view}.document.body, { childList: true, subtree: true, characterData: true, attributes: true });
}))`;

/**
 * An expression that puts a query into the search field of a window of ours as a paste does, and answers what is said of
 * what it finds (`3 results`). The field is emptied first, so that no earlier answer is taken for this one's. Throws
 * when the field takes no text.
 */
export const enter = (query: string, view = 'window'): string => `(async () => {
  const { document } = ${view};
  const when = ${when(view)};
  await when(() => document.querySelector('#search'));
  const field = document.querySelector('#search');
  field.focus();
  field.select();
  if (field.value !== '' && !document.execCommand('delete')) throw new Error('the field can’t be emptied');
  await when(() => field.value === '' && !document.querySelector('.app-found'));
  const isTaken = document.execCommand('insertText', false, ${JSON.stringify(query)});
  if (!isTaken || field.value !== ${JSON.stringify(query)}) throw new Error('the field took “' + field.value + '”');
  await when(() => document.querySelector('.app-count [role=status]')?.textContent);
  return document.querySelector('.app-count [role=status]').textContent;
})()`;

/** As `enter`; answers the labels of the cards that are found, in their order. There may be thirty at most: of more some are drawn. */
export const find = (query: string, view = 'window'): string => `(async () => {
  const { document } = ${view};
  const numberIn = (text) => Number(text.replace(/\\D/g, ''));
  await ${enter(query, view)};
  // it may change while the index is built anew
  const said = () => numberIn(document.querySelector('.app-count [role=status]')?.textContent ?? '');
  // those of one page are folded; the first few are drawn before the rest
  const folded = () => [...document.querySelectorAll('.more-cards-button')].reduce((sum, { textContent }) => sum + numberIn(textContent), 0);
  await ${when(view)}(() => document.querySelectorAll('[data-card]').length + folded() >= said());
  return [...document.querySelectorAll('[data-card]')].map((card) => card.getAttribute('aria-label'));
})()`;
