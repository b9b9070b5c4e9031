import { Fragment, type ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseMarkdown, type Block } from '../domain/markdown.ts';
import { parseInline, type Inline } from '../domain/markdownInline.ts';
import './styles/Markdown.css';

function inline(parts: readonly Inline[]): ComponentChildren {
  return parts.map((part, index) => {
    if (typeof part === 'string') return part;
    switch (part.type) {
      case 'strong':
        return <strong key={index}>{inline(part.children)}</strong>;
      case 'emphasis':
        return <em key={index}>{inline(part.children)}</em>;
      case 'code':
        return <code key={index}>{part.text}</code>;
      case 'link':
        return (
          <a key={index} href={part.address} target="_blank" rel="noopener noreferrer">
            {inline(part.children)}
          </a>
        );
      case 'break':
        return <br key={index} />;
    }
  });
}

const Text = ({ text }: { readonly text: string }) => <>{inline(parseInline(text))}</>;

/** A page's own headings stand below the title of the clip. */
function Heading({ level, text }: { readonly level: number; readonly text: string }) {
  const content = <Text text={text} />;
  if (level <= 2) return <h2 dir="auto">{content}</h2>;
  if (level === 3) return <h3 dir="auto">{content}</h3>;
  return <h4 dir="auto">{content}</h4>;
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'heading':
      return <Heading level={block.level} text={block.text} />;
    case 'paragraph':
      return (
        <p dir="auto">
          <Text text={block.text} />
        </p>
      );
    case 'code':
      return (
        // a keyboard has to be able to scroll it
        <pre tabIndex={0} dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} dir="auto">
          <Item blocks={item} />
        </li>
      ));
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'table':
      return (
        <div class="markdown-table" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    <Text text={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, index) => (
                    <td key={index}>
                      <Text text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'rule':
      return <hr />;
  }
}

/** An item that begins with a paragraph begins with its words. */
function Item({ blocks: [first, ...rest] }: { readonly blocks: readonly Block[] }) {
  if (!first) return null;
  return (
    <>
      {first.type === 'paragraph' ? <Text text={first.text} /> : <OneBlock block={first} />}
      <Blocks blocks={rest} />
    </>
  );
}

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, index) => (
      <Fragment key={index}>
        <OneBlock block={block} />
      </Fragment>
    ))}
  </>
);

/** A kept page's Markdown, to be read. It is made of elements, one by one: nothing in it can be markup of its own. */
export function Markdown({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class="markdown">
      <Blocks blocks={blocks} />
    </div>
  );
}
