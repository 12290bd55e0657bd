import { AppError } from '#shared/api/app-error.ts';
import { byteString } from '#shared/cookie/byte-string.ts';
import { recogniseFile } from '#shared/document/open-document.ts';
import { lookAtTable, type TableLook } from '#shared/formats/csv/look-at-table.ts';
import { type ColumnChoice, mappedTableId } from '#shared/formats/csv/mapped-table.ts';
import type { DocumentService } from './document-service.ts';
import type { OpenDocument } from './open-document.ts';
import { readDocumentFile } from './read-document-file.ts';
import { Shelf } from './shelf.ts';

/** Where a table comes from that could not be opened: a file that is read again, or bytes. */
export type TableSource =
  | { readonly handle: string; readonly name: string }
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };

interface UnknownTable {
  readonly id: string;
  readonly source: TableSource;
}

const tables = new Shelf<UnknownTable>('u');

/** How much of a table is looked at. */
const HEAD = 1 << 16;

/** A failure to open; where only the columns are not known, it gives the id by which a person can name them. */
export function withTable(service: DocumentService, error: unknown, source: TableSource): unknown {
  if (!(error instanceof AppError) || error.code !== 'format-columns') return error;
  const { id } = tables.put(service, (id) => ({ id, source }));
  return new AppError(error.code, { ...error.data, table: id }, { cause: error });
}

/** Looks at a table with the columns that a person chose so far. */
export async function lookAt(
  service: DocumentService,
  id: string,
  choice: Partial<ColumnChoice>,
): Promise<TableLook & { readonly title: string }> {
  const { source } = tableOf(service, id);
  const look = lookAtTable(byteString(await textOf(service, source)), choice);
  if (look === undefined) throw new AppError('format-unknown', { path: source.name });
  return { ...look, title: source.name };
}

/** Opens a table by the columns that a person named. */
export async function openMapped(
  service: DocumentService,
  id: string,
  choice: ColumnChoice,
): Promise<OpenDocument> {
  const { source } = tableOf(service, id);
  const as = mappedTableId(choice);
  const document =
    'handle' in source
      ? await service.open(source.handle, { as })
      : await service.openBytes(source.name, source.bytes, as);
  forgetTable(service, id);
  return document;
}

/** Keeps nothing of a table any more. */
export function forgetTable(service: DocumentService, id: string): void {
  tables.drop(service, id);
}

function tableOf(service: DocumentService, id: string): UnknownTable {
  const table = tables.get(service, id);
  if (table === undefined) throw new AppError('request-invalid', { reason: 'table' });
  return table;
}

/** The beginning of a table as text. */
async function textOf(service: DocumentService, source: TableSource): Promise<Uint8Array> {
  return service.tasks.run({ label: `Looking at ${source.name}` }, async (task) => {
    const { strings } = service;
    const file =
      'bytes' in source
        ? { bytes: source.bytes, size: source.bytes.length }
        : await readDocumentFile({ path: service.handles.path(source.handle), strings, task });
    const { decoded } = await task.slices(recogniseFile({ ...file, strings }));
    return decoded.bytes.subarray(decoded.from, Math.min(decoded.size, decoded.from + HEAD));
  });
}
