import { displayText } from '../cookie/byte-string.ts';
import { MASK } from '../cookie/mask.ts';
import type { CookieExtras, EpochSeconds } from '../cookie/cookie.ts';
import { purposeSentence } from '../purposes/purpose-of.ts';
import type { Category } from '../purposes/purpose.ts';
import { PURPOSES } from '../purposes/purpose.ts';
import { HostTrait } from '../table/hosts.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { shownText } from '../table/shown-entry.ts';
import type { ShownField } from '../table/shown-entry.ts';
import { ABSENT } from './change.ts';
import type { CookieDocument } from './cookie-document.ts';
import { describeRow } from './describe-row.ts';
import { EDITABLE_FIELDS } from './edits/editable-fields.ts';
import { findingsOfLine } from './findings.ts';
import type { DocumentFinding } from './findings.ts';
import { maskRow } from './mask.ts';
import { dateText } from './moment.ts';
import { savedRow } from './saved-row.ts';
import { summarise } from './summary.ts';
import { unicodeHost } from './unicode-host.ts';
import type { LineKind, LineState } from './view-row.ts';

/** Everything the inspector shows of one line (`EntryDetail` of the API). */
export interface EntryDetail {
  id: number;
  line: number;
  version: number;
  kind: LineKind;
  state: LineState;
  summary: string;
  purpose?: { category: Category; title: string; text: string };
  name: string;
  value?: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secureOnly: boolean;
  httpOnly: boolean;
  expiryTime?: EpochSeconds;
  expiryText: string;
  sameSite?: string;
  registrableDomain?: string;
  unicodeDomain?: string;
  nameBytes: number;
  valueBytes: number;
  extras: { label: string; text: string }[];
  editable: string[];
  findings: DocumentFinding[];
  raw: string;
  savedRaw?: string;
  reason?: string;
}

/** Why a line is kept verbatim, in words. */
const REASONS: Readonly<Record<UnparsedReason, string>> = {
  'too-few-fields': 'It has fewer than seven columns.',
  'too-many-fields': 'It has more than seven columns.',
  'columns-not-tabs': 'Its columns are separated by blanks instead of TABs.',
  'no-domain': 'It has no domain.',
  'field-too-long': 'One of its columns is too long.',
  'line-too-long': 'It is longer than one mebibyte.',
  'nul-byte': 'It contains a NUL byte.',
  'not-an-object': 'It is not an object.',
  'field-missing': 'A field that every cookie needs is missing.',
  'field-wrong-type': 'One of its fields has the wrong type.',
  'duplicate-key': 'It names a field twice.',
  'control-character': 'It contains a control character.',
  'refused-by-browsers': 'Browsers refuse it: it was never stored.',
  'value-encrypted': 'Its value is encrypted with a key that only the program that stored it has.',
  'names-a-file': 'It names a file, which was not read.',
  damaged: 'It is damaged or cut off.',
  'checksum-differs':
    'The checksum of the file is that of other bytes: something in it was changed or damaged.',
  'cells-differ': 'Its cells do not fit the columns of the table.',
};

/** Everything about a line, its value, and whatever else may be one, only when it is revealed; nothing when there is no such line. */
export function entryDetail(
  document: CookieDocument,
  request: { readonly id: number; readonly reveal: boolean },
): EntryDetail | undefined {
  const { id, reveal } = request;
  const { table, lines } = document;
  const row = lines.row(id);
  if (row === ABSENT) return undefined;
  const line = (of: number): string => (reveal ? displayText(table.line(of)) : maskRow(table, of));
  const {
    selected: _selected,
    severity: _severity,
    external: _external,
    size: _size,
    text: _text,
    findings: _count,
    ...shown
  } = describeRow(document, id, { selected: false, reveal });
  const saved = savedRow(document, id);
  const common = {
    ...shown,
    version: document.revision,
    extras: [],
    findings: findingsOfLine(document, id),
    raw: line(row),
    ...(saved !== ABSENT && saved !== row && { savedRaw: line(saved) }),
  };
  if (shown.kind !== 'entry') {
    const reason = shown.kind === 'unparsed' ? REASONS[table.reason(row)] : undefined;
    return {
      ...common,
      summary: {
        comment: 'A comment.',
        blank: 'A blank line.',
        unparsed: 'Kept as it is, but not read as an entry.',
      }[shown.kind],
      expiryText: '',
      nameBytes: 0,
      valueBytes: 0,
      editable: [],
      ...(reason !== undefined && { reason }),
    };
  }
  return { ...common, ...fieldWords(document, row, reveal) };
}

/** What is told of an entry alone. */
function fieldWords(document: CookieDocument, row: number, reveal: boolean) {
  const { table, format } = document;
  const entry = table.rawEntry(row);
  const text = (field: ShownField): string => (reveal ? displayText(entry[field]) : shownText(entry, field));
  const domain = text('domain').replace(/^\./, '');
  const path = text('path');
  return {
    ...(reveal && { value: displayText(entry.value) }),
    name: text('name'),
    domain,
    path,
    summary: summarise(table.cookie(row), { domain, path, now: document.now }),
    ...purposeWords(document, row),
    expiryText: text('expiry'),
    ...(domain !== MASK && hostWords(document, row)),
    nameBytes: entry.name.length,
    valueBytes: entry.value.length,
    extras: extraWords(table.extras(row)),
    editable: EDITABLE_FIELDS.filter((field) =>
      format.carries.includes(field === 'expires' ? 'expiryTime' : field),
    ),
  };
}

function purposeWords(document: CookieDocument, row: number): Pick<EntryDetail, 'purpose'> {
  const known = document.purposes.of(row);
  if (known === undefined) return {};
  const { category } = known;
  return { purpose: { category, title: PURPOSES[category].title, text: purposeSentence(known) } };
}

function hostWords(
  document: CookieDocument,
  row: number,
): { registrableDomain?: string; unicodeDomain?: string } {
  const { hosts, columns } = document.table;
  const host = columns.host[row] ?? 0;
  const traits = hosts.traits(host);
  const alone = HostTrait.ipAddress | HostTrait.publicSuffix | HostTrait.empty | HostTrait.singleLabel;
  const site = displayText(hosts.siteText(hosts.site(host)));
  const unicode =
    (traits & HostTrait.punycode) === 0 ? undefined : unicodeHost(displayText(hosts.text(host)));
  return {
    ...((traits & alone) === 0 && site !== '' && { registrableDomain: site }),
    ...(unicode !== undefined && { unicodeDomain: unicode }),
  };
}

function extraWords(extras: CookieExtras | undefined): { label: string; text: string }[] {
  if (extras === undefined) return [];
  const { partitionKey, storeId, priority, sourceScheme, sourcePort, creationTime, lastAccessTime } = extras;
  const words: { label: string; text: string | undefined }[] = [
    { label: 'Partition', text: partitionKey?.topLevelSite },
    { label: 'Store', text: storeId },
    { label: 'Priority', text: priority },
    { label: 'Source scheme', text: sourceScheme },
    { label: 'Source port', text: sourcePort?.toString() },
    { label: 'Created', text: creationTime === undefined ? undefined : dateText(creationTime, true) },
    { label: 'Last used', text: lastAccessTime === undefined ? undefined : dateText(lastAccessTime, true) },
  ];
  return words.flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}
