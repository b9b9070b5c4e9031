import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { Source } from '../../../domain/clip.ts';
import { pdfDate, pdfSource } from '../../../surfaces/pdf/pdfSource.ts';

const ADDRESS = 'https://a.example/papers/tides%20of%20spring.pdf#page=2';
const sourceOf = (info: unknown, xmp: Readonly<Record<string, unknown>> = {}) =>
  pdfSource({ metadata: async () => ({ info, xmp: (name) => xmp[name] }) }, ADDRESS);

describe('the source of a PDF', () => {
  it('is what its dictionary says', async () => {
    expect(
      await sourceOf({ Title: 'Tides', Author: 'Mara', CreationDate: 'D:20240131', ModDate: 'D:20240202101500Z', Language: 'en_GB' }),
    ).toEqual({
      address: 'https://a.example/papers/tides%20of%20spring.pdf',
      title: 'Tides',
      author: 'Mara',
      published: '2024-01-31',
      modified: '2024-02-02T10:15:00Z',
    });
  });
  it('is what its XMP says, where it has one', async () => {
    const xmp = { 'dc:title': 'The tides', 'dc:creator': ['Mara', 'Ivo'], 'prism:doi': '10.1000/182', 'prism:publicationdate': '2024-01' };
    expect(await sourceOf({ Title: 'x', Language: 'en-gb' }, xmp)).toMatchObject({
      title: 'The tides',
      author: 'Mara, Ivo',
      published: '2024-01',
      language: 'en-GB',
      citation: { doi: '10.1000/182' },
    });
  });
  it.each(['', '  ', 'untitled', 'Microsoft Word - draft.docx', 'draft7.dvi', 42, null])(
    'has the file’s name for the title %j',
    async (Title) => {
      expect((await sourceOf({ Title })).title).toBe('tides of spring.pdf');
    },
  );
  it.each([null, 'text', { Title: 'x'.repeat(10_000), Author: '\u0000\u0001', CreationDate: '!', ModDate: {}, Language: 'no language' }])(
    'fits the schema whatever %j holds',
    async (info) => {
      expect(v.safeParse(Source, await sourceOf(info)).success).toBe(true);
    },
  );
  it('is there also when its metadata can’t be read', async () => {
    const broken = { metadata: () => Promise.reject(new Error('broken')) };
    expect(await pdfSource(broken, ADDRESS)).toEqual({ address: ADDRESS.split('#')[0], title: 'tides of spring.pdf' });
  });
});

it.each([
  ["D:20240131093000+01'00'", '2024-01-31T09:30:00+01:00'],
  ['D:20240131093000Z', '2024-01-31T09:30:00Z'],
  ['D:20240131093000', '2024-01-31T09:30:00'],
  ['20240131', '2024-01-31'],
  ['D:2024', '2024'],
  ['2024-01-31T09:30:00Z', '2024-01-31T09:30:00Z'],
  ['yesterday', undefined],
  [undefined, undefined],
])('the date %j is %j', (stated, date) => {
  expect(pdfDate(stated)).toBe(date);
});
