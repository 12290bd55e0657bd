import { CANONICAL, makeCookies } from '#shared/formats/csv/columns.ts';
import { columnsNamed, mappedTableId } from '#shared/formats/csv/mapped-table.ts';
import { type CommandOption, type Options, UsageError } from './command.ts';

/** For commands that read tables. */
export const TABLE_OPTIONS: Readonly<Record<string, CommandOption>> = {
  columns: {
    type: 'string',
    argument: 'NAMES',
    help: 'Of a table (CSV, TSV): what its columns are, "name,value,domain,path"; nothing between two commas leaves one out.',
  },
  'no-header': { type: 'boolean', help: 'With --columns: the first line of the table is a cookie.' },
};

/** The format that a person wants a file to be read as, columns of a table and all; without one its content says. */
export function formatAsked(options: Options): string | undefined {
  const given = options.text('columns');
  if (given === undefined) return options.text('from');
  const columns = columnsNamed(given);
  if ('unknown' in columns) {
    throw new UsageError(`--columns: "${columns.unknown}" is none of ${CANONICAL.join(', ')}.`);
  }
  if (!makeCookies(columns)) throw new UsageError('--columns: name, value and domain must be among them.');
  return mappedTableId({ columns, hasHeader: !options.has('no-header') });
}
