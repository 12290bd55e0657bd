import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import type { Params } from '#shared/api/api.ts';
import { cookiesOf } from '#shared/document/cookies-of.ts';
import { exportTargetById } from '#shared/exports/registry.ts';
import { writableFormatById } from '#shared/formats/registry.ts';
import { collectInSlices } from '#shared/table/progress.ts';
import { busiestAddress } from './busiest-address.ts';
import type { DocumentService } from './document-service.ts';
import { type Exported, exportInSlices, type ExportOrder } from './exporting.ts';
import { inScope } from './export-scope.ts';
import { targetIds } from './targets.ts';
import type { Task } from './task.ts';
import { usualShell } from './usual-shell.ts';

/** Which entries of which document are exported, and as what. */
export type ExportOf = Params<'export.preview'>;

/** Runs an export as a task of its document, which shows how far it is and can be stopped. */
export async function inExportTask<Result>(
  service: DocumentService,
  request: ExportOf,
  run: (order: ExportOrder, task: Task) => Promise<Result>,
): Promise<Result> {
  const open = service.get(request.document);
  const { to, inline, site, shell = usualShell() } = request;
  const ids = request.target && (await targetIds(service, open, request.target));
  const target = exportTargetById(to);
  const extension = writableFormatById(to)?.extensions[0] ?? target?.extension ?? 'txt';
  const fileName = request.fileName ?? `${path.parse(open.title).name}.${extension}`;
  return open.run({ label: `Exporting ${open.title}` }, async (task) => {
    const all = await task.slices(collectInSlices(cookiesOf(open.cookies, ids), open.info.entries));
    const { now } = service;
    const ofSite = inScope(all, { site, now });
    const asksForUrl = request.onlySent === true || target?.needsUrl === true;
    const url = request.url ?? (asksForUrl ? await task.slices(busiestAddress(ofSite, now)) : undefined);
    const cookies = request.onlySent === true ? inScope(ofSite, { sentTo: url, now }) : ofSite;
    return run({ cookies, to, url, inline, shell, fileName, now }, task);
  });
}

/** The export itself, values and all; one that cannot be made fails with `export-refused`. */
export async function exportOf(service: DocumentService, request: ExportOf): Promise<Exported> {
  return inExportTask(service, request, async (order, task) => {
    const result = await task.slices(exportInSlices(order));
    if (result.refused !== undefined) throw new AppError('export-refused', { message: result.refused });
    return result;
  });
}

/** The command or the code of an export for the clipboard, with its values where they were asked for. */
export async function exportedText(
  service: DocumentService,
  request: ExportOf,
): Promise<{ readonly text: string }> {
  return { text: (await exportOf(service, request)).command ?? '' };
}
