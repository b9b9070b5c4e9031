import type { Random } from '../measure/random.ts';

type Phrases = readonly [string, ...string[]];

/** What a small community of practice reads and argues about. */
interface Subject {
  readonly site: string;
  readonly tags: Phrases;
  readonly things: Phrases;
  readonly questions: Phrases;
}

const SUBJECTS: readonly [Subject, ...Subject[]] = [
  {
    site: 'handbook.bench.example',
    tags: ['water', 'barrels', 'winter', 'allotment'],
    things: [
      'the overflow pipe',
      'a second rain barrel',
      'the filter at the downspout',
      'the pump by the shed',
      'the drip line along the beans',
    ],
    questions: ['How large should the next barrel be?', 'Do we water by hand in June?', 'Who empties the barrels before the frost?'],
  },
  {
    site: 'engineering.bench.example',
    tags: ['queues', 'retries', 'incidents', 'latency'],
    things: ['the retry budget', 'a dead-letter queue', 'the nightly batch', 'the idempotency key', 'the health check of the gateway'],
    questions: ['Where do we keep messages that failed twice?', 'Is one queue per tenant worth it?', 'How long may a request wait?'],
  },
  {
    site: 'clinic.bench.example',
    tags: ['handover', 'wards', 'checklists', 'night shift'],
    things: [
      'the handover sheet',
      'a spoken summary',
      'the medication round',
      'the second check at discharge',
      'the board in the corridor',
    ],
    questions: ['What is said at every handover?', 'Paper or screen at the bedside?', 'Who closes an open checklist?'],
  },
  {
    site: 'library.bench.example',
    tags: ['catalogue', 'loans', 'archives', 'newcomers'],
    things: [
      'the subject heading',
      'a shelf for returns',
      'the finding aid',
      'the reading room by the stairs',
      'the loan period for new members',
    ],
    questions: ['Do we catalogue pamphlets one by one?', 'How long is a first loan?', 'Which boxes are scanned first?'],
  },
  {
    site: 'workshop.bench.example',
    tags: ['glue', 'joints', 'repair café', 'tools'],
    things: ['the hide glue', 'a loose tenon', 'the clamp with the cork pads', 'the shared plane', 'the bench for beginners'],
    questions: ['Which glue do learners start with?', 'Do we lend the plane?', 'When is a chair beyond repair?'],
  },
];

const OBSERVATIONS: Phrases = [
  'held through two winters without anybody touching it',
  'was the first thing that newcomers asked about',
  'cost less than the meeting in which it was discussed',
  'failed quietly, and was noticed three weeks later',
  'turned out to be needed only on the busiest days',
  'saved about an hour each week for the two people who measured',
  'did no harm, but nobody could say what it was for',
];
const REASONS: Phrases = [
  'because the old way depended on one person remembering it',
  'because we had counted, and the difference was not in doubt',
  'since every alternative needed a key that only the office has',
  'because a mistake can be undone with it and not without it',
  'although it was slower at first, since it can be explained in a minute',
  'because the numbers of the neighbours did not hold for our slope',
];
const BEARINGS: Phrases = [
  'Settles the question for',
  'Speaks against',
  'The best account so far of',
  'Shows what we would give up with',
  'Worth reading again before we buy',
  'Explains to newcomers why we kept',
];
const SECOND_SENTENCES: Phrases = [
  'We looked again in spring and found the same.',
  'Two of the nine disagreed, and their reasons are in the minutes.',
  'Nobody has asked for the former arrangement since.',
  'The figures are from one season and should be read as such.',
  'What it would take to change our minds is written on the last page.',
];

/** The text of one clip, as a person might have met it. */
export interface Passage {
  readonly site: string;
  readonly title: string;
  readonly heading: string;
  readonly quote: string;
  readonly paragraph: string;
  readonly why: string;
  readonly tags: readonly string[];
  readonly question: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function passage({ pick, below }: Random): Passage {
  const subject = pick(SUBJECTS);
  const [thing, other] = [pick(subject.things), pick(subject.things)];
  const quote = `${capital(thing)} ${pick(OBSERVATIONS)}, ${pick(REASONS)}.`;
  return {
    site: subject.site,
    title: `${capital(thing)}, after ${below(9) + 2} years`,
    heading: `What became of ${other}`,
    quote,
    paragraph: `${pick(SECOND_SENTENCES)} ${quote} ${capital(other)} ${pick(OBSERVATIONS)}. ${pick(SECOND_SENTENCES)}`,
    why: `${pick(BEARINGS)} ${other} ${pick(REASONS)}`,
    tags: [...new Set([pick(subject.tags), pick(subject.tags)])],
    question: pick(subject.questions),
  };
}
