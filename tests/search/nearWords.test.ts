import { describe, expect, it } from 'vitest';
import type { Doc } from '../../search/doc.ts';
import { NearWords, type TypedState } from '../../search/nearWords.ts';
import { wordAt } from '../../search/packedWords.ts';
import { SegmentBuilder } from '../../search/segmentBuilder.ts';

function near(
  typed: string,
  texts: readonly string[],
  { state = 'finished', language = 'en' }: { readonly state?: TypedState; readonly language?: string } = {},
): readonly string[] {
  const builder = new SegmentBuilder();
  texts.forEach((why, at) => builder.add({ id: String(at), kind: 'clip', fields: { why }, at } satisfies Doc));
  const segment = builder.pack();
  return new NearWords(segment, language).find(typed, state).map(({ word }) => wordAt(segment.words, word));
}

describe('a typed word stands, best first, for', () => {
  it('itself, its other forms, and what is a letter away', () => {
    expect(near('clips', ['clops', 'clip', 'clips', 'clap'])).toEqual(['clips', 'clip', 'clops']);
  });

  it('whatever it begins, the more of it was typed the better, as long as it is unfinished', () => {
    const texts = ['routers', 'route', 'grid'];
    expect(near('rou', texts, { state: 'unfinished' })).toEqual(['route', 'routers']);
    expect(near('rou', texts)).toEqual([]);
  });

  it('compounds that it begins or ends, when it is long enough to say something', () => {
    expect(near('daten', ['Datenbank', 'Kundendaten', 'Date', 'Datum'], { language: 'de' })).toEqual(['date', 'datenbank', 'kundendaten']);
    expect(near('bank', ['Datenbank', 'Banker'])).toEqual([]);
  });

  it('forms in the languages that the texts are in', () => {
    expect(near('entscheidungen', ['Entscheid'], { language: 'de' })).toEqual(['entscheid']);
    expect(near('entscheidungen', ['Entscheid'], { language: 'en' })).toEqual([]);
  });

  it('nothing like it, when it is common', () => {
    expect(near('clips', ['clops', 'clip', 'clips', 'clap'], { state: 'common' })).toEqual(['clips', 'clip']);
  });

  it('four hundred words at most', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => `word${n}`).join(' ');
    expect(near('w', [many], { state: 'unfinished' })).toHaveLength(400);
  });
});
