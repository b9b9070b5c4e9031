/** One figure. Absent rather than invented when it could not be measured. */
export interface Result {
  readonly metric: string;
  readonly value: number;
  readonly unit: 'ms' | 'bytes' | 'ratio' | 'share' | 'per-second';
  /** How many measurements the value stands for. */
  readonly repetitions: number;
  /** The middle half of them: lower and upper quartile. Absent where there was one measurement only. */
  readonly spread?: readonly [number, number];
}

/** Where a figure should stay. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

export interface RunOptions {
  /** Fewer repetitions, done within a minute or two, for a look while one works. */
  readonly isQuick: boolean;
  /** A folder of page pairs to report on instead of the project's own: `<name>/before.html`, `after.html`, `metadata.json`. */
  readonly pages: string | undefined;
}

/** What a file of tests/bench exports. */
export interface Benchmark {
  /** Builds of script/build.ts that must be there. */
  readonly builds?: readonly string[];
  /** By metric. */
  readonly goals: Readonly<Record<string, Goal>>;
  readonly run: (options: RunOptions) => Promise<readonly Result[]>;
}
