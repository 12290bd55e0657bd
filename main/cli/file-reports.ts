import type { CommandOption, Options } from './command.ts';
import { UsageError } from './command.ts';
import type { Frame } from './many/each-file.ts';

/** The shapes in which a command tells what it found, beside text for people. */
const SHAPES = ['json', 'ndjson', 'sarif'] as const;
type Shape = (typeof SHAPES)[number];

/** For `check`. */
export const SARIF: CommandOption = {
  type: 'boolean',
  help: 'Print SARIF 2.1.0, which code scanning and editors read.',
};

/** The shape that was asked for; nothing for text. Two at once are a `UsageError`. */
export function shapeOf(options: Options, command: string): Shape | undefined {
  const [shape, ...others] = SHAPES.filter((one) => options.has(one));
  const other = others[0];
  if (other !== undefined) throw new UsageError(`--${shape} and --${other} exclude each other.`, command);
  return shape;
}

/** The one text of `--json`: `{ "files": [ … ] }`, an object for each file. */
export const FILES_JSON: Frame = {
  open: '{ "files": [\n',
  between: ',\n',
  always: true,
  close: (empty) => (empty ? '] }\n' : '\n] }\n'),
};
