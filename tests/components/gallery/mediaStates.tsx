import { ClipCard, type ClipCardProps } from '../../../components/ClipCard.tsx';
import { Composer, type ComposerProps } from '../../../components/Composer.tsx';
import { Picture } from '../../../components/Picture.tsx';
import { Reader } from '../../../components/Reader.tsx';
import { NOW, QUOTE, view } from './content.ts';

/** A drawing of a hill under a sky. */
export const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#9cc4e4"/><path d="M0 360V250Q320 120 640 250V360z" fill="#5c8a4a"/></svg>',
)}`;

const nothing = (): void => undefined;

export const TEXT = `# ${view.title}

We measured it on **three** machines with \`perf\`, see [the numbers](https://fieldnotes.example/numbers).

## Results

| Rows | Before | After |
| --- | --- | --- |
| 1,000 | 190 ms | 60 ms |
| 10,000 | 1.9 s | 140 ms |

> A table that is not drawn is fast.

-   Rows in view only
-   Columns, all of them:
    1.  because find-in-page needs them
    2.  because it brought nothing

\`\`\`js
for (const row of rows.slice(first, last)) draw(row);
\`\`\`
`;

/** The kinds of clips, as composer, card and reader show them. */
export const mediaStates = (composer: ComposerProps, card: ClipCardProps) => [
  {
    name: 'Composer, an image',
    show: () => (
      <Composer
        {...composer}
        state={{
          kind: 'image',
          title: view.title,
          site: view.site,
          picture: PICTURE,
          media: { caption: 'The hill behind the office, in May' },
        }}
      />
    ),
  },
  {
    name: 'Composer, a region without its picture',
    show: () => <Composer {...composer} state={{ kind: 'region', title: view.title, site: view.site }} />,
  },
  {
    name: 'Composer, a moment',
    show: () => (
      <Composer {...composer} state={{ kind: 'moment', title: view.title, picture: PICTURE, media: { seconds: 754, duration: 3_754 } }} />
    ),
  },
  {
    name: 'Composer, a link',
    show: () => (
      <Composer
        {...composer}
        state={{
          kind: 'link',
          title: view.title,
          quote: 'the numbers',
          media: {
            address: 'https://fieldnotes.example/a-very-long-path/that-goes-on/and-on/until-it-is-cut-off-in-the-end?with=parameters',
          },
        }}
      />
    ),
  },
  {
    name: 'Composer, several passages',
    show: () => (
      <Composer
        {...composer}
        state={{ ...composer.state, passages: ['Scrolling stayed under 8 ms a frame.', QUOTE] }}
        onRemovePassage={nothing}
        onSeparatePassage={nothing}
      />
    ),
  },
  {
    name: 'ClipCard, a moment with further passages',
    show: () => (
      <ClipCard
        {...card}
        view={{ ...view, kind: 'moment', media: { seconds: 754 }, morePassages: ['Scrolling stayed under 8 ms a frame.'] }}
        picture={<Picture kind="moment" src={PICTURE} />}
        onRead={nothing}
      />
    ),
  },
  {
    name: 'Reader',
    show: () => <Reader view={view} address="https://fieldnotes.example/" published="2026-05-04" createdAt={NOW} text={TEXT} />,
  },
  {
    name: 'Reader, nothing kept',
    show: () => <Reader view={{ ...view, why: '' }} address="https://fieldnotes.example/" createdAt={NOW} text={undefined} />,
  },
];
