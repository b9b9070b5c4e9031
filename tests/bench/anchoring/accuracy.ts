import { LANGUAGES } from '../data/languages/languages.ts';
import { tokensOf, tokenSource, type PageText, type TokenSource } from '../data/pageText.ts';
import { PAGE_KINDS, writePage } from '../data/pageTexts.ts';
import { chooseQuotes } from '../data/quotes.ts';
import { readmeFiles, readReadme } from '../data/readmes.ts';
import { render, type RenderedPage, type Span } from '../data/render.ts';
import { MANNERS, revise } from '../data/revise.ts';
import type { Result } from '../measure/benchmark.ts';
import { seededRandom, type Random } from '../measure/random.ts';
import type { BenchBrowser } from './browser.ts';
import type { CaseLog } from './cases.ts';
import type { Verdict } from './judge.ts';
import { shares } from './score.ts';
import { findAgain, type PagePair } from './trial.ts';

/** Tuned on one, reported on the other. */
export type Half = 'tuning' | 'reporting';

export interface AccuracyOptions {
  readonly half: Half;
  /** Of the pages in all languages, kinds and manners, every how manieth is taken. */
  readonly every: number;
  readonly log: CaseLog;
}

const QUOTES_A_CLASS = 6;

/** Every language, kind of page and manner of editing; and so many pages of real prose in each manner. */
const READMES = 20;
const WAYS = Object.entries(MANNERS);
const WRITTEN = LANGUAGES.length * PAGE_KINDS.length * WAYS.length;
const PAIRS = WRITTEN + READMES * WAYS.length;

/** One page in two versions, with quotes and where they went. The same number gives the same; the halves share no page. */
export function pagePair(at: number, half: Half): PagePair {
  const random = seededRandom((at * 2 + (half === 'tuning' ? 1 : 0)) * 7_919 + 17);
  const source = tokenSource();
  const [wayName, way] = WAYS[at % WAYS.length] ?? ['corrected', MANNERS.corrected];
  const [name, text] = textOf(at, half, random, source);
  const later = revise(text, way, random, source);
  const design = random.below(1_000_000);
  const before = render(text, seededRandom(design));
  // every other site keeps its design
  const after = render(later, seededRandom(random.below(2) === 0 ? design : design + 1));
  return {
    name: `${at} ${name} ${wayName}`,
    before: before.html,
    after: after.html,
    quotes: chooseQuotes(text, later, QUOTES_A_CLASS, random),
    words: { before: wordsOf(text, before), after: wordsOf(later, after) },
    textContent: { before: before.textContent, after: after.textContent },
  };
}

const wordsOf = (page: PageText, { spans }: RenderedPage): Span[] => tokensOf(page).map(({ id }) => spans.get(id) ?? [0, 0]);

function textOf(at: number, half: Half, random: Random, source: TokenSource): readonly [name: string, text: PageText] {
  const turn = Math.floor(at / WAYS.length);
  if (at >= WRITTEN) {
    const files = readmeFiles();
    const file = files[((at - WRITTEN) * 2 + (half === 'tuning' ? 1 : 0)) % files.length] ?? '';
    return [file, readReadme(file, source)];
  }
  const language = LANGUAGES[turn % LANGUAGES.length] ?? LANGUAGES[0];
  const kind = PAGE_KINDS[Math.floor(turn / LANGUAGES.length) % PAGE_KINDS.length] ?? 'article';
  return [`${language.code} ${kind}`, writePage(kind, language, 3 + random.below(5), random, source)];
}

/** What is found again of the project's own corpus. */
export async function accuracy(browser: BenchBrowser, { half, every, log }: AccuracyOptions): Promise<readonly Result[]> {
  const [ours, peers]: [Verdict[], Verdict[]] = [[], []];
  for (let at = 0; at < PAIRS; at += every) {
    const pair = pagePair(at, half);
    if (pair.quotes.length === 0) continue;
    const trial = await findAgain(browser, pair);
    ours.push(...trial.ours);
    peers.push(...trial.peers);
    for (const one of trial.cases) log.add(one);
  }
  return [...shares(ours), ...shares(peers, 'peer.')];
}
