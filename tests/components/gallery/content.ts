import type { Clip } from '../../../domain/clip.ts';
import type { ClipBody, Post } from '../../../domain/post.ts';
import type { CardView } from '../../../components/cardView.ts';

/** 23 November 2026, 10:00 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 10);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const id = (last: number): string => `01890a5d-ac96-774b-bcce-b302099a${String(last).padStart(4, '0')}`;

export const QUOTE =
  'Row virtualisation keeps only the rows in view in the document. With 10,000 rows the grid’s first paint fell from 1.9 s to 140 ms on our reference laptop, and scrolling stayed under 8 ms a frame. Column virtualisation brought nothing measurable below forty columns, and it broke the find-in-page that our support team lives by; we left it off.';

export const WHY = 'Rules out the table that we have: it draws every row, and the audit log has 40,000 of them.';

export const view: CardView = {
  why: WHY,
  decision: { question: 'Which grid do we build the audit log on?', stance: 'supports' },
  quote: QUOTE,
  tags: ['performance', 'grid', 'audit-log'],
  title: 'What virtualising a table is worth, measured',
  site: 'fieldnotes.example',
};

export const clip: Clip = {
  id: id(1),
  kind: 'passage',
  source: {
    address: 'https://fieldnotes.example/virtual-tables?utm_source=mail&token=8f2',
    title: view.title,
    site: view.site,
    author: 'M. Okafor',
    language: 'en',
  },
  quote: QUOTE,
  selectors: [
    { type: 'TextQuoteSelector', exact: QUOTE, prefix: 'What we measured: ', suffix: ' The rest of this note' },
    { type: 'TextPositionSelector', start: 1840, end: 2172 },
    {
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: '/main/article/p[4]' },
      endSelector: { type: 'XPathSelector', value: '/main/article/p[4]' },
      startOffset: 18,
      endOffset: 350,
    },
  ],
  context: { paragraph: `What we measured: ${QUOTE} The rest of this note is how.`, headings: ['Virtual tables', 'Results'] },
  pageKey: 'https://fieldnotes.example/virtual-tables',
  why: WHY,
  tags: view.tags.slice(),
  evidence: { decisionId: id(2), stance: 'supports' },
  createdAt: NOW - 3 * 60 * MINUTE,
  updatedAt: NOW - 3 * 60 * MINUTE,
};

export const body: ClipBody = {
  kind: 'clip',
  why: WHY,
  quote: QUOTE,
  target: { type: 'SpecificResource', source: 'https://fieldnotes.example/virtual-tables', selector: clip.selectors },
  title: view.title,
  site: view.site,
  author: 'M. Okafor',
  language: 'en',
  paragraph: clip.context.paragraph,
  headings: ['Virtual tables', 'Results'],
  tags: clip.tags,
  decision: { question: 'Which grid do we build the audit log on?', stance: 'supports' },
};

export const post: Post = {
  id: id(3),
  communityId: id(4),
  authorId: id(5),
  body,
  reactions: { relied: [id(6), id(7)] },
  createdAt: NOW - 26 * 60 * MINUTE,
  seq: 12,
};

export const audiences = [
  { communityId: id(4), name: 'Front-end guild', members: 4, mayPost: true },
  { communityId: id(8), name: 'Accessibility circle', members: 127, mayPost: true },
  { communityId: id(9), name: 'Architecture board', members: 9, mayPost: false },
];
