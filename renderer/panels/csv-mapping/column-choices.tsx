import type { Params } from '#shared/api/api.ts';
import type { TableLook } from '#shared/api/columns.ts';
import { columnMessages as words } from '../../ui/column-messages.ts';
import '../../ui/field.css';

/** What a person says of the columns, from the left. */
export type Columns = Params<'columns.open'>['columns'];

interface ColumnChoicesProps {
  readonly look: TableLook;
  readonly columns: Columns;
  readonly onChoose: (columns: Columns) => void;
}

/** One line for each column: what stands above it, what sort of text it holds, and what it is. */
export function ColumnChoices({ look, columns, onChoose }: ColumnChoicesProps) {
  return (
    <table className="columns-table">
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.holds}</th>
          <th scope="col">{words.is}</th>
        </tr>
      </thead>
      <tbody>
        {look.columns.map(({ head, kinds }, at) => {
          const title = head === undefined || head === '' ? words.nth(at + 1) : head;
          return (
            // The columns of a table have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <th scope="row" className="clip">
                {title}
              </th>
              <td className="muted">{kinds.join(', ')}</td>
              <td>
                <ColumnChoice
                  label={title}
                  chosen={columns[at] ?? null}
                  onChoose={(column) => onChoose(withColumn(columns, at, column))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ColumnChoiceProps {
  readonly label: string;
  readonly chosen: Columns[number];
  readonly onChoose: (column: Columns[number]) => void;
}

function ColumnChoice({ label, chosen, onChoose }: ColumnChoiceProps) {
  const names = Object.entries(words.names);
  return (
    <select
      className="select"
      aria-label={label}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChoose(columnNames.find((column) => column === value) ?? null)
      }
    >
      <option value="">{words.leftOut}</option>
      {names.map(([column, name]) => (
        <option key={column} value={column}>
          {name}
        </option>
      ))}
    </select>
  );
}

const columnNames = Object.keys(words.names) as (keyof typeof words.names)[];

/** The choice with another column at a place; what said the same until now is left out. */
function withColumn(columns: Columns, at: number, column: Columns[number]): Columns {
  return columns.map((other, place) => {
    if (place === at) return column;
    return other === column ? null : other;
  });
}
