import type { DocumentInfo } from '#shared/api/document.ts';
import { ABSENT } from '#shared/document/change.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import type { Writer } from '#shared/document/writer.ts';
import { findingsBySeverity } from '#shared/document/findings.ts';
import { countChanges } from '#shared/document/pending-changes.ts';
import type { StoreFacts } from '../databases/open-database.ts';
import type { FileLink } from './file-link.ts';

/** What is told of a document, beside what it holds. */
export interface InfoRequest {
  readonly id: string;
  readonly title: string;
  readonly cookies: CookieDocument;
  /** Seconds since 1970. */
  readonly openedAt: number;
  readonly store: StoreFacts | undefined;
  readonly link: FileLink | undefined;
  readonly version: number;
  readonly readOnly: DocumentInfo['readOnly'];
  readonly writer: Writer | undefined;
  readonly oldContent: string | undefined;
  readonly unconfirmed: boolean;
  readonly restored: DocumentInfo['restored'];
}

/** All that tabs, status bar and menus show. */
export function documentInfo(request: InfoRequest): DocumentInfo {
  const { id, title, cookies, openedAt, store, link, version } = request;
  const { readOnly, writer, oldContent, unconfirmed, restored } = request;
  const facts = cookies.facts();
  return {
    id,
    title,
    ...(store?.place !== undefined && { folder: store.place }),
    ...(link && { folder: link.folder, mode: octal(facts.mode ?? link.state.mode) }),
    hasFile: link !== undefined,
    ...(readOnly && { readOnly }),
    formatId: cookies.format.id,
    formatName: cookies.format.name,
    ...(cookies.importedFrom && {
      importedFrom: importedFrom(cookies.importedFrom.name, openedAt, store),
    }),
    ...(writer && { writtenBy: writtenBy(writer) }),
    encoding: facts.encoding,
    byteOrderMark: facts.byteOrderMark,
    lineEnd: lineEnd(facts.lineEnds, cookies.properties.encoding.crOnly),
    bytes: sizeOf(cookies, link),
    lines: cookies.lines.liveCount,
    entries: facts.entries,
    unparsed: facts.unparsed,
    expired: expiredCount(cookies),
    protected: cookies.protection.size,
    ignored: cookies.ignored.places,
    version,
    dirty: cookies.dirty || link?.overruled === true,
    changes: countChanges(cookies).total,
    ...(cookies.undoLabel !== undefined && { undo: cookies.undoLabel }),
    ...(cookies.redoLabel !== undefined && { redo: cookies.redoLabel }),
    disk: link?.disk ?? 'none',
    ...(link?.change && { diskChange: link.change }),
    watching: link?.watching ?? false,
    ...(oldContent !== undefined && { oldContent }),
    ...(unconfirmed && { unconfirmed }),
    ...(restored && { restored }),
    findings: findingsBySeverity(cookies),
  };
}

function importedFrom(
  formatName: string,
  openedAt: number,
  store: StoreFacts | undefined,
): DocumentInfo['importedFrom'] {
  if (store === undefined) return { formatName, at: openedAt };
  const { takenAt: at, place, newerSchema } = store;
  return { formatName, at, ...(place && { place }), ...(newerSchema !== undefined && { newerSchema }) };
}

/** The entries that Delete Expired would remove: protected ones stay. */
function expiredCount({ judge: { findings }, lines, protection }: CookieDocument): number {
  const rule = findings.indexOf('expired');
  if (rule < 0) return 0;
  let count = findings.count(rule);
  for (const id of protection.ids) {
    const row = lines.row(id);
    if (row !== ABSENT && findings.has(row, rule)) count--;
  }
  return count;
}

/** Entries of structured or wide text are written out to be measured; of more than so many the rows are counted instead. */
const MOST_WRITTEN = 20_000;

/** The size of the file as it is, or as a save would write it. */
function sizeOf(cookies: CookieDocument, link: FileLink | undefined): number {
  if (link?.disk === 'same' && !cookies.dirty) return link.state.size;
  const { encoding, source } = cookies.properties;
  const { bytes, entries } = cookies.counts();
  if (source === undefined && encoding.charset === 'utf-8') return bytes + (encoding.byteOrderMark ? 3 : 0);
  if (entries > MOST_WRITTEN) return bytes;
  let size = 0;
  for (const chunk of cookies.write()) size += chunk.length;
  return size;
}

function writtenBy({ exporter, confidence }: Writer): DocumentInfo['writtenBy'] {
  return { id: exporter.id, title: exporter.title, confidence };
}

/** Permission bits as `chmod` takes them: "0600". */
export function octal(mode: number): string {
  return `0${(mode & 0o777).toString(8).padStart(3, '0')}`;
}

interface LineEnds {
  readonly lf: number;
  readonly crLf: number;
  readonly cr: number;
}

function lineEnd({ lf, crLf, cr }: LineEnds, carriageReturns: boolean): DocumentInfo['lineEnd'] {
  if (carriageReturns) return 'cr';
  const kinds = [lf, crLf, cr].filter((count) => count > 0).length;
  if (kinds === 0) return 'none';
  if (kinds > 1) return 'mixed';
  if (lf > 0) return 'lf';
  return crLf > 0 ? 'crlf' : 'cr';
}
