import { accuracy } from './anchoring/accuracy.ts';
import { openBenchBrowser } from './anchoring/browser.ts';
import { caseLog } from './anchoring/cases.ts';
import { pagesAccuracy } from './anchoring/pages.ts';
import { everySize, speed } from './anchoring/speed.ts';
import type { Benchmark } from './measure/benchmark.ts';

export const goals: Benchmark['goals'] = {
  'unchanged.right': { atLeast: 0.999 },
  'light.right': { atLeast: 0.97 },
  'light.wrong': { atMost: 0.01 },
  'heavy.right-or-uncertain': { atLeast: 0.8 },
  'heavy.wrong': { atMost: 0.02 },
  'deleted.false': { atMost: 0.01 },
  'page-1mb.clips-100.total': { atMost: 150 },
  'page-1mb.clips-100.longest-task': { atMost: 50 },
  'page-1mb.clips-100.times-peer': { atLeast: 10 },
  'growth.clips-10x': { atMost: 4 },
};

/** Whether passages are found again in pages that were changed, in how much time, and what the leading client does there. */
export const run: Benchmark['run'] = async ({ isQuick, pages }) => {
  const browser = await openBenchBrowser();
  const log = caseLog(process.env['WHENCE_BENCH_CASES']);
  try {
    if (pages !== undefined) return await pagesAccuracy(browser, pages, log);
    const half = process.env['WHENCE_BENCH_HALF'] === 'tuning' ? 'tuning' : 'reporting';
    return [
      ...(await accuracy(browser, { half, every: isQuick ? 4 : 1, log })),
      ...(await speed(browser, isQuick ? { sizes: ['100kb', '1mb'], repetitions: 3 } : { sizes: everySize, repetitions: 5 })),
    ];
  } finally {
    log.write();
    await browser.close();
  }
};
