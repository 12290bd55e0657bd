import { displayName, type FilePath, samePath } from '../files/file-path.ts';
import { type FileState, sameFile } from '../files/file-snapshot.ts';
import type { KnownContent } from '../files/watch-file.ts';
import type { DocumentService } from './document-service.ts';
import { onDiskEvent } from './disk-events.ts';
import { FileLink } from './file-link.ts';
import { filePlace } from './file-place.ts';
import type { OpenDocument } from './open-document.ts';
import { markProtected } from './protected-entries.ts';
import { openWhileReading } from './open-while-reading.ts';
import { whileOpening } from './opening.ts';
import type { DocumentFile } from './read-document-file.ts';

/** What a person says of a file that is opened. */
export interface OpeningChoice {
  /** The id of a format. */
  readonly as?: string | undefined;
  /** The document has no file of its own: the file belongs to another program, and nothing is to be written into it. */
  readonly copy?: boolean | undefined;
}

/** Opens a file as a document, or gives the document that it is already: the same name, or the same file by another one. */
export async function openFile(
  service: DocumentService,
  path: FilePath,
  { as, copy = false }: OpeningChoice = {},
): Promise<OpenDocument> {
  const known = service.list().find(({ link }) => link !== undefined && samePath(link.path, path));
  if (known !== undefined && !copy) return known;
  const title = displayName(path);
  return whileOpening(service, title, async ({ task, id, tell }) => {
    const { file, opened } = await openWhileReading({ service, task, path, as, onFirstRows: tell });
    // Nothing is written back into what it was read from: the document is a copy, and has no file of its own.
    if (copy || opened.cookies.importedFrom !== undefined) {
      return service.adopt(title, { ...opened, ...(file.store && { store: file.store }) }, undefined, id);
    }
    opened.cookies.setPlace(await filePlace(file.state.realPath));
    const marks = (await service.protectedEntries?.read(path)) ?? new Set();
    if (marks.size > 0) await task.slices(markProtected(opened.cookies, path, marks));
    const same = documentOf(service, file.state);
    if (same !== undefined) return same;
    const prepare = (document: OpenDocument): void => {
      const known = knownAs(file, opened.cookies.table.bytes);
      void tie(service, document, { path, known, readOnly: file.writable ? undefined : 'permission' });
    };
    return service.adopt(title, opened, prepare, id);
  });
}

/** Ties a document to a file that it agrees with, and starts watching it when the host stays. */
export function tie(
  service: DocumentService,
  document: OpenDocument,
  to: { readonly path: FilePath; readonly known: KnownContent; readonly readOnly?: 'permission' | undefined },
): Promise<void> {
  const { path, known, readOnly } = to;
  const link: FileLink = new FileLink({
    path,
    known,
    ...(service.options.live && { onEvent: (event) => onDiskEvent(service, document, link, event) }),
  });
  return document.tie(link, readOnly);
}

/** The bytes stay at hand where the table is made of them, since then they cost nothing; else their hash is made while nobody waits. */
function knownAs({ known, bytes, size }: DocumentFile, table: Uint8Array): KnownContent {
  if (table.buffer === bytes.buffer) return { ...known, content: () => [bytes.subarray(0, size)] };
  void known.sha256();
  return known;
}

function documentOf(service: DocumentService, state: FileState): OpenDocument | undefined {
  return service.list().find(({ link }) => link !== undefined && sameFile(link.state, state));
}
