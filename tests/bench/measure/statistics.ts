/** The value below which a share (0 to 1) of the samples lies, interpolated between neighbours. Throws without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('no samples');
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** What a result says of its samples beside its value. */
export const spreadOf = (samples: readonly number[]): { readonly repetitions: number; readonly spread: readonly [number, number] } => ({
  repetitions: samples.length,
  spread: [percentile(samples, 0.25), percentile(samples, 0.75)],
});
