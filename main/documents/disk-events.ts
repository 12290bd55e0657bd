import { AppError } from '#shared/api/app-error.ts';
import { planReload } from '#shared/document/reload.ts';
import type { WatchEvent } from '../files/watch-file.ts';
import type { DocumentService } from './document-service.ts';
import type { FileLink } from './file-link.ts';
import type { OpenDocument } from './open-document.ts';
import { readDocumentFile } from './read-document-file.ts';

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
  const summary = await summarise(service, document, link);
  if (document.link === link && link.disk === 'changed') tell(service, document, summary);
}

async function summarise(
  service: DocumentService,
  document: OpenDocument,
  link: FileLink,
): Promise<readonly string[]> {
  try {
    return await document.run({ label: `Comparing ${link.name}` }, async (task) => {
      const { bytes, size } = await readDocumentFile({ path: link.path, strings: service.strings, task });
      const plan = await task.slices(
        planReload(document.cookies, { bytes, size, keepEdits: true, now: service.now }),
      );
      if (plan.refused !== undefined) return ['What is in the file now cannot be read as cookies.'];
      return plan.summary.length > 0 ? plan.summary : ['The file was written again.'];
    });
  } catch (error) {
    // The bar must show even when the words for it cannot be found: the file may be gone again by now.
    if (!(error instanceof AppError)) throw error;
    return ['The file was written again.'];
  }
}

function tell(service: DocumentService, document: OpenDocument, summary: readonly string[]): void {
  service.emit({ event: 'diskChanged', document: document.info, summary: [...summary] });
}
