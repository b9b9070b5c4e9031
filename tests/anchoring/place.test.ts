import { describe, expect, it, test } from 'vitest';
import { fold } from '../../anchoring/folding.ts';
import { candidatesOf, type Candidate } from '../../anchoring/locate.ts';
import { bestPlace } from '../../anchoring/place.ts';
import { PageIndex } from '../../anchoring/seeds.ts';
import { readTarget } from '../../anchoring/target.ts';

const BEFORE =
  'The ferry committee met in the old customs house. ' +
  'We keep the winter timetable until the river has been free of ice for eleven days, because the pilots asked for it. ' +
  'Afterwards the treasurer showed the accounts of the autumn market.';
const QUOTE = 'We keep the winter timetable until the river has been free of ice for eleven days';

interface Asked {
  readonly quote?: string;
  readonly before?: string;
  readonly after: string;
  /** Whether the surroundings were recorded. */
  readonly hasContext?: boolean;
  readonly hasPosition?: boolean;
  readonly likeness?: number;
  readonly telling?: string;
}

/** Clip a quote of one text and find it in another. */
function find({ quote = QUOTE, before = BEFORE, after, hasContext = true, hasPosition = true, likeness, telling }: Asked) {
  const start = before.indexOf(quote);
  const end = start + quote.length;
  const target = readTarget([
    {
      type: 'TextQuoteSelector',
      exact: quote,
      ...(telling !== undefined && { telling }),
      ...(hasContext && { prefix: before.slice(Math.max(0, start - 128), start), suffix: before.slice(end, end + 128) }),
    },
    ...(hasPosition ? [{ type: 'TextPositionSelector', start, end } as const] : []),
  ]);
  const page = new PageIndex(fold(after));
  while (page.step());
  const place = target && bestPlace(candidatesOf(page, target), { recorded: hasPosition ? start : undefined, likeness });
  return place && { quality: place.quality, text: page.text.slice(place.start, place.end), score: place.score };
}

test('words that were put in inside the quote do not cut it: both ends are found', () => {
  const after = BEFORE.replace('until the river', 'and the two lower landings, as the council had decided in spring, until the river');
  expect(find({ after })).toMatchObject({
    quality: 'fuzzy',
    text: 'We keep the winter timetable and the two lower landings, as the council had decided in spring, until the river has been free of ice for eleven days',
  });
});

test('a word that was replaced, and one that was taken out, leave the rest where it is', () => {
  const after = BEFORE.replace('eleven', 'nine').replace('winter ', '');
  expect(find({ after })).toMatchObject({
    quality: 'fuzzy',
    text: 'We keep the timetable until the river has been free of ice for nine days',
  });
});

test('text that was moved is found without its surroundings', () => {
  expect(find({ after: `${'Other news of the week. '.repeat(20)}${QUOTE}. Nothing else happened.` })).toMatchObject({
    quality: 'moved',
    text: QUOTE,
  });
});

test('white space, punctuation and case do not tell a quote from itself', () => {
  const after = BEFORE.replace(QUOTE, 'We keep the Winter timetable - until the river has been free of ice, for eleven days');
  expect(find({ after })?.quality).toBe('fuzzy');
});

test('a quote whose last word has grown together with the next one is found whole', () => {
  expect(find({ after: BEFORE.replace('eleven days, because', 'eleven daysbecause') })).toMatchObject({ quality: 'exact', text: QUOTE });
});

test('a quote that is gone is not found, though its surroundings stand', () => {
  expect(find({ after: BEFORE.replace(QUOTE, 'The timetable was left as it was') })).toBeNull();
});

test('a quote of which less than half is left is put to the person', () => {
  const after = BEFORE.replace(QUOTE, 'We keep the winter timetable until the mayor comes back from the capital with a new one');
  expect(find({ after })).toMatchObject({ quality: 'uncertain' });
});

const ROWS = ['Anna', 'Boris', 'Chiara', 'Dmitri']
  .map((name) => `${name} rows the second boat on Mondays and is paid by the hour.`)
  .join(' ');

it('what stands around tells repetitions apart, also when the right one was changed', () => {
  const quote = 'rows the second boat on Mondays and is paid by the hour';
  const start = ROWS.indexOf(quote, ROWS.indexOf('Chiara'));
  const target = readTarget([
    {
      type: 'TextQuoteSelector',
      exact: quote,
      prefix: ROWS.slice(start - 60, start),
      suffix: ROWS.slice(start + quote.length, start + quote.length + 60),
    },
  ]);
  const later = `A new season. ${ROWS}`.replace('Anna', 'Alma');
  const page = new PageIndex(fold(later));
  const place = target && bestPlace(candidatesOf(page, target), { recorded: undefined, likeness: undefined });
  expect(place?.quality).toBe('moved');
  expect(later.slice((place?.start ?? 0) - 7, place?.start)).toBe('Chiara ');
});

test('repetitions that nothing tells apart are uncertain, but for the one that is much nearer to where it was', () => {
  const line = 'the same words on every line of it ';
  const before = line.repeat(30);
  const quote = line.trim();
  expect(find({ quote, before, after: `x ${line.repeat(30)}`, hasContext: false, hasPosition: false })?.quality).toBe('uncertain');
  expect(find({ quote, before, after: before, hasContext: false })?.quality).toBe('exact');
});

test('quotes of scripts that write without spaces are found when they were changed', () => {
  const before = '委员会在旧海关开会。我们保留冬季时刻表，直到河流十一天没有结冰，因为领航员要求这样做。后来司库出示了秋季市场的账目。';
  const quote = '我们保留冬季时刻表，直到河流十一天没有结冰';
  const after = before.replace('十一天', '整整九天');
  expect(find({ quote, before, after })).toMatchObject({ quality: 'fuzzy', text: '我们保留冬季时刻表,直到河流整整九天没有结冰' });
});

test('what was like a passage from the start is not taken for it when it has gone', () => {
  const twin = QUOTE.replace('winter', 'summer').replace('eleven', 'nine');
  const asked = { before: `${BEFORE} ${twin}.`, after: `Nothing that stood here is left, whoever may ask. ${twin}. And other news.` };
  expect(find(asked)?.quality).toBe('fuzzy');
  expect(find({ ...asked, likeness: 0.9, telling: 'winter eleven' })?.quality).toBe('uncertain');
  const changed = { ...asked, after: BEFORE.replace('the river has been', 'it is').replace('timetable', 'times') };
  expect(find({ ...changed, likeness: 0.9, telling: 'winter eleven' })?.quality).toBe('fuzzy');
});

test('a short passage that was like no other is known again without its surroundings', () => {
  const quote = 'quinces instead of pears';
  const asked = { quote, before: `We plant ${quote} this year.`, after: `A new beginning of everything. They chose ${quote} and left.` };
  expect(find(asked)?.quality).toBe('uncertain');
  expect(find({ ...asked, likeness: 0.3 })).toMatchObject({ quality: 'moved', text: quote });
});

test('a passage without any word is found between the words that were beside it', () => {
  const before = 'start the server } } }) then wait for the light start the pump }); and wait for the bell';
  const asked = { quote: '} } })', before };
  expect(find({ ...asked, after: `A note. ${before}` })).toMatchObject({ quality: 'moved', text: '} } })' });
  expect(find({ ...asked, after: before.replace('} } }) ', '') })).toBeNull();
  expect(find({ ...asked, after: `} } }) elsewhere. ${before.replace('server', 'old mill').replace('then', 'and')}` })).toBeNull();
});

describe('where the quote stands whole', () => {
  const whole: Candidate = { start: 200, end: 240, isWhole: true, kept: 1, told: 1, around: 0.3, bits: 170, quoteBits: 58, inserted: 0 };
  const unknown = { recorded: undefined, likeness: undefined };

  it('words that are spread over more around it add nothing', () => {
    const spread: Candidate = { ...whole, start: 20, isWhole: false, around: 0.8, bits: 350, inserted: 3 };
    expect(bestPlace([spread, whole], unknown)).toMatchObject({ start: 200, quality: 'moved' });
  });

  it('what was like it from the start is no rival', () => {
    const twin: Candidate = { ...whole, start: 20, end: 60, isWhole: false, kept: 0.9, told: 0, around: 0.6, bits: 190 };
    expect(bestPlace([twin, whole], unknown)).toMatchObject({ start: 200, quality: 'moved' });
  });
});
