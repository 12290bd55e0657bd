import { AppError } from '#shared/api/app-error.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { displayName } from '../files/file-path.ts';
import { readFile } from '../files/read-file.ts';
import { type CommandContext, UsageError } from './command.ts';

/** The name that stands for standard input. */
export const STDIN = '-';

type Reading = Pick<CommandContext, 'io' | 'service' | 'options'>;

/** Opens a file, or standard input, as a document that is tied to its file where it has one. */
export async function openInput(reading: Reading, file: string): Promise<OpenDocument> {
  if (file === STDIN) return openDetached(reading, file);
  const { service, options } = reading;
  return service.open(service.handles.grant(file), options.text('from'));
}

/** Opens a file, or standard input, as a document of its own: nothing done to it can reach the file. */
export async function openDetached(reading: Reading, file: string): Promise<OpenDocument> {
  const { io, service, options } = reading;
  const bytes = file === STDIN ? await io.readInput() : await readWhole(file);
  return service.openBytes(file === STDIN ? STDIN : displayName(file), bytes, options.text('from'));
}

async function readWhole(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, size } = await readFile({ path: file, allocate: (length) => new Uint8Array(length) });
  return bytes.subarray(0, size);
}

/** The id among `ids` that was meant: the whole id, or the beginning of one alone. */
export function meantId(given: string, ids: readonly string[]): string {
  if (ids.includes(given)) return given;
  const candidates = given === '' ? [] : ids.filter((id) => id.startsWith(given));
  const [id, ...others] = candidates;
  if (others.length > 0) {
    throw new UsageError(`"${given}" is ambiguous: it may be ${candidates.join(', ')}.`);
  }
  if (id === undefined) {
    throw new AppError('target-unknown', { target: given, known: ids.join(', ') });
  }
  return id;
}
