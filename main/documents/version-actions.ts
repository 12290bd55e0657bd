import { AppError } from '#shared/api/app-error.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { dateText } from '#shared/document/moment.ts';
import {
  type ChangeCounts,
  countChanges,
  listChanges,
  type PendingChange,
} from '#shared/document/pending-changes.ts';
import { commitContent, planReload } from '#shared/document/reload.ts';
import { displayPath, type FilePath } from '../files/file-path.ts';
import type { DocumentService } from './document-service.ts';
import { openBytes } from './open-bytes.ts';
import { type OpenDocument, refusalError } from './open-document.ts';
import { readDocumentFile } from './read-document-file.ts';
import type { Task } from './task.ts';
import type { Replaced, Versions } from './versions.ts';

/** The versions of a document's file. */
export function versionsOf(
  service: DocumentService,
  document: OpenDocument,
): { readonly versions: Versions; readonly path: FilePath } {
  const { versions } = service;
  if (document.link === undefined || versions === undefined) throw new AppError('document-has-no-file');
  return { versions, path: document.link.path };
}

/** Makes a document what a version of its file was, as one step. */
export async function restoreVersion(
  service: DocumentService,
  document: OpenDocument,
  id: string,
): Promise<void> {
  const { versions, path } = versionsOf(service, document);
  const bytes = await versions.content(path, id);
  const time = Math.floor(Number(id.slice(0, 15)) / 1000);
  await document.run({ label: 'Restoring', fixed: true }, async (task) => {
    const { cookies } = document;
    if (cookies.readOnly !== undefined) {
      throw new AppError('document-read-only', { path: displayPath(path), reason: cookies.readOnly });
    }
    await become(task, {
      cookies,
      bytes,
      now: service.now,
      label: `Restore the version of ${dateText(time, true)}`,
    });
    document.changed();
  });
}

/** What restoring a version would change of the document as it is: the first of it, and how much there is. */
export async function compareVersion(
  service: DocumentService,
  document: OpenDocument,
  { id, most }: { readonly id: string; readonly most: number },
): Promise<{ readonly changes: PendingChange[]; readonly total: number }> {
  const { versions, path } = versionsOf(service, document);
  const bytes = await versions.content(path, id);
  return document.run({ label: 'Comparing' }, async (task) => {
    const present = new Uint8Array(Buffer.concat([...document.cookies.write()]));
    const { format } = document.cookies;
    const { cookies } = await openBytes({
      service,
      task,
      name: document.title,
      bytes: present,
      as: format.id,
    });
    await become(task, { cookies, bytes, now: service.now, label: '' });
    return {
      changes: listChanges(cookies, { from: 0, to: most, reveal: false }),
      total: countChanges(cookies).total,
    };
  });
}

/** What a save is about to replace, to be kept once it is done; the oldest first. */
export async function replacedBySave(
  service: DocumentService,
  task: Task,
  { document, force }: { readonly document: OpenDocument; readonly force: boolean },
): Promise<readonly Replaced[]> {
  const { cookies, link } = document;
  if (service.versions === undefined || link === undefined) return [];
  const content = [...cookies.writeSaved()];
  if (!force && !link.overruled) {
    return cookies.dirty ? [{ content, reason: 'saved', summary: changeWords(countChanges(cookies)) }] : [];
  }
  const theirs = await contentOf(service, task, link.path);
  return [{ content, reason: 'rewritten', summary: [] }, ...theirs];
}

/** What another program's content at a path is, about to be written over; nothing where there is none. */
export async function contentOf(
  service: DocumentService,
  task: Task,
  path: FilePath,
): Promise<readonly Replaced[]> {
  if (service.versions === undefined) return [];
  try {
    const { bytes, size } = await readDocumentFile({ path, strings: service.strings, task });
    return [{ content: [bytes.subarray(0, size)], reason: 'overwritten', summary: [] }];
  } catch (error) {
    // What is not there, or is no file, needs no version; the save says what is wrong with it.
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** Keeps what was replaced at a path. */
export function keepReplaced(service: DocumentService, path: FilePath, replaced: readonly Replaced[]): void {
  for (const one of replaced) service.versions?.keep(path, one);
}

interface Becoming {
  readonly cookies: CookieDocument;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly now: number;
  readonly label: string;
}

async function become(task: Task, { cookies, bytes, now, label }: Becoming): Promise<void> {
  const plan = await task.slices(planReload(cookies, { bytes, keepEdits: false, now }));
  if (plan.refused !== undefined) throw refusalError(plan, cookies.format.name);
  await task.slices(commitContent(cookies, plan, label));
}

/** "2 lines edited", "1 line added": what a save changed. */
function changeWords({ edited, added, removed, moved, properties }: ChangeCounts): string[] {
  const words = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${count.toLocaleString('en')} line${count === 1 ? '' : 's'} ${what}`];
  return [
    ...words(edited, 'edited'),
    ...words(added, 'added'),
    ...words(removed, 'removed'),
    ...words(moved, 'moved'),
    ...(properties > 0 ? ['encoding or line ends changed'] : []),
  ];
}
