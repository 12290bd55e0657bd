import { AppError } from '#shared/api/app-error.ts';
import type { MergeChoicesInput, MergeInfo, MergeWith } from '#shared/api/merge.ts';
import { dateText } from '#shared/document/moment.ts';
import { commitMerge, type MergeStep } from '#shared/document/merge/commit-merge.ts';
import { countOutcomes } from '#shared/document/merge/describe-merge.ts';
import { droppedBy, type LineChoice, type MergeChoices } from '#shared/document/merge/merge-choices.ts';
import type { MergePlan } from '#shared/document/merge/merge-plan.ts';
import { planCompare, planMerge } from '#shared/document/merge/plan-merge.ts';
import { type MergePreview, previewMerge } from '#shared/document/merge/preview-merge.ts';
import { bytesOfContent } from '../files/file-content.ts';
import { displayName, displayPath } from '../files/file-path.ts';
import { agreeWithDisk } from './disk-actions.ts';
import type { DocumentService } from './document-service.ts';
import { openBytes } from './open-bytes.ts';
import { type OpenDocument, refusalError } from './open-document.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';
import { Shelf } from './shelf.ts';
import { versionsOf } from './version-actions.ts';

/** A document beside something else, for as long as a client looks at it. */
export interface OpenMerge {
  readonly id: string;
  readonly document: OpenDocument;
  readonly plan: MergePlan;
  readonly title: string;
  /** What was read from the document's own file; absent for anything else. */
  readonly disk?: DocumentFile;
  readonly step: (lines: number) => MergeStep;
}

const opened = new Shelf<OpenMerge>('m');

/** Puts a document beside something else; nothing is changed. */
export async function openMerge(
  service: DocumentService,
  document: OpenDocument,
  beside: MergeWith,
): Promise<OpenMerge> {
  const merge = await document.run({ label: `Comparing ${document.title}` }, async (task) => {
    const { cookies } = document;
    const common = { document };
    if ('disk' in beside) {
      const { link } = document;
      if (link === undefined) throw new AppError('document-has-no-file');
      const disk = await readDocumentFile({ path: link.path, strings: service.strings, task });
      const { bytes, size } = disk;
      const plan = await task.slices(planMerge(cookies, { bytes, size, now: service.now }));
      if (plan.refused !== undefined) throw refusalError(plan, displayPath(link.path));
      return { ...common, plan, disk, title: link.name, step: () => MERGED };
    }
    const { bytes, title, as, step } = await besideOf(service, document, beside, task);
    const other = await openBytes({ service, task, name: title, bytes, as });
    const plan = await task.slices(planCompare(cookies, other.cookies, service.now));
    return { ...common, plan, title, step };
  });
  return opened.put(service, (id) => ({ id, ...merge }));
}

const MERGED: MergeStep = { label: 'Merge with the file on disk', event: 'reload.disk' };

async function besideOf(
  service: DocumentService,
  document: OpenDocument,
  beside: Exclude<MergeWith, { disk: true }>,
  task: Parameters<typeof readDocumentFile>[0]['task'],
): Promise<{
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly title: string;
  readonly as: string | undefined;
  readonly step: (lines: number) => MergeStep;
}> {
  const counted = (lines: number): string => `${lines.toLocaleString('en')} line${lines === 1 ? '' : 's'}`;
  const taking = (title: string) => ({
    title,
    as: undefined,
    step: (lines: number): MergeStep => ({
      label: `Take ${counted(lines)} over from ${title}`,
      event: 'import',
    }),
  });
  if ('base64' in beside) {
    return { bytes: bytesOfContent(beside.base64), ...taking(beside.name) };
  }
  if ('handle' in beside) {
    const path = service.handles.path(beside.handle);
    const { bytes, size } = await readDocumentFile({ path, strings: service.strings, task });
    return { bytes: bytes.slice(0, size), ...taking(displayName(path)) };
  }
  const { versions, path } = versionsOf(service, document);
  const bytes = await versions.content(path, beside.version);
  const title = dateText(Math.floor(Number(beside.version.slice(0, 15)) / 1000), true);
  const step = (lines: number): MergeStep => ({
    label: `Restore ${counted(lines)} of the version of ${title}`,
    event: 'restore',
  });
  return { bytes, title, as: document.cookies.format.id, step };
}

/** A merge that a client has open; one that is gone must be opened again. */
export function mergeOf(service: DocumentService, id: string): OpenMerge {
  const merge = opened.get(service, id);
  if (merge === undefined || merge.plan.revision !== merge.document.cookies.revision) {
    throw new AppError('merge-outdated');
  }
  return merge;
}

/** Forgets a merge. */
export function closeMerge(service: DocumentService, id: string): void {
  opened.drop(service, id);
}

/** What is told of a merge when it is opened. */
export function mergeInfo({ id, document, plan, title }: OpenMerge): MergeInfo {
  const { conflict: conflicts, ...counts } = countOutcomes(plan);
  const { mine, theirs } = plan.reordered;
  return {
    merge: id,
    kind: plan.kind,
    title,
    summary: [...plan.summary],
    total: plan.differing.length,
    conflicts,
    ...counts,
    dropped: { ...droppedBy(document.cookies, plan) },
    bothReordered: mine && theirs,
  };
}

/** What it would come to with these choices. */
export function previewOf(merge: OpenMerge, input: MergeChoicesInput): Promise<MergePreview> {
  const { document, plan } = merge;
  return document.run({ label: 'Comparing' }, (task) =>
    task.slices(previewMerge(document.cookies, plan, choicesOf(plan, input))),
  );
}

/** Makes the document what was chosen, as one step; of its own file, that is what counts as saved then. */
export async function applyMerge(
  service: DocumentService,
  merge: OpenMerge,
  input: MergeChoicesInput,
): Promise<void> {
  const { document, plan, disk, step } = merge;
  await document.run({ label: `Merging ${document.title}`, fixed: true }, async (task) => {
    const { cookies } = document;
    if (plan.revision !== cookies.revision) throw new AppError('merge-outdated');
    if (cookies.readOnly !== undefined) {
      throw new AppError('document-read-only', { path: document.title, reason: cookies.readOnly });
    }
    const choices = choicesOf(plan, input);
    const { open, added, edited, removed } = await task.slices(previewMerge(cookies, plan, choices));
    if (open > 0) throw new AppError('merge-undecided', { open });
    const commit = (): Promise<void> =>
      task.slices(commitMerge(cookies, plan, choices, step(added + edited + removed)));
    if (disk === undefined) await commit();
    else await agreeWithDisk(service, document, { disk, summary: plan.summary, commit });
    document.changed();
  });
  closeMerge(service, merge.id);
}

function choicesOf(
  plan: MergePlan,
  { lines, conflicts, others, keepDropped }: MergeChoicesInput,
): MergeChoices {
  const named = new Map<number, LineChoice>();
  for (const line of lines) {
    if ('take' in line) named.set(line.row, line.take);
    else named.set(line.row, { fields: withoutUndefined(line.fields) });
  }
  return {
    lines: named,
    conflicts,
    others: others ?? (plan.kind === 'compare' ? 'mine' : undefined),
    keepDropped,
  };
}

function withoutUndefined<Value>(record: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
