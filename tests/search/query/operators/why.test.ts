import { expect, it } from 'vitest';
import { wantedTexts } from '../../../../search/query/index.ts';
import { parse } from '../queries.ts';

it.each(['why:flexbox', 'why:"flexbox"', 'why:(flexbox)', '-why:flexbox'])(
  '%s looks for it in the reason of a clip, or a decision’s because only',
  (query) => {
    expect(wantedTexts(parse(`grid ${query}`)).map(({ part, fields }) => [part.text, fields])).toEqual([
      ['grid', undefined],
      ['flexbox', ['why', 'because']],
    ]);
  },
);
