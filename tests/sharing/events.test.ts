import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventParser, type ServerEvent } from '../../sharing/events.ts';

const parse = (...pieces: string[]): ServerEvent[] => {
  const events: ServerEvent[] = [];
  const read = eventParser((event) => events.push(event));
  pieces.forEach(read);
  return events;
};

describe('a stream of events', () => {
  it.each([
    ['an event with its name', 'event: poke\ndata: {}\n\n', [{ name: 'poke', data: '{}' }]],
    ['an event without a name', 'data: x\n\n', [{ name: 'message', data: 'x' }]],
    ['data without the space', 'data:x\n\n', [{ name: 'message', data: 'x' }]],
    ['data with two spaces, of which one belongs to it', 'data:  x\n\n', [{ name: 'message', data: ' x' }]],
    ['data in several lines', 'data: a\ndata: b\n\n', [{ name: 'message', data: 'a\nb' }]],
    [
      'carriage returns',
      'event: poke\r\ndata: x\r\n\r\ndata: y\r\r',
      [
        { name: 'poke', data: 'x' },
        { name: 'message', data: 'y' },
      ],
    ],
    ['comments and other fields', ': ping\n\nid: 7\nretry: 1\ndata: x\n: between\n\n', [{ name: 'message', data: 'x' }]],
    ['an event without data', 'event: poke\n\ndata: x\n\n', [{ name: 'message', data: 'x' }]],
    ['an event that has not ended', 'data: x\n', []],
    ['a field without a colon', 'data\n\n', [{ name: 'message', data: '' }]],
  ])('gives %s', (_, text, events) => {
    expect(parse(text)).toEqual(events);
  });

  it('is the same wherever it is cut', () => {
    const line = fc.constantFrom('event: poke', 'data: {"seq":1}', 'data:', ': ping', 'id: 3', '', '', 'data: ünï 👍');
    const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, lineBreak), { maxLength: 30 }), fc.array(fc.nat(400), { maxLength: 20 }), (lines, cuts) => {
        const text = lines.flat().join('');
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((one, other) => one - other), text.length];
        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(parse(...pieces)).toEqual(parse(text));
      }),
    );
  });

  it('is the same when a line break is cut in two', () => {
    expect(parse('event: poke\r', '\ndata: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual([{ name: 'poke', data: 'a\nb' }]);
  });

  it('passes over an event that is longer than any of ours, however it is cut, and goes on', () => {
    const long = 'x'.repeat(40_000);
    const expected = [{ name: 'message', data: 'after' }];
    expect(parse(`data: ${long}${long}\n\ndata: after\n\n`)).toEqual(expected);
    expect(parse(`data: ${long}`, long, '\n\ndata: after\n\n')).toEqual(expected);
    expect(parse(`data: ${long}\ndata: ${long}\n\n`, 'data: after\n\n')).toEqual(expected);
  });

  it('of many comments without an empty line still gives what comes after them', () => {
    expect(parse(': ping\n'.repeat(20_000), 'data: x\n\n')).toEqual([{ name: 'message', data: 'x' }]);
  });
});
