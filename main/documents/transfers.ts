import { AppError } from '#shared/api/app-error.ts';
import type { TransferChoicesInput, TransferFrom } from '#shared/api/transfer.ts';
import { requestTarget } from '#shared/cookie/request-target.ts';
import { ABSENT } from '#shared/document/change.ts';
import type { EditDone } from '#shared/document/edits/edit-outcome.ts';
import {
  commitTransfer,
  countTaken,
  placesHeld,
  removeMoved,
  type TransferChoices,
} from '#shared/document/transfer/commit-transfer.ts';
import type { CookieHeaderText } from '#shared/document/transfer/cookie-header.ts';
import { type Incoming, incomingHeader, readIncoming } from '#shared/document/transfer/incoming.ts';
import { planTransfer, type TransferPlan } from '#shared/document/transfer/plan-transfer.ts';
import type { UserEvent } from '#shared/document/transaction.ts';
import { writableFormatById } from '#shared/formats/registry.ts';
import { isDatabase, readDatabaseBytes } from '../databases/open-database.ts';
import { bytesOfContent } from '../files/file-content.ts';
import { displayName } from '../files/file-path.ts';
import type { DocumentService } from './document-service.ts';
import { type OpenDocument, refusalError } from './open-document.ts';
import { readDocumentFile } from './read-document-file.ts';
import { Shelf } from './shelf.ts';
import { targetIds } from './targets.ts';
import type { Task } from './task.ts';
import { withTable } from './unknown-tables.ts';

/** Rows beside a document, for as long as a client looks at them. */
export interface OpenTransfer {
  readonly id: string;
  readonly document: OpenDocument;
  readonly plan: TransferPlan;
  /** Where they come from, as people call it. */
  readonly title: string;
  readonly event: UserEvent;
  /** The document where the rows stand now; absent for a paste and for a file. */
  readonly source?: OpenDocument;
}

/** Bytes that a command has read already, and what to call them. */
interface ReadContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly title: string;
  readonly site?: string | undefined;
}

/** What was asked for turned out to need more, or to belong elsewhere. */
export type NotRows =
  | { readonly kind: 'cookie-header'; readonly header: CookieHeaderText }
  | { readonly kind: 'set-cookie' };

const PASTED = 'the clipboard';
const opened = new Shelf<OpenTransfer>('t');

/** Puts rows beside a document; nothing is changed. */
export async function openTransfer(
  service: DocumentService,
  document: OpenDocument,
  from: TransferFrom | ReadContent,
): Promise<OpenTransfer | NotRows> {
  const origin = 'document' in from ? await linesOf(service, document, from) : undefined;
  return document.run({ label: `Comparing ${document.title}` }, async (task) => {
    const found = origin ?? (await read(service, from, task));
    if ('kind' in found) return found;
    const plan = await task.slices(planTransfer(document.cookies, found.incoming, service.now));
    return opened.put(service, (id) => ({ id, document, plan, ...found }));
  });
}

type Found = Pick<OpenTransfer, 'title' | 'event' | 'source'> & { readonly incoming: Incoming };

/** Lines of another open document, as they are now. */
async function linesOf(
  service: DocumentService,
  document: OpenDocument,
  { document: id, target }: Extract<TransferFrom, { document: string }>,
): Promise<Found> {
  const source = service.get(id);
  if (source === document) throw new AppError('request-invalid', { reason: 'from' });
  const ids = await targetIds(service, source, target);
  const { table, lines, format } = source.cookies;
  const rows = Array.from(ids, (line) => lines.row(line)).filter((row) => row !== ABSENT);
  return { incoming: { table, rows, format }, title: source.title, event: 'import', source };
}

async function read(
  service: DocumentService,
  from: TransferFrom | ReadContent,
  task: Task,
): Promise<Found | NotRows> {
  const { bytes: given, title, event } = await contentOf(service, from, task);
  const bytes = isDatabase(given)
    ? (await readDatabaseBytes(given, title, (work) => task.slices(work))).bytes
    : given;
  const found = await task.slices(readIncoming(bytes, service.strings));
  if ('refused' in found) {
    const nothing = { message: `There is no cookie in ${title}.` };
    throw found.code === 'format-unknown'
      ? new AppError('edit-refused', nothing)
      : withTable(service, refusalError(found, title), { name: title, bytes });
  }
  if (found.kind === 'rows') return { incoming: found.incoming, title, event };
  const site = 'site' in from ? from.site : undefined;
  if (found.kind === 'set-cookie' || site === undefined) return found;
  return { incoming: incomingHeader(found.header, siteOf(site), service.strings), title, event };
}

async function contentOf(
  service: DocumentService,
  from: TransferFrom | ReadContent,
  task: Task,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly title: string; readonly event: UserEvent }> {
  if ('bytes' in from) return { bytes: from.bytes, title: from.title, event: 'import' };
  if ('text' in from)
    return { bytes: Uint8Array.from(Buffer.from(from.text)), title: PASTED, event: 'edit.paste' };
  if ('base64' in from) {
    return { bytes: bytesOfContent(from.base64), title: from.name, event: 'import' };
  }
  if (!('handle' in from)) throw new Error('lines of a document are not read');
  const path = service.handles.path(from.handle);
  const { bytes, size } = await readDocumentFile({ path, strings: service.strings, task });
  return { bytes: bytes.slice(0, size), title: displayName(path), event: 'import' };
}

/** A host alone is one of https, as in the address bar of a browser. */
function siteOf(site: string) {
  const text = site.trim();
  const found = requestTarget(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if ('refused' in found) throw new AppError('address-unusable', { why: found.refused });
  return found;
}

/** Rows that a client has before it; those for a document that has changed since must be put beside it again. */
export function transferOf(service: DocumentService, id: string): OpenTransfer {
  const transfer = opened.get(service, id);
  if (transfer === undefined || transfer.plan.revision !== transfer.document.cookies.revision) {
    throw new AppError('merge-outdated');
  }
  return transfer;
}

/** Forgets rows that nobody looks at any more. */
export function closeTransfer(service: DocumentService, id: string): void {
  opened.drop(service, id);
}

/**
 * Puts the chosen rows into the document as one step. To move them, those that the document has by then are taken from
 * where they came, as a step of that document: never before, and never a line that was changed meanwhile.
 */
export async function applyTransfer(
  service: DocumentService,
  transfer: OpenTransfer,
  { choices: input, move }: { readonly choices: TransferChoicesInput; readonly move: boolean },
): Promise<EditDone> {
  const { id, document, plan, title, event, source } = transfer;
  const choices = { changed: input.changed, except: new Set(input.except) };
  if (move && source?.cookies.readOnly !== undefined) {
    throw new AppError('document-read-only', { path: source.title, reason: source.cookies.readOnly });
  }
  const what = counted(countTaken(plan, choices), plan);
  const label = event === 'edit.paste' ? `Paste ${what}` : `${verb(transfer, move)} ${what} from ${title}`;
  const done = await document.edit('Adding', (cookies) => {
    if (plan.revision !== cookies.revision) throw new AppError('merge-outdated');
    return commitTransfer(cookies, plan, choices, { label, event });
  });
  if (move && source !== undefined) await takeAway(service, { ...transfer, source }, choices);
  closeTransfer(service, id);
  return done;
}

function verb({ source }: OpenTransfer, move: boolean): string {
  if (source === undefined) return 'Import';
  return move ? 'Move' : 'Copy';
}

async function takeAway(
  service: DocumentService,
  { document, plan, source }: OpenTransfer & { readonly source: OpenDocument },
  choices: TransferChoices,
): Promise<void> {
  const rows = new Set(placesHeld(plan, choices).map((at) => plan.incoming.rows[at] ?? ABSENT));
  const label = `Move ${counted(rows.size, plan)} to ${document.title}`;
  await source.edit('Moving', (cookies) => removeMoved(cookies, rows, { label, now: service.now }));
}

/** "3 cookies", or lines where there is no cookie among them. */
function counted(count: number, { counts }: TransferPlan): string {
  const what = counts.new + counts.changed + counts.identical === 0 && counts.line > 0 ? 'line' : 'cookie';
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** A new document that can hold all that this one does: of the same format where that can be written empty. */
export async function documentLike(service: DocumentService, like: OpenDocument): Promise<OpenDocument> {
  const { format } = like.cookies;
  const known = writableFormatById(format.id);
  if (known === undefined || known.kind === 'lines') return service.create();
  const bytes = Uint8Array.from(Buffer.concat([...known.write([])]));
  return service.openBytes(`cookies.${known.extensions[0] ?? 'json'}`, bytes, known.id);
}
