import type { ExportPreview } from '#shared/api/export.ts';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { WRITABLE_FORMATS } from '#shared/formats/registry.ts';
import type { Progress } from '#shared/table/progress.ts';
import { exportOf, inExportTask } from '../documents/document-export.ts';
import { type Exported, exportInSlices, type ExportOrder, maskedExport } from '../documents/exporting.ts';
import { savedNotice } from '../documents/saved-notice.ts';
import { toldLosses } from '../documents/told-losses.ts';
import { usualShell } from '../documents/usual-shell.ts';
import { saveFile } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import type { HandlersOf } from './handler.ts';

/** Cookies in another format, or as a command for another program. */
export const exportHandlers: HandlersOf<'export'> = {
  'export.targets': () => [
    ...WRITABLE_FORMATS.map((format) => ({
      id: format.id,
      name: format.name,
      description: 'A file that Crumbs can open again.',
      kind: 'format' as const,
      needsUrl: false,
      canInline: false,
      extension: format.extensions[0] ?? 'txt',
    })),
    ...EXPORT_TARGETS.map(({ id, name, description, kind, needsUrl, canInline, extension }) => ({
      id,
      name,
      description,
      kind,
      needsUrl,
      canInline,
      extension,
    })),
  ],
  'export.preview': async (asked, request) =>
    await inExportTask(asked.service, request, (order, task) => task.slices(preview(order))),
  'export.write': async (asked, request) => {
    const { service } = asked;
    const file = service.handles.path(request.handle);
    const fileName = service.handles.title(request.handle);
    const done = await exportOf(service, { ...request, fileName });
    await refuseReadOnlyTarget(file);
    const saved = await saveFile({
      path: file,
      chunks: [done.bytes ?? Buffer.from(`${done.command ?? ''}\n`)],
      expected: 'anything',
      safetyFolder: service.options.safetyFolder,
    });
    const notice = savedNotice(file, saved);
    if (notice !== undefined) service.get(request.document).tell(notice);
    return { fileName, ...commandOf(done), losses: toldLosses(done.losses) };
  },
  'export.bytes': async (asked, request) => {
    const done = await exportOf(asked.service, request);
    const base64 = Buffer.from(done.bytes ?? []).toString('base64');
    return { fileName: done.fileName, base64, ...commandOf(done), losses: toldLosses(done.losses) };
  },
};

function* preview(order: ExportOrder): Generator<Progress, ExportPreview> {
  const { cookies, url, shell = usualShell() } = order;
  const entries = cookies.length;
  const sites = new Set(cookies.map(({ domain }) => domain.toLowerCase())).size;
  const about = { entries, sites, shell, ...(url !== undefined && { url }) };
  const result = yield* exportInSlices(order);
  if (result.refused !== undefined) {
    const { refused } = result;
    return { ...about, refused, fileName: order.fileName, bytes: 0, sample: '', losses: [] };
  }
  return {
    ...about,
    ...(yield* maskedExport(order, result)),
    fileName: result.fileName,
    bytes: result.bytes?.length ?? 0,
    losses: toldLosses(result.losses),
  };
}

function commandOf({ command }: Exported): { command?: string } {
  return command === undefined ? {} : { command };
}
