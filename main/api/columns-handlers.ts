import type { Column } from '#shared/formats/csv/columns.ts';
import { forgetTable, lookAt, openMapped } from '../documents/unknown-tables.ts';
import type { HandlersOf } from './handler.ts';

/** Tables whose columns a person names. */
export const columnsHandlers: HandlersOf<'columns'> = {
  'columns.look': async ({ service }, { table, columns, hasHeader }) => {
    const choice = {
      ...(columns !== undefined && { columns: known(columns) }),
      ...(hasHeader !== undefined && { hasHeader }),
    };
    const { rows, columns: looked, ...look } = await lookAt(service, table, choice);
    return {
      ...look,
      columns: looked.map((column) => ({ ...column, kinds: [...column.kinds] })),
      rows: rows.map((row) => row ?? null),
    };
  },
  'columns.open': async ({ service }, { table, columns, hasHeader }) =>
    (await openMapped(service, table, { columns: known(columns), hasHeader })).info,
  'columns.forget': ({ service }, { table }) => {
    forgetTable(service, table);
    return {};
  },
};

function known(columns: readonly (Column | null)[]): readonly (Column | undefined)[] {
  return columns.map((column) => column ?? undefined);
}
