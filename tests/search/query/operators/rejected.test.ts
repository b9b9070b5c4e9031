import { expect, it } from 'vitest';
import { wantedTexts } from '../../../../search/query/index.ts';
import { parse } from '../queries.ts';

it.each(['rejected:flexbox', 'rejected:"flexbox"', 'rejected:(flexbox)', '-rejected:flexbox'])(
  '%s looks for it in the options that were not chosen only',
  (query) => {
    expect(wantedTexts(parse(`grid ${query}`)).map(({ part, fields }) => [part.text, fields])).toEqual([
      ['grid', undefined],
      ['flexbox', ['rejected']],
    ]);
  },
);
