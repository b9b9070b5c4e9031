import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_FIELDS } from '../../domain/draft.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { composerModel } from '../../surfaces/composerModel.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const state = { draft: { id: ID, fields: EMPTY_FIELDS }, clipsHere: 0, audiences: [] };

/** A background that notes what it is asked, and answers what it is told to. */
function background(answers: Readonly<Record<string, () => Result<unknown>>> = {}) {
  const asked: { name: string; input: unknown }[] = [];
  const fake = (name: string, input: unknown): Promise<Result<unknown>> => {
    asked.push({ name, input });
    if (answers[name]) return Promise.resolve(answers[name]());
    const known: Readonly<Record<string, unknown>> = {
      composerState: state,
      keepDraft: { id: ID },
      completions: { tags: ['css'], decisions: [] },
    };
    return Promise.resolve(ok(known[name]));
  };
  // the fake speaks the few calls that the composer makes
  return { ask: fake as unknown as typeof ask, asked, names: () => asked.map(({ name }) => name) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function composing(answers?: Parameters<typeof background>[0]) {
  const told = background(answers);
  const closeFrame = vi.fn();
  const model = composerModel(ID, { ask: told.ask, closeFrame });
  await settle();
  return { ...told, model, closeFrame };
}

describe('while one types', () => {
  it('saves a moment after the last key, with all that was typed', async () => {
    const { model, asked } = await composing();
    model.edit({ ...EMPTY_FIELDS, why: 'b' });
    model.edit({ ...EMPTY_FIELDS, why: 'be' });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.filter(({ name }) => name === 'saveDraft')).toEqual([
      { name: 'saveDraft', input: { id: ID, fields: { ...EMPTY_FIELDS, why: 'be' } } },
    ]);
  });

  it('saves at once when the surface is going away', async () => {
    const { model, names } = await composing();
    model.edit({ ...EMPTY_FIELDS, why: 'half a tho' });
    void model.flush();
    expect(names()).toContain('saveDraft');
  });

  it('says when a draft could not be saved, and keeps what was typed', async () => {
    const { model } = await composing({ saveDraft: () => fail('quota-exceeded') });
    model.edit({ ...EMPTY_FIELDS, why: 'precious' });
    await vi.advanceTimersByTimeAsync(500);
    expect(model.phase.value).toMatchObject({ at: 'composing', fields: { why: 'precious' }, failure: { code: 'quota-exceeded' } });
  });

  it('closing saves first', async () => {
    const { model, names, closeFrame } = await composing();
    model.edit({ ...EMPTY_FIELDS, why: 'x' });
    await model.close();
    expect(names().at(-1)).toBe('saveDraft');
    expect(closeFrame).toHaveBeenCalledOnce();
  });
});

describe('when a draft can not be stored', () => {
  it('closing does not close: the words stay, with the reason', async () => {
    const { model, closeFrame } = await composing({ saveDraft: () => fail('quota-exceeded') });
    model.edit({ ...EMPTY_FIELDS, why: 'precious' });
    await vi.advanceTimersByTimeAsync(500);
    await model.close();
    expect(closeFrame).not.toHaveBeenCalled();
    expect(model.phase.value).toMatchObject({ at: 'composing', fields: { why: 'precious' }, failure: { code: 'quota-exceeded' } });
  });

  it('closing tries again, and closes once there is room', async () => {
    let isFull = true;
    const { model, asked, closeFrame } = await composing({ saveDraft: () => (isFull ? fail('quota-exceeded') : ok(undefined)) });
    model.edit({ ...EMPTY_FIELDS, why: 'precious' });
    await vi.advanceTimersByTimeAsync(500);
    isFull = false;
    await model.close();
    expect(closeFrame).toHaveBeenCalledOnce();
    expect(asked.at(-1)).toMatchObject({ name: 'saveDraft', input: { fields: { why: 'precious' } } });
  });
});

it('a surface that is gone closes nothing that comes after it', async () => {
  const { model, closeFrame } = await composing();
  await model.keep();
  model.dispose();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(closeFrame).not.toHaveBeenCalled();
});

describe('keeping', () => {
  it('says so, and closes by itself after a while', async () => {
    const { model, closeFrame } = await composing();
    await model.keep();
    expect(model.phase.value).toEqual({ at: 'kept', clipId: ID });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(closeFrame).toHaveBeenCalledOnce();
  });

  it('twice in a row keeps once', async () => {
    const { model, names } = await composing();
    await Promise.all([model.keep(), model.keep()]);
    expect(names().filter((name) => name === 'keepDraft')).toHaveLength(1);
  });

  it('that fails stays open with everything typed and the reason', async () => {
    const { model } = await composing({ keepDraft: () => fail('why-too-long', { length: 300_000, limit: 200_000 }) });
    model.edit({ ...EMPTY_FIELDS, why: 'long' });
    await model.keep();
    expect(model.phase.value).toMatchObject({ at: 'composing', saving: false, fields: { why: 'long' }, failure: { code: 'why-too-long' } });
  });

  it('with a community opens the review, and sends nothing', async () => {
    const { model, names } = await composing();
    model.edit({ ...EMPTY_FIELDS, why: 'x', shareTo: ID });
    await model.keep();
    expect(names()).toContain('reviewShare');
    expect(names()).not.toContain('shareClip');
  });

  it('can be undone: the draft is there again', async () => {
    const { model, names } = await composing();
    await model.keep();
    await model.undo();
    expect(names()).toContain('undoKeep');
    expect(model.phase.value.at).toBe('composing');
  });

  it('stays while somebody points at it', async () => {
    const { model, closeFrame } = await composing();
    await model.keep();
    model.hold(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(closeFrame).not.toHaveBeenCalled();
  });
});

it('stands before it knows what to complete from', async () => {
  const { model, names } = await composing();
  expect(names()).toEqual(['composerState', 'completions']);
  expect(model.completions.value.tags).toEqual(['css']);
});

it('says that a draft is gone', async () => {
  const { model } = await composing({ composerState: () => ok(null) });
  expect(model.phase.value).toEqual({ at: 'gone' });
});

describe('a page that can’t be read', () => {
  it('gets what was copied for its quote, and what was typed stays', async () => {
    const capture = { kind: 'passage', quote: 'copied', source: { address: 'about:blank', title: '' }, selectors: [], context: {} };
    const { model } = await composing({ quoteDraft: () => ok(capture) });
    model.edit({ ...EMPTY_FIELDS, why: 'typed' });
    await model.quote('copied');
    expect(model.phase.value).toMatchObject({ at: 'composing', fields: { why: 'typed' }, state: { draft: { capture } } });
  });

  it('keeps it when an older look at the draft is answered later', async () => {
    const capture = { kind: 'passage', quote: 'copied', source: { address: 'about:blank', title: '' }, selectors: [], context: {} };
    const looks: (() => Result<unknown>)[] = [() => ok(state)];
    const late = Promise.withResolvers<Result<unknown>>();
    // a promise in the place of its answer: the fake gives back whatever it is told
    const { model } = await composing({
      quoteDraft: () => ok(capture),
      composerState: () => (looks.shift() ?? (() => late.promise as never))(),
    });
    const refreshed = model.refresh();
    await model.quote('copied');
    late.resolve(ok(state));
    await refreshed;
    expect(model.phase.value).toMatchObject({ state: { draft: { capture } } });
  });

  it('says when that could not be stored', async () => {
    const { model } = await composing({ quoteDraft: () => fail('quota-exceeded') });
    await model.quote('copied');
    expect(model.phase.value).toMatchObject({ at: 'composing', failure: { code: 'quota-exceeded' } });
  });
});

describe('in a page that leaves no peace', () => {
  it('goes on in a window once what was typed is stored', async () => {
    const { model, names } = await composing();
    model.edit({ ...EMPTY_FIELDS, why: 'typed' });
    await model.toWindow();
    expect(names().slice(-2)).toEqual(['saveDraft', 'continueInWindow']);
  });

  it('stays while what was typed can’t be stored', async () => {
    const { model, names } = await composing({ saveDraft: () => fail('quota-exceeded') });
    model.edit({ ...EMPTY_FIELDS, why: 'typed' });
    await model.toWindow();
    expect(names()).not.toContain('continueInWindow');
  });
});

describe('how the person came to the page', () => {
  const trail = { query: 'grid', pages: [{ address: 'https://a.example/', title: 'A' }] };
  const withIt = { ...state, draft: { ...state.draft, capture: { context: { paragraph: 'around', trail } } } };
  const contextOf = (model: ReturnType<typeof composerModel>): unknown =>
    model.phase.value.at === 'composing' ? model.phase.value.state.draft.capture.context : undefined;

  it('is stored, and shown, as the person leaves it', async () => {
    const { model, asked } = await composing({ composerState: () => ok(withIt) });
    await model.editTrail({ pages: trail.pages });
    expect(contextOf(model)).toEqual({ paragraph: 'around', trail: { pages: trail.pages } });
    await model.editTrail(undefined);
    expect(contextOf(model)).toEqual({ paragraph: 'around' });
    expect(asked.filter(({ name }) => name === 'saveTrail').map(({ input }) => input)).toEqual([
      { id: ID, trail: { pages: trail.pages } },
      { id: ID },
    ]);
  });

  it('is still shown when it could not be taken out', async () => {
    const { model } = await composing({ composerState: () => ok(withIt), saveTrail: () => fail('database-blocked') });
    await model.editTrail(undefined);
    expect(contextOf(model)).toMatchObject({ trail });
    expect(model.phase.value).toMatchObject({ failure: { code: 'database-blocked' } });
  });
});

describe('what comes from the page meanwhile', () => {
  it('is shown, and what was typed stays', async () => {
    const { model, asked } = await composing();
    model.edit({ ...EMPTY_FIELDS, why: 'typed' });
    const before = asked.filter(({ name }) => name === 'composerState').length;
    await model.refresh();
    expect(asked.filter(({ name }) => name === 'composerState')).toHaveLength(before + 1);
    expect(model.phase.value).toMatchObject({ at: 'composing', fields: { why: 'typed' } });
  });

  const twoMore = { ...state, draft: { ...state.draft, capture: { morePassages: [{ quote: 'two' }, { quote: 'three' }] } } };
  const composerState = () => ok(twoMore);

  it('a passage that is taken out is named by its words', async () => {
    const { model, asked } = await composing({ composerState });
    await model.removePassage(1);
    expect(asked).toContainEqual({ name: 'removePassage', input: { id: ID, index: 1, quote: 'three' } });
  });

  it('a passage that is made a clip of its own leaves what was typed stored', async () => {
    const { model, names } = await composing({ composerState });
    model.edit({ ...EMPTY_FIELDS, why: 'typed' });
    await model.separatePassage(0);
    expect(names().indexOf('saveDraft')).toBeLessThan(names().indexOf('separatePassage'));
    expect(names()).toContain('saveDraft');
  });

  it('a passage that could not be taken out is told', async () => {
    const { model } = await composing({ composerState, removePassage: () => fail('not-found') });
    await model.removePassage(0);
    expect(model.phase.value).toMatchObject({ at: 'composing', failure: { code: 'not-found' } });
  });
});

describe('what is like what one writes', () => {
  const like = (line: string) => [{ id: ID, kind: 'clip', line, source: 'a.example' }];
  const why = (typed: string) => ({ ...EMPTY_FIELDS, why: typed });
  const whysAsked = (asked: readonly { name: string; input: unknown }[]) =>
    asked.filter(({ name }) => name === 'related').map(({ input }) => (input as { why: string }).why);

  it('is asked for once the why says something, then when typing rests, after all is stored', async () => {
    const { model, asked, names } = await composing({ related: () => ok(like('one')) });
    model.edit(why('because'));
    await settle();
    expect(whysAsked(asked)).toEqual([]);
    model.edit(why('because o'));
    await settle();
    expect(names().slice(-2)).toEqual(['saveDraft', 'related']);
    expect(model.related.cards.value).toEqual(like('one'));
    model.edit(why('because of'));
    await vi.advanceTimersByTimeAsync(300);
    model.edit(why('because of b'));
    await vi.advanceTimersByTimeAsync(300);
    expect(whysAsked(asked)).toEqual(['because o']);
    await vi.advanceTimersByTimeAsync(100);
    expect(whysAsked(asked)).toEqual(['because o', 'because of b']);
  });

  it('is asked for again with the decision, not with tags', async () => {
    const { model, asked } = await composing();
    model.edit(why('because of bees'));
    model.edit({ ...why('because of bees'), tags: 'hay' });
    await vi.advanceTimersByTimeAsync(500);
    expect(whysAsked(asked)).toHaveLength(1);
    model.edit({ ...why('because of bees'), tags: 'hay', decision: 'When?' });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.filter(({ name }) => name === 'related').at(-1)?.input).toEqual({ id: ID, why: 'because of bees', decision: 'When?' });
  });

  it('is there at once for a draft that was begun before, and goes with its why', async () => {
    const begun = { ...state, draft: { ...state.draft, fields: why('because of bees') } };
    const { model } = await composing({ composerState: () => ok(begun), related: () => ok(like('one')) });
    expect(model.related.cards.value).toEqual(like('one'));
    model.edit(why('be'));
    expect(model.related.cards.value).toEqual([]);
  });

  it('is what was asked for last, whichever answer comes last', async () => {
    const [first, second] = [Promise.withResolvers<Result<unknown>>(), Promise.withResolvers<Result<unknown>>()];
    const answers = [first.promise, second.promise];
    // a promise in the place of its answer: the fake gives back whatever it is told
    const { model } = await composing({ related: () => answers.shift() as never });
    model.edit(why('because o'));
    await settle();
    model.edit(why('because of bees'));
    await vi.advanceTimersByTimeAsync(500);
    second.resolve(ok(like('second')));
    first.resolve(ok(like('first')));
    await settle();
    expect(model.related.cards.value).toEqual(like('second'));
  });

  it('is not missed when it can’t be told: nothing is shown, and nothing said', async () => {
    const { model } = await composing({ related: () => fail('background-gone') });
    model.edit(why('because of bees'));
    await vi.advanceTimersByTimeAsync(500);
    expect(model.related.cards.value).toEqual([]);
    expect(model.phase.value).not.toHaveProperty('failure');
  });

  it('is asked for no more once it is kept', async () => {
    const { model, asked } = await composing();
    model.edit(why('because o'));
    await settle();
    model.edit(why('because of bees'));
    await model.keep();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(whysAsked(asked)).toEqual(['because o']);
  });

  it('opens once what was typed is stored, and not while it can’t be', async () => {
    let isFull = false;
    const { model, names } = await composing({
      related: () => ok(like('one')),
      saveDraft: () => (isFull ? fail('quota-exceeded') : ok(undefined)),
    });
    model.edit(why('because of bees'));
    await settle();
    model.edit(why('because of bees.'));
    await model.related.open(ID);
    expect(names().slice(-2)).toEqual(['saveDraft', 'openRelated']);
    isFull = true;
    model.edit(why('because of bees..'));
    await model.related.open(ID);
    expect(names().at(-1)).toBe('saveDraft');
  });
});
