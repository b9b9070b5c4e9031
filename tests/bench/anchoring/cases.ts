import { writeFileSync } from 'node:fs';
import type { Verdict } from './judge.ts';
import type { Found, Selectors } from './page/bench.ts';

export interface Case {
  readonly page: string;
  readonly verdict: Verdict;
  readonly selectors: Selectors;
  /** The text at the true place, with what is hidden in it. */
  readonly expected: string | null;
  readonly found: Found | null;
  readonly textContent: string;
}

export interface CaseLog {
  readonly add: (one: Case) => void;
  readonly write: () => void;
}

/** Collects what was not right, to look at one by one: as JSON lines in a file, or nowhere. */
export function caseLog(file: string | undefined): CaseLog {
  const lines: string[] = [];
  return {
    add: ({ page, verdict, selectors, expected, found, textContent }) => {
      const isAsHoped = verdict.kind === 'deleted' ? verdict.outcome === 'missing' : verdict.outcome === 'right';
      if (file === undefined || isAsHoped) return;
      const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
      const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
      lines.push(
        JSON.stringify({
          class: verdict.kind,
          outcome: verdict.outcome,
          isInPlace: verdict.isInPlace,
          page,
          quote: quote?.exact,
          prefix: quote?.prefix,
          suffix: quote?.suffix,
          position: position?.start,
          expected,
          got: found && textContent.slice(...found.offsets),
          quality: found?.quality,
          score: found?.score,
        }),
      );
    },
    write: () => {
      if (file !== undefined) writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    },
  };
}
