import type { ReportRequest } from '#shared/api/report.ts';
import { reportMessages } from '../ui/report-messages.ts';
import { appStore } from './app-store.ts';
import { host } from './engine.ts';
import { attempt, notify } from './notices.ts';

/** Asks what a report of a document is to say, and as what to save it. */
export function showReport(document: string): void {
  appStore.setState({ dialog: { kind: 'report', document } });
}

/** Whether this host makes PDF files. */
export function makesPdf(): boolean {
  return host().desktop !== undefined;
}

/** Saves a report to where the person says. */
export async function saveReport(request: ReportRequest, as: 'html' | 'pdf'): Promise<void> {
  const written = await attempt(() => host().writeReport(request, as));
  if (written === undefined) return;
  notify({ tone: 'done', title: reportMessages.done(written.fileName), details: [] });
}
