import { AppError } from '#shared/api/app-error.ts';
import type { ReportRequest } from '#shared/api/report.ts';
import { reportHtml } from '#shared/document/report/report-html.ts';
import { reportOf } from '#shared/document/report/report.ts';
import { saveFile } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import type { DocumentService } from './document-service.ts';
import type { OpenDocument } from './open-document.ts';

/** A report as a page, and what to call its file. */
export interface MadeReport {
  readonly fileName: string;
  readonly html: string;
}

/** The report of an open document. */
export async function reported(document: OpenDocument, site?: string): Promise<MadeReport> {
  const { title } = document;
  const report = await document.run({ label: 'Making the report' }, (task) =>
    task.slices(reportOf(document.cookies, { title, site })),
  );
  if (report === undefined) throw new AppError('address-unusable', { why: 'not-an-address' });
  return { fileName: `${title.replace(/\.\w{1,8}$/, '')}-report.html`, html: reportHtml(report) };
}

/** The report that the window asks for. */
export function reportFor(service: DocumentService, { document, site }: ReportRequest): Promise<MadeReport> {
  return reported(service.get(document), site);
}

/** Writes a report to where the person said, as a page or as PDF; gives the name of the file. */
export async function writeReport(
  service: DocumentService,
  handle: string,
  bytes: Uint8Array,
): Promise<string> {
  const path = service.handles.path(handle);
  await refuseReadOnlyTarget(path);
  const { safetyFolder } = service.options;
  await saveFile({ path, chunks: [bytes], expected: 'anything', safetyFolder });
  return service.handles.title(handle);
}
