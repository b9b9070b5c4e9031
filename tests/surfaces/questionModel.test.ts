import { expect, it } from 'vitest';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { questionModel } from '../../surfaces/questionModel.ts';
import { idOf } from '../storage/samples.ts';

function asking({ query = 'grid', kept = new Map<string, string>(), answers = [] as Result<{ id: string }>[] } = {}) {
  const sent: unknown[] = [];
  const send = (_: string, input: unknown) => {
    sent.push(input);
    return Promise.resolve(answers.shift() ?? ok({ id: idOf(9) }));
  };
  const model = questionModel({
    communityId: idOf(1),
    query,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    // a reply is all that is asked for
    ask: send as unknown as typeof ask,
    newIds: () => ({ mutationId: idOf(2), postId: idOf(3) }),
  });
  return { ...model, kept, sent };
}

it.each([
  ['which grid', 'which grid'],
  ['tag:css "first paint" site:a.example after:2026', 'first paint'],
  ['why:(slow OR late) -float rejected:table', 'slow late table'],
  ['is:missing-why', ''],
])('a search for %s begins a question with the words “%s”', (query, words) => {
  expect(asking({ query }).text.value).toBe(words);
});

it('what is written is there again after the sheet was closed, whatever is searched then', () => {
  const { write, kept } = asking();
  write('Which grid, and why?');
  expect(asking({ kept, query: 'table' }).text.value).toBe('Which grid, and why?');
});

it('a question that was emptied begins anew', () => {
  const { write, kept } = asking();
  write('Which');
  write('');
  expect(asking({ kept }).text.value).toBe('grid');
});

it('once sent it is no draft any more', async () => {
  const { write, send, kept, sent } = asking();
  write('Which grid?');
  expect(await send()).toBe(true);
  expect(kept.size).toBe(0);
  expect(sent).toEqual([{ mutationId: idOf(2), postId: idOf(3), communityId: idOf(1), body: { kind: 'note', text: 'Which grid?' } }]);
});

it('one that could not be sent says why and stays; sent again, the old failure is gone', async () => {
  const { write, send, kept, failure, isBusy } = asking({ answers: [fail('background-gone')] });
  write('Which grid?');
  expect(await send()).toBe(false);
  expect([failure.value?.code, isBusy.value, [...kept.values()]]).toEqual(['background-gone', false, ['Which grid?']]);
  const again = send();
  expect([failure.value, isBusy.value]).toEqual([undefined, true]);
  expect(await again).toBe(true);
});
