import { AppError } from '#shared/api/app-error.ts';
import type { DiskChange } from '#shared/api/document.ts';
import { droppedBy } from '#shared/document/merge/merge-choices.ts';
import { planMerge } from '#shared/document/merge/plan-merge.ts';
import { writerOf } from '#shared/document/writer.ts';
import type { WatchEvent } from '../files/watch-file.ts';
import type { DocumentService } from './document-service.ts';
import type { FileLink } from './file-link.ts';
import { openBytes } from './open-bytes.ts';
import type { OpenDocument } from './open-document.ts';
import { readDocumentFile } from './read-document-file.ts';
import type { Task } from './task.ts';

/** Tells the clients what another program did to a document's file. */
export function onDiskEvent(
  service: DocumentService,
  document: OpenDocument,
  link: FileLink,
  event: WatchEvent,
): void {
  // Scenario: the document was saved under another name while an event of the old file was on its way.
  if (document.link !== link) return;
  if (event.kind === 'changed') void tellChanged(service, document, link);
  else if (event.kind === 'gone') tell(service, document, ['The file was removed or renamed.']);
  else document.changed();
}

async function tellChanged(service: DocumentService, document: OpenDocument, link: FileLink): Promise<void> {
  const change = await changeOf(service, document, link);
  if (document.link !== link || link.disk !== 'changed') return;
  link.noteChange(change);
  tell(service, document, change.summary);
}

const NOTHING_DROPPED = { entries: 0, httpOnly: 0, comments: 0 };

async function changeOf(
  service: DocumentService,
  document: OpenDocument,
  link: FileLink,
): Promise<DiskChange> {
  const unknown = (summary: string): DiskChange => ({
    summary: [summary],
    conflicts: 0,
    dropped: NOTHING_DROPPED,
  });
  try {
    return await document.run({ label: `Comparing ${link.name}` }, async (task) => {
      const { cookies, writer } = document;
      const { bytes, size } = await readDocumentFile({ path: link.path, strings: service.strings, task });
      const content = size <= MOST_RECOGNISED ? bytes.slice(0, size) : undefined;
      const plan = await task.slices(planMerge(cookies, { bytes, size, now: service.now }));
      if (plan.refused !== undefined) return unknown('What is in the file now cannot be read as cookies.');
      if (plan.summary.length === 0) return unknown('The file was written again.');
      const by = content && (await writerIn(service, task, { content, as: cookies.format.id }));
      return {
        summary: [...plan.summary],
        ...(by !== undefined && { by: { title: by.title, certain: by.id !== writer?.exporter.id } }),
        conflicts: plan.conflicts,
        dropped: { ...droppedBy(cookies, plan) },
      };
    });
  } catch (error) {
    // The bar must show even when the words for it cannot be found: the file may be gone again by now.
    if (!(error instanceof AppError)) throw error;
    return unknown('The file was written again.');
  }
}

/** To name the program that wrote it, the whole file is judged: of a larger one than this nobody waits for a name. */
const MOST_RECOGNISED = 8_000_000;

/** The program whose signature or habits the content bears; nothing where it is only possible. */
async function writerIn(
  service: DocumentService,
  task: Task,
  { content, as }: { readonly content: Uint8Array<ArrayBuffer>; readonly as: string },
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  const { cookies } = await openBytes({ service, task, name: '', bytes: content, as });
  const writer = writerOf(cookies, service.now);
  return writer === undefined || writer.confidence === 'possible' ? undefined : writer.exporter;
}

function tell(service: DocumentService, document: OpenDocument, summary: readonly string[]): void {
  service.emit({ event: 'diskChanged', document: document.info, summary: [...summary] });
}
