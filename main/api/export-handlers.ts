import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import type { Params } from '#shared/api/api.ts';
import type { ExportPreview } from '#shared/api/export.ts';
import { EXPORT_TARGETS, exportTargetById } from '#shared/exports/registry.ts';
import { WRITABLE_FORMATS, writableFormatById } from '#shared/formats/registry.ts';
import { cookiesOf } from '#shared/document/cookies-of.ts';
import { collectInSlices, type Progress } from '#shared/table/progress.ts';
import { type Exported, exportInSlices, type ExportOrder, maskedExport } from '../documents/exporting.ts';
import { savedNotice } from '../documents/saved-notice.ts';
import { targetIds } from '../documents/targets.ts';
import type { Task } from '../documents/task.ts';
import { toldLosses } from '../documents/told-losses.ts';
import { saveFile } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import type { Asked, HandlersOf } from './handler.ts';

type Request = Params<'export.preview'>;

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
    ...EXPORT_TARGETS.map(({ id, name, description, needsUrl, canInline, extension }) => ({
      id,
      name,
      description,
      kind: 'command' as const,
      needsUrl,
      canInline,
      extension,
    })),
  ],
  'export.preview': async (asked, request) =>
    await inTask(asked, request, (order, task) => task.slices(preview(order))),
  'export.write': async (asked, request) => {
    const { service } = asked;
    const file = service.handles.path(request.handle);
    const fileName = service.handles.title(request.handle);
    const done = await inTask(asked, { ...request, fileName }, made);
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
    const done = await inTask(asked, request, made);
    const base64 = Buffer.from(done.bytes ?? []).toString('base64');
    return { fileName: done.fileName, base64, ...commandOf(done), losses: toldLosses(done.losses) };
  },
};

/** Runs an export as a task of its document, which shows how far it is and can be stopped. */
async function inTask<Result>(
  { service }: Asked,
  request: Request,
  run: (order: ExportOrder, task: Task) => Promise<Result>,
): Promise<Result> {
  const open = service.get(request.document);
  const { to, url, inline } = request;
  const ids = request.target && (await targetIds(service, open, request.target));
  const extension = writableFormatById(to)?.extensions[0] ?? exportTargetById(to)?.extension ?? 'txt';
  const fileName = request.fileName ?? `${path.parse(open.title).name}.${extension}`;
  return open.run({ label: `Exporting ${open.title}` }, async (task) => {
    const cookies = await task.slices(collectInSlices(cookiesOf(open.cookies, ids), open.info.entries));
    return run({ cookies, to, url, inline, fileName, now: service.now }, task);
  });
}

async function made(order: ExportOrder, task: Task): Promise<Exported> {
  const result = await task.slices(exportInSlices(order));
  if (result.refused !== undefined) throw new AppError('export-refused', { message: result.refused });
  return result;
}

function* preview(order: ExportOrder): Generator<Progress, ExportPreview> {
  const { cookies } = order;
  const entries = cookies.length;
  const sites = new Set(cookies.map(({ domain }) => domain.toLowerCase())).size;
  const result = yield* exportInSlices(order);
  if (result.refused !== undefined) {
    const { refused } = result;
    return { entries, sites, refused, fileName: order.fileName, bytes: 0, sample: '', losses: [] };
  }
  return {
    entries,
    sites,
    ...(yield* maskedExport(order, result)),
    fileName: result.fileName,
    bytes: result.bytes?.length ?? 0,
    losses: toldLosses(result.losses),
  };
}

function commandOf({ command }: Exported): { command?: string } {
  return command === undefined ? {} : { command };
}
