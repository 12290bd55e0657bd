import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Block, Inline } from './markdown.ts';

interface PageTextProps {
  readonly blocks: readonly Block[];
  /** Follows a link to another page. */
  readonly onPage: (page: string) => void;
}

/** A help page as the window shows it. */
export function PageText({ blocks, onPage }: PageTextProps) {
  return (
    <>
      {blocks.map((block, at) => (
        <PageBlock key={at} block={block} onPage={onPage} />
      ))}
    </>
  );
}

function Words({ inlines, onPage }: { readonly inlines: readonly Inline[] } & Pick<PageTextProps, 'onPage'>) {
  return (
    <>
      {inlines.map((inline, at) => (
        <Fragment key={at}>{wordsOf(inline, onPage)}</Fragment>
      ))}
    </>
  );
}

function wordsOf(inline: Inline, onPage: PageTextProps['onPage']): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'emphasis':
      return <em>{inline.text}</em>;
    case 'link':
      return (
        <button type="button" className="help-link" onClick={() => onPage(inline.page)}>
          {inline.text}
        </button>
      );
  }
}

function PageBlock({ block, onPage }: { readonly block: Block } & Pick<PageTextProps, 'onPage'>) {
  const words = (inlines: readonly Inline[]) => <Words inlines={inlines} onPage={onPage} />;
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{words(block.inlines)}</h3> : <h4>{words(block.inlines)}</h4>;
    case 'paragraph':
      return <p>{words(block.inlines)}</p>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>{words(item)}</li>
          ))}
        </ul>
      );
    case 'table': {
      const [headings = [], ...rows] = block.rows;
      return (
        <table>
          <thead>
            <tr>
              {headings.map((cell, at) => (
                <th key={at} scope="col">
                  {words(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, place) => (
                  <td key={place}>{words(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
  }
}
