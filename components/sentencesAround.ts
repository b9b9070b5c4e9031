/** Of a longer quote nothing around is shown: it explains itself. In UTF-16 code units. */
const SHORT_QUOTE = 140;
/** A longer sentence is cut, so that it leaves the quote its room. */
const LONGEST_SENTENCE = 80;

/**
 * The sentence before a short quote and the one after it, or what is left of the quote's own, with the space that
 * sets them apart; either may be empty. Undefined when the quote is long, or is not in its paragraph.
 */
export function sentencesAround(
  quote: string,
  paragraph: string,
  language?: string,
): { readonly before: string; readonly after: string } | undefined {
  if (quote === '' || quote.length > SHORT_QUOTE) return undefined;
  const at = paragraph.indexOf(quote);
  if (at < 0) return undefined;
  const segmenter = segmenterOf(language);
  const sentences = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
  return {
    before: cutAtStart((sentences(paragraph.slice(0, at)).at(-1) ?? '').trimStart()),
    after: cutAtEnd(firstSaying(sentences(paragraph.slice(at + quote.length))).trimEnd()),
  };
}

/** The sentences up to the first that has a letter: the quote's own full stop says nothing. */
const firstSaying = (sentences: readonly string[]): string =>
  sentences.slice(0, sentences.findIndex((sentence) => /[\p{L}\p{N}]/u.test(sentence)) + 1).join('');

/** By language; making one takes longer than using it. */
const segmenters = new Map<string | undefined, Intl.Segmenter>();

function segmenterOf(language: string | undefined): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? newSegmenter(language);
  segmenters.set(language, segmenter);
  return segmenter;
}

function newSegmenter(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // a page may call its language anything
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

/** A word may be as long as the sentence, where words have no spaces between. */
function cutAtEnd(sentence: string): string {
  if (sentence.length <= LONGEST_SENTENCE) return sentence;
  const cut = sentence.slice(0, LONGEST_SENTENCE);
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST_SENTENCE / 2 ? cut.slice(0, space) : cut}…`;
}

function cutAtStart(sentence: string): string {
  if (sentence.length <= LONGEST_SENTENCE) return sentence;
  const cut = sentence.slice(-LONGEST_SENTENCE);
  const space = cut.indexOf(' ');
  return `…${space >= 0 && space < LONGEST_SENTENCE / 2 ? cut.slice(space + 1) : cut}`;
}
