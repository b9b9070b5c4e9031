import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../domain/markdown.ts';
import { parseInline } from '../../domain/markdownInline.ts';

describe('blocks', () => {
  it.each([
    ['a heading', '## What it cost', [{ type: 'heading', level: 2, text: 'What it cost' }]],
    [
      'paragraphs',
      'one\ntwo\n\nthree',
      [
        { type: 'paragraph', text: 'one\ntwo' },
        { type: 'paragraph', text: 'three' },
      ],
    ],
    [
      'code, in which nothing is markup',
      '```js\n# not a heading\n\n- nor a list\n```',
      [{ type: 'code', language: 'js', text: '# not a heading\n\n- nor a list' }],
    ],
    ['code that is never closed', '```\nx', [{ type: 'code', language: '', text: 'x' }]],
    ['a rule', '---', [{ type: 'rule' }]],
    [
      'a quotation',
      '> one\n> \n> two',
      [
        {
          type: 'quote',
          blocks: [
            { type: 'paragraph', text: 'one' },
            { type: 'paragraph', text: 'two' },
          ],
        },
      ],
    ],
    ['a table', '| a | b |\n| --- | --- |\n| x \\| y | z |', [{ type: 'table', head: ['a', 'b'], rows: [['x | y', 'z']] }]],
    ['a line of bars that is no table', '| a |', [{ type: 'paragraph', text: '| a |' }]],
  ])('%s', (_, text, expected) => {
    expect(parseMarkdown(text)).toEqual(expected);
  });

  it('a list keeps what is indented in its item, and another kind of list is another', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', text });
    expect(parseMarkdown('-   one\n    \n    more\n-   two\n    -   inner\n\n3.  three')).toEqual([
      {
        type: 'list',
        start: undefined,
        items: [
          [paragraph('one'), paragraph('more')],
          [paragraph('two'), { type: 'list', start: undefined, items: [[paragraph('inner')]] }],
        ],
      },
      { type: 'list', start: 3, items: [[paragraph('three')]] },
    ]);
  });

  it('any text is read, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('#', '-', '>', '|', '`', ' ', '\n', 'a', '1', '.', '*'), maxLength: 300 }), (text) => {
        expect(Array.isArray(parseMarkdown(text))).toBe(true);
      }),
    );
    expect(parseMarkdown('>'.repeat(100_000)).length).toBe(1);
  });
});

describe('inline', () => {
  it.each([
    ['a *b* c', ['a ', { type: 'emphasis', children: ['b'] }, ' c']],
    ['**b *c***', [{ type: 'strong', children: ['b ', { type: 'emphasis', children: ['c'] }] }]],
    ['`a * b`', [{ type: 'code', text: 'a * b' }]],
    ['``a ` b``', [{ type: 'code', text: 'a ` b' }]],
    ['\\*not\\* \\[this\\]', ['*not* [this]']],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    ['one  \ntwo\nthree', ['one', { type: 'break' }, 'two three']],
    ['[b](https://a.example/x_(y) "title")', [{ type: 'link', address: 'https://a.example/x_(y)', children: ['b'] }]],
    ['[*b*](mailto:a@b.example)', [{ type: 'link', address: 'mailto:a@b.example', children: [{ type: 'emphasis', children: ['b'] }] }]],
    ['[b] alone', ['[b] alone']],
    ['<b>text</b>', ['<b>text</b>']],
  ])('%s', (text, expected) => {
    expect(parseInline(text)).toEqual(expected);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '#part', 'file:///etc/passwd', '//b.example'])(
    'a link to %s is its words',
    (address) => {
      expect(JSON.stringify(parseInline(`[words](${address})`))).not.toContain('link');
    },
  );

  it('lines of a paragraph are joined by one space, whatever surrounds their ends', () => {
    expect(parseInline('one \n two\n*three*\nfour  \nfive')).toEqual([
      'one  two ',
      { type: 'emphasis', children: ['three'] },
      ' four',
      { type: 'break' },
      'five',
    ]);
  });

  it('any text is read, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', '[', ']', '(', ')', '`', '\\', 'a', ' ', '\n'), maxLength: 200 }), (text) => {
        expect(Array.isArray(parseInline(text))).toBe(true);
      }),
    );
    const before = performance.now();
    for (const mark of ['[', '*', '**a', '`', '[a](']) parseInline(mark.repeat(5_000));
    parseInline('a line of a long paragraph\n'.repeat(40_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
