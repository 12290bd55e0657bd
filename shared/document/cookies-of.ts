import type { Cookie } from '../cookie/cookie.ts';
import { MASK } from '../cookie/mask.ts';
import { ABSENT } from './change.ts';
import type { CookieDocument } from './cookie-document.ts';
import { Kind, KIND_MASK, Trait } from '../table/columns.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import { isDoubtful, shownText } from '../table/shown-entry.ts';

/** An entry of a document: its line's id, the row that it shows now and the cookie in it, value included. */
export interface DocumentEntry {
  readonly id: number;
  readonly row: number;
  readonly cookie: Cookie;
}

/** Only columns that are odd by themselves make a cookie doubtful. */
const ODD_COLUMNS = Trait.flagOdd | Trait.secureOdd | Trait.expiryOdd | Trait.pathNotAbsolute;

/** The entries among some lines, in the order given; without `ids` all, in document order. Other lines are passed over. */
export function* entriesOf(
  document: CookieDocument,
  ids: Iterable<number> = document.lines.ids(),
): Generator<DocumentEntry> {
  const { lines, table } = document;
  for (const id of ids) {
    const row = lines.row(id);
    if (row === ABSENT || ((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) !== Kind.entry) continue;
    const cookie = table.cookie(row);
    const isOdd = ((table.columns.traits[row] ?? 0) & ODD_COLUMNS) !== 0;
    yield {
      id,
      row,
      cookie: isOdd && isUnsure(table.rawEntry(row)) ? { ...cookie, doubtful: true } : cookie,
    };
  }
}

function isUnsure(entry: RawEntry): boolean {
  return isDoubtful(entry) || shownText(entry, 'domain') === MASK;
}

/** The cookies among some lines, as `entriesOf` finds them. */
export function* cookiesOf(document: CookieDocument, ids?: Iterable<number>): Generator<Cookie> {
  for (const { cookie } of entriesOf(document, ids)) yield cookie;
}
