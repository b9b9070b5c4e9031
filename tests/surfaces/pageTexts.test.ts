import { expect, it, vi } from 'vitest';
import type { ClipCardData } from '../../surfaces/cards.ts';
import { pageTexts } from '../../surfaces/pageTexts.ts';
import { aCapture, idOf } from '../storage/samples.ts';

const card = (n: number, kind: 'page' | 'passage' = 'page'): ClipCardData => ({
  kind: 'clip',
  id: idOf(n),
  clip: { ...aCapture({ kind }), id: idOf(n), pageKey: 'x', why: '', tags: [], createdAt: n, updatedAt: n },
  decision: undefined,
  shares: [],
  drifts: [],
});

function reading(texts: Readonly<Record<string, string>> = {}) {
  const read = vi.fn(async (id: string) => {
    if (texts[id] === 'broken') throw new Error('unreadable');
    return texts[id];
  });
  const learnt: string[] = [];
  const end = new AbortController();
  return { read, learnt, end, texts: pageTexts(read, (ids) => learnt.push(...ids), end.signal) };
}

it('the texts of pages are learnt a few at a time, and told once they are', async () => {
  const clips = Array.from({ length: 8 }, (_, n) => card(n));
  const { texts, learnt } = reading(Object.fromEntries(clips.map(({ id }) => [id, `text of ${id}`])));
  texts.follow(clips);
  await vi.waitFor(() => expect(texts.read.value).toBe(1));
  expect(learnt).toEqual(clips.map(({ id }) => id));
  expect(texts.textOf(idOf(3))).toBe(`text of ${idOf(3)}`);
});

it('each is read once, and that of a passage never', async () => {
  const { texts, read } = reading({ [idOf(1)]: 'one' });
  texts.follow([card(1), card(2, 'passage')]);
  texts.follow([card(1), card(2, 'passage')]);
  await vi.waitFor(() => expect(texts.read.value).toBe(1));
  expect(read.mock.calls.map(([id]) => id)).toEqual([idOf(1)]);
});

it('what can’t be read holds up nothing', async () => {
  const { texts, learnt } = reading({ [idOf(1)]: 'broken', [idOf(2)]: 'two' });
  texts.follow([card(1), card(2)]);
  await vi.waitFor(() => expect(learnt).toEqual([idOf(2)]));
});

it('the addresses of links are not searched', async () => {
  const { texts, learnt } = reading({ [idOf(1)]: 'see [the numbers](https://a.example/secret-path)' });
  texts.follow([card(1)]);
  await vi.waitFor(() => expect(learnt).toHaveLength(1));
  expect(texts.textOf(idOf(1))).toBe('see the numbers');
});

it('a text is searched and shown as its reader sees it, without the marks that shape it', async () => {
  const written =
    '## As a rule\n\n- keep **four** `fifths` of area_m2, _never_ all\n- mind the 2\\_000 litres\n\n| Roof | Barrel |\n| --- | ---: |\n| Shed | 450 l |';
  const { texts, learnt } = reading({ [idOf(1)]: written });
  texts.follow([card(1)]);
  await vi.waitFor(() => expect(learnt).toHaveLength(1));
  expect(texts.textOf(idOf(1))?.replace(/\s+/g, ' ').trim()).toBe(
    'As a rule keep four fifths of area_m2, never all mind the 2_000 litres Roof Barrel Shed 450 l',
  );
});
