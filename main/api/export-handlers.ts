import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import type { Params } from '#shared/api/api.ts';
import type { ExportPreview } from '#shared/api/export.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { EXPORT_TARGETS, exportTargetById } from '#shared/exports/registry.ts';
import { FORMATS, formatById } from '#shared/formats/registry.ts';
import { cookiesOf } from '#shared/document/cookies-of.ts';
import { type Exported, exportCookies, type ExportOrder, maskedExport } from '../documents/exporting.ts';
import { savedNotice } from '../documents/saved-notice.ts';
import { targetIds } from '../documents/targets.ts';
import { toldLosses } from '../documents/told-losses.ts';
import { saveFile } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import type { Asked, HandlersOf } from './handler.ts';

type Request = Params<'export.preview'>;

/** Cookies in another format, or as a command for another program. */
export const exportHandlers: HandlersOf<'export'> = {
  'export.targets': () => [
    ...FORMATS.map((format) => ({
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
  'export.preview': async (asked, request) => preview(await orderOf(asked, request)),
  'export.write': async (asked, request) => {
    const { service } = asked;
    const file = service.handles.path(request.handle);
    const fileName = service.handles.title(request.handle);
    const done = made(await orderOf(asked, { ...request, fileName }));
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
    const done = made(await orderOf(asked, request));
    const base64 = Buffer.from(done.bytes ?? []).toString('base64');
    return { fileName: done.fileName, base64, ...commandOf(done), losses: toldLosses(done.losses) };
  },
};

async function orderOf({ service }: Asked, request: Request): Promise<ExportOrder> {
  const open = service.get(request.document);
  const { to, url, inline } = request;
  const ids = request.target && (await targetIds(service, open, request.target));
  const cookies: Cookie[] = [...cookiesOf(open.cookies, ids)];
  const extension = formatById(to)?.extensions[0] ?? exportTargetById(to)?.extension ?? 'txt';
  const proposed = `${path.parse(open.title).name}.${extension}`;
  return { cookies, to, url, inline, fileName: request.fileName ?? proposed, now: service.now };
}

function made(order: ExportOrder): Exported {
  const result = exportCookies(order);
  if (result.refused !== undefined) throw new AppError('export-refused', { message: result.refused });
  return result;
}

function preview(order: ExportOrder): ExportPreview {
  const { cookies } = order;
  const sites = new Set(cookies.map(({ domain }) => domain.toLowerCase())).size;
  const result = exportCookies(order);
  if (result.refused !== undefined) {
    const { refused } = result;
    return {
      entries: cookies.length,
      sites,
      refused,
      fileName: order.fileName,
      bytes: 0,
      sample: '',
      losses: [],
    };
  }
  return {
    entries: cookies.length,
    sites,
    ...maskedExport(order),
    fileName: result.fileName,
    bytes: result.bytes?.length ?? 0,
    losses: toldLosses(result.losses),
  };
}

function commandOf({ command }: Exported): { command?: string } {
  return command === undefined ? {} : { command };
}
