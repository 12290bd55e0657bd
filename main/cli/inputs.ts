import { AppError } from '#shared/api/app-error.ts';
import { finish } from '#shared/table/progress.ts';
import { isDatabaseFile, readDatabaseFile } from '../databases/open-database.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { displayName } from '../files/file-path.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { type FileRead, readFile } from '../files/read-file.ts';
import { type CommandContext, UsageError } from './command.ts';
import { formatAsked } from './format-asked.ts';

/** The name that stands for standard input. */
export const STDIN = '-';

type Reading = Pick<CommandContext, 'io' | 'service' | 'options'>;

/** Opens a file, or standard input, as a document that is tied to its file where it has one. */
export async function openInput(reading: Reading, file: string): Promise<OpenDocument> {
  if (file === STDIN) return openDetached(reading, file);
  const { service, options } = reading;
  return service.open(service.handles.grant(file), { as: formatAsked(options) });
}

/** Opens a file, or standard input, as a document of its own: nothing done to it can reach the file. */
export async function openDetached(
  reading: Reading,
  file: string,
  known?: Uint8Array<ArrayBuffer>,
): Promise<OpenDocument> {
  const { service, options } = reading;
  const bytes = known ?? (await readInput(reading, file));
  return service.openBytes(file === STDIN ? STDIN : displayName(file), bytes, formatAsked(options));
}

/** The bytes of a file, or of standard input. */
export async function readInput({ io }: Pick<Reading, 'io'>, file: string): Promise<Uint8Array<ArrayBuffer>> {
  return file === STDIN ? io.readInput() : (await readWhole(file)).bytes;
}

/** The same for a file whose own change is to be shown, not made: it has the file's mode, and is refused where that change would be. */
export async function openRehearsal(
  reading: Reading,
  { file, inPlace }: { readonly file: string; readonly inPlace: boolean },
): Promise<OpenDocument> {
  const { service, options } = reading;
  const { bytes, state, writable } = await readWhole(file);
  const document = await service.openBytes(displayName(file), bytes, formatAsked(options));
  if (inPlace && !writable) throw readOnly(file);
  document.cookies.setMode(state.mode);
  return document;
}

/** Opens a file to write to it; one that may not be written is refused before anything is done. */
export async function openToChange(reading: Reading, file: string): Promise<OpenDocument> {
  const document = await openInput(reading, file);
  if (document.info.readOnly === 'permission') throw readOnly(file);
  return document;
}

function readOnly(file: string): AppError {
  return new AppError('document-read-only', { path: file, reason: 'permission' });
}

async function readWhole(file: string): Promise<FileRead> {
  if (await isDatabaseFile(nodeFileOps, file)) {
    const { bytes, state } = await readDatabaseFile(file, finish);
    return { bytes, size: bytes.length, state, writable: false };
  }
  const read = await readFile({ path: file, allocate: (length) => new Uint8Array(length) });
  return { ...read, bytes: read.bytes.subarray(0, read.size) };
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
