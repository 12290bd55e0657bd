import { NETSCAPE_HEADER } from '../formats/canonical-line.ts';
import type { Progress } from '../table/progress.ts';
import type { CookieDocument } from './cookie-document.ts';
import { fileRepair, lineRepairs } from './damage.ts';
import { fieldDifferences, subjectOf } from './describe-difference.ts';
import { repairedRow } from './edits/repair-export.ts';
import { maskLine } from './mask.ts';
import type { PendingChange } from './pending-changes.ts';
import type { Writer } from './writer.ts';

const LINES_A_SLICE = 4096;

/** What a repair would change, values masked: the file as a whole, then at most `most` lines in document order. */
export function* previewRepair(
  document: CookieDocument,
  request: { readonly writer: Writer; readonly choices: readonly string[]; readonly most: number },
): Generator<Progress, { readonly changes: PendingChange[]; readonly more: boolean }> {
  const { writer, choices, most } = request;
  const { table, lines } = document;
  const changes = fileChanges(document, writer, choices);
  const repairOf = lineRepairs(document, writer, choices);
  const rows = lines.rows();
  let shown = 0;
  for (let at = 0; at < rows.length; at++) {
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: rows.length };
    const row = rows[at] ?? 0;
    const repair = repairOf(row);
    if (repair === undefined) continue;
    if (shown === most) return { changes, more: true };
    // A row that no line shows: it is there only to be described.
    const after = repairedRow(document, row, repair);
    if (after === row) continue;
    shown++;
    changes.push({
      id: lines.idOf(row),
      kind: 'edited',
      subject: subjectOf(table, after, false),
      details: fieldDifferences(table, { before: row, after }, false),
      line: at + 1,
      before: maskLine(table.line(row)),
      after: maskLine(table.line(after)),
    });
  }
  return { changes, more: false };
}

function fileChanges(document: CookieDocument, writer: Writer, choices: readonly string[]): PendingChange[] {
  const patch = fileRepair(document, writer, choices);
  const changes: PendingChange[] = [];
  const property = (subject: string, before: string, after: string): void => {
    changes.push({ kind: 'property', subject, details: [{ field: subject, before, after }] });
  };
  if (patch?.header === 'insert') property('Header line', 'none', NETSCAPE_HEADER);
  if (patch?.header === 'replace') {
    property('Header line', maskLine(document.facts().firstLine ?? ''), NETSCAPE_HEADER);
  }
  if (patch?.finalNewline === true) property('End of the last line', 'none', 'line feed');
  return changes;
}
