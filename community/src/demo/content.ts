import type { PostBody } from '../../../domain/post.ts';

/** Who is in the demo community; the first makes it. */
export const PEOPLE = ['Amara Diallo', 'Jonas Lindqvist', 'Mei Tanaka'] as const;
export type Person = (typeof PEOPLE)[number];

export const COMMUNITY = {
  name: 'Front-end guild',
  purpose: 'Why we build our interfaces the way we do: what we read, what we decided, and what would change our mind.',
} as const;

interface DemoReply {
  readonly by: Person;
  readonly text: string;
}

interface DemoPost {
  readonly by: Person;
  readonly body: PostBody;
  readonly replies: readonly DemoReply[];
  readonly reliedOnBy: readonly Person[];
}

interface Clipped {
  readonly why: string;
  readonly quote: string;
  readonly address: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly tags: readonly string[];
  readonly decision: Extract<PostBody, { kind: 'clip' }>['decision'];
}

const clip = ({ why, quote, address, title, headings, tags, decision }: Clipped): PostBody => ({
  kind: 'clip',
  why,
  quote,
  target: { type: 'SpecificResource', source: address, selector: [{ type: 'TextQuoteSelector', exact: quote }] },
  title,
  site: new URL(address).host.replace(/^www\./, ''),
  language: 'en',
  headings: [...headings],
  tags: [...tags],
  ...(decision && { decision }),
});

/** From the oldest to the newest. Quotes are a few words of public pages, so that a clip can be opened at its passage. */
export const POSTS: readonly DemoPost[] = [
  {
    by: 'Amara Diallo',
    body: clip({
      why: 'Because our hand-made modal loses focus on Firefox and we keep patching it. The platform does focus, Escape and the top layer for us.',
      quote: 'represents a part of an application that a user interacts with to perform a task',
      address: 'https://html.spec.whatwg.org/multipage/interactive-elements.html',
      title: 'HTML Standard: Interactive elements',
      headings: ['Interactive elements', 'The dialog element'],
      tags: ['dialog', 'accessibility', 'platform'],
      decision: { question: 'Own modal component or the dialog element?', stance: 'supports' },
    }),
    replies: [
      { by: 'Jonas Lindqvist', text: 'One thing to keep in mind: closing animations need a workaround. I would still take it.' },
      { by: 'Amara Diallo', text: 'Agreed. We accepted an abrupt close rather than another library.' },
    ],
    reliedOnBy: ['Jonas Lindqvist', 'Mei Tanaka'],
  },
  {
    by: 'Jonas Lindqvist',
    body: clip({
      why: 'Settles the argument in the checkout review: derived totals are computed while rendering, not synchronised afterwards.',
      quote: 'an escape hatch from the React paradigm',
      address: 'https://react.dev/learn/you-might-not-need-an-effect',
      title: 'You Might Not Need an Effect – React',
      headings: ['You Might Not Need an Effect'],
      tags: ['react', 'state'],
      decision: { question: 'Where do we compute derived state?', stance: 'informs' },
    }),
    replies: [{ by: 'Mei Tanaka', text: 'This removed three effects from the basket, and the flicker with them.' }],
    reliedOnBy: ['Mei Tanaka'],
  },
  {
    by: 'Mei Tanaka',
    body: clip({
      why: 'Our icon buttons are 20 pixels. This is the number to hold the design system to, and it is a level AA criterion, so not a matter of taste.',
      quote: 'is at least 24 by 24 CSS pixels',
      address: 'https://www.w3.org/TR/WCAG22/',
      title: 'Web Content Accessibility Guidelines (WCAG) 2.2',
      headings: ['Operable', 'Input Modalities', 'Target Size (Minimum)'],
      tags: ['accessibility', 'design system'],
      decision: { question: 'How small may a button be?', stance: 'supports' },
    }),
    replies: [{ by: 'Amara Diallo', text: 'Does the table toolbar count as inline? Its icons stand in a row with text.' }],
    reliedOnBy: ['Amara Diallo'],
  },
  {
    by: 'Amara Diallo',
    body: clip({
      why: 'Turning it on for the whole repository cost two days and found nine real bugs. Written down here for the teams that still hesitate.',
      quote: 'stronger guarantees of program correctness',
      address: 'https://www.typescriptlang.org/tsconfig/',
      title: 'TypeScript: TSConfig Reference',
      headings: ['Type Checking', 'Strict'],
      tags: ['typescript'],
      decision: { question: 'Strict type checking for old packages too?', stance: 'supports' },
    }),
    replies: [{ by: 'Jonas Lindqvist', text: 'We did it package by package, the leaves first. That kept every pull request reviewable.' }],
    reliedOnBy: ['Jonas Lindqvist'],
  },
  {
    by: 'Mei Tanaka',
    body: clip({
      why: 'The reason why we took the role attributes off the menu again: what they promised, our keyboard handling did not keep.',
      quote: 'No ARIA is better than Bad ARIA',
      address: 'https://www.w3.org/WAI/ARIA/apg/practices/read-me-first/',
      title: 'Read Me First | APG | WAI | W3C',
      headings: ['Read Me First', 'No ARIA is better than Bad ARIA'],
      tags: ['accessibility', 'aria'],
      decision: { question: 'Is the site navigation a menu?', stance: 'opposes' },
    }),
    replies: [],
    reliedOnBy: ['Amara Diallo', 'Jonas Lindqvist'],
  },
  {
    by: 'Jonas Lindqvist',
    body: clip({
      why: 'A budget that we can measure on real visits. Above it we split the task; below it we leave the code alone, whatever the profiler says.',
      quote: '200 milliseconds',
      address: 'https://web.dev/articles/inp',
      title: 'Interaction to Next Paint (INP)',
      headings: ['What is a good INP score?'],
      tags: ['performance', 'budget'],
      decision: { question: 'Which performance budget do we hold?', stance: 'informs' },
    }),
    replies: [{ by: 'Mei Tanaka', text: 'What would change our mind about measuring only the slowest quarter of visits?' }],
    reliedOnBy: [],
  },
];
