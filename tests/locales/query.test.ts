import { expect, it } from 'vitest';
import { words } from '../../locales/index.ts';
import { parseQuery, understood } from '../../search/query/index.ts';

const NOW = new Date(2026, 10, 23).getTime();
const chips = (text: string) => understood(parseQuery(text, { now: NOW })).chips.map(({ says }) => words.query.chip(says));

it.each([
  ['grid "a b" -flex', ['grid', '“a b”', 'not flex']],
  ['site:a.example -tag:css by:ada in:guild', ['on a.example', 'not tagged css', 'by ada', 'in guild']],
  ['kind:photo status:decided', ['kind: image', 'status: accepted']],
  ['is:own -is:missing-why has:image -has:why', ['mine', 'not still missing a why', 'with a picture', 'without a why']],
  ['before:2026-03 after:last week', ['kept before 2026-03', 'kept since last week']],
  ['why:slow -rejected:(a OR b)', ['slow in the why', 'not (a or b) among what was rejected']],
  ['(a OR b) c', ['a or b', 'c']],
  ['-(a b)', ['not (a and b)']],
  ['(tag:a -b) OR "c d"', ['(tagged a and not b) or “c d”']],
])('the chips of %s say %j', (text, said) => {
  expect(chips(text)).toEqual(said);
});

it('a value is offered in words where it has some', () => {
  expect([words.query.value('is', 'orphan'), words.query.value('tag', 'css')]).toEqual(['no longer in its page', 'css']);
});

it.each([
  ['tag', undefined, 'a tag'],
  ['tag', 'css', 'a tag'],
  ['after', 'last week', 'kept since last week'],
  ['is', 'orphan', 'no longer in its page'],
  ['has', 'picture', 'with a picture'],
])('the meaning of %s:%s is told as “%s”', (operator, value, meaning) => {
  expect(words.query.meaning(operator, value)).toBe(meaning);
});
