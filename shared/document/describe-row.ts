import { displayText } from '../cookie/byte-string.ts';
import type { Judge } from '../rules/judge.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { Flag, Trait } from '../table/columns.ts';
import { isDoubtful, shownText } from '../table/shown-entry.ts';
import type { Table } from '../table/table.ts';
import type { CookieDocument } from './cookie-document.ts';
import { maskLine } from './mask.ts';
import type { ViewRow } from './view-row.ts';

/** Longer text is cut in the grid; the inspector shows all of it. */
const LONGEST = 2000;

/** What the grid shows of a line that does not come from its row. */
type LinePart = Pick<ViewRow, 'id' | 'line' | 'kind' | 'state' | 'external' | 'selected' | 'protected'>;

/** A line as the grid shows it; its value, and whatever else may be one, only when `reveal` is set. */
export function describeRow(
  document: CookieDocument,
  id: number,
  shown: { readonly selected: boolean; readonly reveal: boolean },
): ViewRow {
  const line = {
    id,
    line: document.lineNumber(id),
    kind: document.kind(id),
    state: document.state(id),
    ...(document.external(id) && { external: true }),
    selected: shown.selected,
    ...(document.protection.has(id) && { protected: true }),
  };
  return describeTableRow(document, { row: document.lines.row(id), line, reveal: shown.reveal });
}

/** The same of a row of a table, whatever line it stands for. */
export function describeTableRow(
  { table, judge }: { readonly table: Table; readonly judge: Judge },
  { row, line, reveal }: { readonly row: number; readonly line: LinePart; readonly reveal: boolean },
): ViewRow {
  const severity = SEVERITIES[judge.findings.severity(row)];
  const common = {
    ...line,
    ...(severity !== undefined && { severity }),
    findings: judge.findings.countOf(row),
  };
  if (line.kind !== 'entry') {
    const text = reveal ? displayText(table.line(row)) : maskLine(table.line(row));
    return { ...common, ...NO_ENTRY, text: cut(text) };
  }
  const { flags, expiry, traits } = table.columns;
  const bits = flags[row] ?? 0;
  const time = expiry[row] ?? NaN;
  const sameSite = ((traits[row] ?? 0) & Trait.extras) === 0 ? undefined : table.sameSite(row);
  const entry = table.rawEntry(row);
  const doubtful = isDoubtful(entry);
  const text = (field: 'name' | 'domain' | 'path'): string =>
    reveal ? displayText(entry[field]) : shownText(entry, field, doubtful);
  return {
    ...common,
    name: cut(text('name')),
    ...(reveal && { value: cut(displayText(entry.value)) }),
    domain: cut(withoutDot(text('domain'))),
    hostOnly: (bits & Flag.subdomains) === 0,
    path: cut(text('path')),
    secureOnly: (bits & Flag.secure) !== 0,
    httpOnly: (bits & Flag.httpOnly) !== 0,
    ...(time !== 0 && !Number.isNaN(time) && { expiryTime: time }),
    ...(Number.isNaN(time) && { expiryUnreadable: true }),
    ...(sameSite !== undefined && { sameSite }),
    size: table.fieldLength(row, 'name') + table.fieldLength(row, 'value'),
  };
}

const NO_ENTRY = {
  name: '',
  domain: '',
  hostOnly: false,
  path: '',
  secureOnly: false,
  httpOnly: false,
  size: 0,
} as const;

function withoutDot(domain: string): string {
  return domain.startsWith('.') ? domain.slice(1) : domain;
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
