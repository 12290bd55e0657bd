import { NETSCAPE_HEADER } from '../../formats/canonical-line.ts';
import type { DocumentPatch } from '../../rules/rule.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { joinedAt } from '../wrapped-lines.ts';
import type { Wrapping } from '../wrapped-lines.ts';
import { dominantEnd } from '../document-facts.ts';
import type { ChangeBuilder } from './change-builder.ts';
import { LINES_A_SLICE } from './edit-work.ts';
import { LINE_ENDS } from './write-row.ts';

/** Collects what a document fix changes: the first line, line ends, the encoding. `mode` is left to the host. */
export function* collectPatch(
  document: CookieDocument,
  patch: DocumentPatch,
  builder: ChangeBuilder,
): Generator<Progress, void> {
  if (patch.joinLines !== undefined) yield* collectJoined(document, patch.joinLines, builder);
  const { table, lines, properties } = document;
  const encoding = { ...properties.encoding };
  if (patch.byteOrderMark === false) encoding.byteOrderMark = false;
  if (patch.encoding === 'utf-8' && encoding.charset !== 'utf-8') {
    encoding.charset = 'utf-8';
    encoding.byteOrderMark = false;
  }
  if (patch.lineEnd === 'lf') encoding.crOnly = false;
  if (JSON.stringify(encoding) !== JSON.stringify(properties.encoding)) {
    builder.setProperties({ ...properties, encoding });
  }
  const end = LINE_ENDS[patch.lineEnd === 'lf' ? 'lf' : dominantEnd(document.counts())];
  const first = lines.ids()[0];
  const replaced = patch.header === 'replace' ? first : undefined;
  if (patch.header === 'insert') builder.insert(ABSENT, table.appendLine(NETSCAPE_HEADER + end));
  if (replaced !== undefined) builder.replace(replaced, table.appendLine(NETSCAPE_HEADER + end));
  if (patch.lineEnd === 'lf') yield* collectLineEnds(document, builder, replaced);
  if (patch.finalNewline !== true || patch.lineEnd === 'lf') return;
  const last = lines.ids()[lines.liveCount - 1];
  if (last === undefined || last === replaced) return;
  const row = lines.row(last);
  if (table.lineEnd(row) === 'none') builder.replace(last, table.appendLine(table.line(row) + end));
}

/** Lines that belong together become one, with the end that the last of them has. */
function* collectJoined(
  { table, lines }: CookieDocument,
  wrapping: Wrapping,
  builder: ChangeBuilder,
): Generator<Progress, void> {
  const ids = lines.ids();
  const rows = lines.rows();
  for (let at = 0; at < ids.length; at++) {
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
    const joined = joinedAt(table, rows, { at, wrapping });
    if (joined === undefined) continue;
    const end = LINE_ENDS[table.lineEnd(rows[at + joined.taken] ?? 0)];
    builder.replace(ids[at] ?? 0, table.appendLine(joined.line + end));
    for (let behind = 1; behind <= joined.taken; behind++) builder.remove(ids[at + behind] ?? 0);
    at += joined.taken;
  }
}

/** Every line that does not end in LF gets one. */
function* collectLineEnds(
  document: CookieDocument,
  builder: ChangeBuilder,
  except: number | undefined,
): Generator<Progress, void> {
  const { table, lines } = document;
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    if (id !== except && table.lineEnd(row) === 'crlf') {
      builder.replace(id, table.appendLine(withLf(table.rowBytes(row))));
    }
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
  }
}

function withLf(crLf: Uint8Array): Uint8Array {
  const line = crLf.slice(0, -1);
  line[line.length - 1] = 0x0a;
  return line;
}
