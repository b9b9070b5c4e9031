import * as v from 'valibot';
import { expect, it } from 'vitest';
import { findCalls } from '../../messaging/findProtocol.ts';
import { COMMUNITY, idOf } from '../storage/samples.ts';

const isOpenable = (id: string): boolean => v.safeParse(findCalls.openRelated.input, { id, kind: 'clip' }).success;

it('what is opened is named by a card’s id, and by nothing that could lead elsewhere', () => {
  expect([idOf(1), `${COMMUNITY}/${idOf(1)}`].map(isOpenable)).toEqual([true, true]);
  expect(['', 'https://a.example/', `${idOf(1)}&q=x`, `${idOf(1)}/${idOf(2)}/${idOf(3)}`].map(isOpenable)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
