import { expect, it } from 'vitest';
import { readLikely } from '../../surfaces/likelySearches.ts';

const reading = (isWanted = (): boolean => true) => {
  const log: string[] = [];
  const done = (recent: readonly string[]) =>
    readLikely(recent, {
      idle: () => Promise.resolve(void log.push('idle')),
      isWanted,
      readAhead: (query) => Promise.resolve(void log.push(query)),
    });
  return { log, done };
};

it('the last three searches are read ahead, each once there is time', async () => {
  const { log, done } = reading();
  await done(['grid', 'tag:css', 'flexbox', 'router']);
  expect(log).toEqual(['idle', 'grid', 'idle', 'tag:css', 'idle', 'flexbox']);
});

it('nothing more is, as soon as something is searched for', async () => {
  let letters = 0;
  const { log, done } = reading(() => ++letters < 2);
  await done(['grid', 'tag:css', 'flexbox']);
  expect(log).toEqual(['idle', 'grid', 'idle']);
});
