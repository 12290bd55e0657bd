import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { fileRepair, lineRepairs } from '../damage.ts';
import type { LineRepair } from '../damage.ts';
import type { Writer } from '../writer.ts';
import { ChangeBuilder } from './change-builder.ts';
import { collectPatch } from './document-patch.ts';
import type { EditDone, EditOutcome } from './edit-outcome.ts';
import { commitEdit, LINES_A_SLICE } from './edit-work.ts';
import { LINE_ENDS, patchedRow } from './write-row.ts';

export interface RepairRequest {
  readonly writer: Writer;
  /** The ids of damage that a person chose to have mended, beside what is mended without asking. */
  readonly choices: readonly string[];
  readonly now: EpochSeconds;
}

/** A line that is mended becomes an entry, whose fields may need mending as well. */
const ROUNDS = 2;

/** Mends what the writer of a file is known to get wrong, as one step; everything else stays byte for byte. */
export function* repairExport(
  document: CookieDocument,
  request: RepairRequest,
): Generator<Progress, EditOutcome> {
  const { writer, choices, now } = request;
  if (document.format.kind !== 'lines') return { refused: 'Only Netscape files are repaired.' };
  const known = writer.exporter.damage.filter(({ cure }) => cure === 'choice').map(({ id }) => id);
  if (!choices.every((id) => known.includes(id))) return { refused: 'There is no such choice.' };
  const label = `Repair what ${writer.exporter.title} got wrong`;
  const step = { label, event: 'fix.rule' as const, now };
  const before = document.version;
  try {
    const { changed, added } = yield* inRounds(document, request, step);
    if (changed > 0) document.squash(before, label, step.event);
    return { label, changed, added };
  } catch (error) {
    yield* document.takeBack(before);
    throw error;
  }
}

function* inRounds(
  document: CookieDocument,
  request: RepairRequest,
  step: Parameters<typeof commitEdit>[2],
): Generator<Progress, Pick<EditDone, 'changed' | 'added'>> {
  let changed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const lines = yield* commitEdit(document, yield* collectLines(document, request), step);
    if (lines.changed === 0) break;
    changed = Math.max(changed, lines.changed);
  }
  const builder = new ChangeBuilder(document);
  const patch = fileRepair(document, request.writer, request.choices);
  if (patch !== undefined) yield* collectPatch(document, patch, builder);
  const file = yield* commitEdit(document, builder, step);
  return { changed: changed + file.changed, added: file.added };
}

function* collectLines(
  document: CookieDocument,
  { writer, choices }: RepairRequest,
): Generator<Progress, ChangeBuilder> {
  const { lines } = document;
  const builder = new ChangeBuilder(document);
  const repairOf = lineRepairs(document, writer, choices);
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    const repair = repairOf(row);
    if (repair !== undefined) {
      const mended = repairedRow(document, row, repair);
      if (mended !== row) builder.replace(id, mended);
    }
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
  }
  return builder;
}

/** The row that a line becomes: a new one that no line shows yet, or the same where nothing changes. */
export function repairedRow({ table }: CookieDocument, row: number, repair: LineRepair): number {
  if ('patch' in repair) return patchedRow(table, row, repair.patch);
  return repair.line === table.line(row)
    ? row
    : table.appendLine(repair.line + LINE_ENDS[table.lineEnd(row)]);
}
