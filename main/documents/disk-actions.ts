import { AppError, type ErrorData } from '#shared/api/app-error.ts';
import { discardChanges } from '#shared/document/pending-changes.ts';
import { commitReload, planReload } from '#shared/document/reload.ts';
import { writableFormatById } from '#shared/formats/registry.ts';
import { displayPath } from '../files/file-path.ts';
import { checkOnDisk, saveFile, type SaveRequest } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import { joinBytes } from '#shared/cookie/byte-string.ts';
import { convertDocument } from '#shared/document/convert-document.ts';
import type { DocumentService } from './document-service.ts';
import { filePlace } from './file-place.ts';
import type { FileLink } from './file-link.ts';
import { openBytes } from './open-bytes.ts';
import { type OpenDocument, refusalError } from './open-document.ts';
import { carryProtection } from './protected-entries.ts';
import { tie } from './open-file.ts';
import type { Task } from './task.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';
import { contentOf, keepReplaced, replacedBySave } from './version-actions.ts';
import { savedNotice } from './saved-notice.ts';

/**
 * Writes a document to the file it was read from, unless the disk holds and keeps it already; `force` overwrites what
 * another program wrote there.
 */
export function save(service: DocumentService, document: OpenDocument, force: boolean): Promise<void> {
  return document.run({ label: `Saving ${document.title}`, fixed: true }, async (task) => {
    const link = fileOf(document);
    const { readOnly, dirty, unconfirmed } = document.info;
    if (readOnly !== undefined) {
      throw new AppError('document-read-only', { path: displayPath(link.path), reason: readOnly });
    }
    const { cookies } = document;
    const { version } = cookies;
    if (!force && !dirty && unconfirmed !== true) {
      await checkOnDisk(link.path, await link.expected());
      service.emit({ event: 'documentSaved', document: document.info });
      return;
    }
    const replaced = await replacedBySave(service, task, { document, force });
    const request: SaveRequest = {
      path: link.path,
      chunks: cookies.write(),
      expected: force ? 'anything' : await link.expected(),
      safetyFolder: service.options.safetyFolder,
    };
    const saved = await link
      .during(() => saveFile(request))
      .catch((error: unknown) => {
        throw withOldContent(document, error);
      });
    const { known } = saved;
    keepReplaced(service, link.path, replaced);
    cookies.markSaved(version);
    link.agree(known);
    cookies.setMode(known.state.mode);
    await keepProtection(service, document);
    document.noteSaved(savedNotice(link.path, saved));
    service.emit({ event: 'documentSaved', document: document.info });
  });
}

/** Scenario: a save failed half-way and could not put the old bytes back. Where they are must be seen as long as the document is open. */
function withOldContent(document: OpenDocument, error: unknown): unknown {
  if (error instanceof AppError && error.data['oldContent'] !== undefined) {
    document.noteOldContent(error.data['oldContent']);
    document.changed();
  }
  return error;
}

/** Entries may bear other names by now. The save is done, and the marks hold while the document is open, whatever comes of this. */
async function keepProtection(service: DocumentService, { link, cookies }: OpenDocument): Promise<void> {
  if (link === undefined || cookies.protection.size === 0) return;
  try {
    await service.protectedEntries?.keep(link.path, cookies);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** Writes a document to another file, perhaps in another format, and goes on with that file. */
export function saveAs(
  service: DocumentService,
  document: OpenDocument,
  to: { readonly handle: string; readonly format?: string | undefined },
): Promise<void> {
  const path = service.handles.path(to.handle);
  return document.run({ label: `Saving ${document.title}`, fixed: true }, async (task) => {
    const { cookies } = document;
    const { version } = cookies;
    await refuseReadOnlyTarget(path);
    const converted = await convertedBytes(document, task, to.format);
    const replaced = await contentOf(service, task, path);
    const saved = await saveFile({
      path,
      chunks: converted ?? cookies.write(),
      expected: 'anything',
      safetyFolder: service.options.safetyFolder,
    }).catch((error: unknown) => {
      throw withOldContent(document, error);
    });
    keepReplaced(service, path, replaced);
    if (converted === undefined) cookies.markSaved(version);
    else {
      const bytes = joinBytes(converted);
      const opened = await openBytes({ service, task, name: displayPath(path), bytes, as: to.format });
      await task.slices(carryProtection(path, cookies, opened.cookies));
      document.replace(opened.cookies);
    }
    await tie(service, document, { path, known: saved.known });
    document.cookies.setPlace(await filePlace(saved.known.state.realPath));
    await keepProtection(service, document);
    document.noteSaved(savedNotice(path, saved));
    service.emit({ event: 'documentSaved', document: document.info });
  });
}

/** The bytes that a save would write, in the document's own format or another. */
export function savedBytes(document: OpenDocument, format: string | undefined): Promise<Uint8Array> {
  return document.run({ label: `Writing ${document.title}` }, async (task) =>
    joinBytes((await convertedBytes(document, task, format)) ?? [...document.cookies.write()]),
  );
}

/** The person took the bytes away: they count as saved. */
export function markTaken(service: DocumentService, document: OpenDocument): Promise<void> {
  return document.run({ label: 'Saving', fixed: true }, async () => {
    document.cookies.markSaved(document.cookies.version);
    document.noteSaved(undefined);
    service.emit({ event: 'documentSaved', document: document.info });
  });
}

/**
 * Takes what is on disk, as one step that can be undone. `keepEdits`: edits of lines that the other program did not
 * touch stay pending (reload); without it the document becomes the file (revert). Gives what the other program did, in words.
 */
export function takeTheirs(
  service: DocumentService,
  document: OpenDocument,
  keepEdits: boolean,
): Promise<readonly string[]> {
  const label = `${keepEdits ? 'Reloading' : 'Reverting'} ${document.title}`;
  return document.run({ label, fixed: true }, async (task) => {
    const { cookies, link } = document;
    const { now } = service;
    let summary: readonly string[] = [];
    if (link === undefined) {
      if (keepEdits) throw new AppError('document-has-no-file');
      const transaction = discardChanges(cookies, undefined, now);
      if (transaction !== undefined) await task.slices(cookies.commit(transaction));
      document.noteRestored();
    } else {
      const disk = await readDocumentFile({ path: link.path, strings: service.strings, task });
      const { bytes, size } = disk;
      const plan = await task.slices(planReload(cookies, { bytes, size, keepEdits, now }));
      if (plan.refused !== undefined) throw refusalError(plan, displayPath(link.path));
      ({ summary } = plan);
      await agreeWithDisk(service, document, {
        disk,
        summary,
        commit: () => task.slices(commitReload(cookies, plan)),
      });
    }
    document.changed();
    return summary;
  });
}

interface Agreeing {
  readonly disk: DocumentFile;
  /** What the other program did, in words. */
  readonly summary: readonly string[];
  readonly commit: () => Promise<void>;
}

/** Takes over what another program wrote; what was there before is kept as an earlier version. */
export async function agreeWithDisk(
  service: DocumentService,
  document: OpenDocument,
  { disk, summary, commit }: Agreeing,
): Promise<void> {
  const { cookies } = document;
  const link = fileOf(document);
  const replaced = [...cookies.writeSaved()];
  await commit();
  if (summary.length > 0) {
    keepReplaced(service, link.path, [{ content: replaced, reason: 'rewritten', summary }]);
  }
  // The hash lets go of the bytes: the table has its own.
  await disk.known.sha256();
  link.agree(disk.known);
  cookies.setMode(disk.known.state.mode);
  document.forgetWriter();
  document.noteRestored();
  document.mayBeWritten(disk.writable);
}

/** Leaves the document as it is; the next save may overwrite what is on disk now, and nothing newer. */
export function keepMine(service: DocumentService, document: OpenDocument): Promise<void> {
  return document.run({ label: `Looking at ${document.title}`, fixed: true }, async (task) => {
    const link = fileOf(document);
    try {
      const { known } = await readDocumentFile({ path: link.path, strings: service.strings, task });
      link.overrule(known);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file-missing')) throw error;
      link.overrule('gone');
    }
    document.noteRestored();
    document.changed();
  });
}

/**
 * The whole document as something else than it was read from: another format, or a copy of what does not come out as it
 * went in. Nothing when it is simply written.
 */
async function convertedBytes(
  document: OpenDocument,
  task: Task,
  format: string | undefined,
): Promise<readonly Uint8Array[] | undefined> {
  const { cookies } = document;
  if (format === undefined || format === cookies.format.id) {
    return cookies.readOnly === undefined ? undefined : [...cookies.write()];
  }
  const chosen = writableFormatById(format);
  if (chosen === undefined) throw new AppError('target-unknown', { target: format });
  return task.slices(convertDocument(cookies, chosen));
}

function fileOf(document: OpenDocument): FileLink {
  if (document.link === undefined) throw new AppError('document-has-no-file', copyFacts(document));
  return document.link;
}

/** Why a document that was read can have no file: it is a copy of one that is never written. */
function copyFacts({ title, cookies: { importedFrom } }: OpenDocument): ErrorData {
  return importedFrom === undefined ? {} : { path: title, format: importedFrom.name };
}
