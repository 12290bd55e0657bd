import type { Mark } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { MarkButton } from './mark-button.tsx';

/** What a table of marks shows. */
export interface MarkTableProps<Row extends Mark> {
  readonly document: string;
  readonly caption: string;
  /** What the first column holds. */
  readonly head: string;
  readonly marks: readonly Row[];
  /** Columns beside name and count. */
  readonly more?: readonly { readonly head: string; readonly text: (mark: Row) => string }[];
}

/** The marks of a picture as a table; their names filter as the picture does. */
export function MarkTable<Row extends Mark>({
  document,
  caption,
  head,
  marks,
  more = [],
}: MarkTableProps<Row>) {
  return (
    <table className="mark-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{overviewMessages.cookies}</th>
          {more.map((column) => (
            <th scope="col" key={column.head}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <tr key={mark.term}>
            <th scope="row">
              <MarkButton
                document={document}
                mark={mark}
                among={marks}
                className="mark-name"
                label={overviewMessages.entriesOf(mark.label, mark.count)}
              >
                {mark.label || overviewMessages.noName}
              </MarkButton>
            </th>
            <td className="numeric">{showCount(mark.count)}</td>
            {more.map((column) => (
              <td className="numeric" key={column.head}>
                {column.text(mark)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
