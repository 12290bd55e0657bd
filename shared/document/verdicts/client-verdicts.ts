import type { EpochSeconds } from '../../cookie/cookie.ts';
import { verdictOf, type Client, type LoadedJar, type Verdict } from '../../clients/client.ts';
import { reason } from '../../clients/reason.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { writtenFile, type WrittenFile } from './written-file.ts';

/** What one client makes of a document as it would be saved now. */
export interface ClientJar {
  readonly client: Client;
  readonly jar: LoadedJar;
  readonly file: WrittenFile;
}

interface Known {
  readonly revision: number;
  readonly now: EpochSeconds;
  readonly jar: LoadedJar;
}

/** So many clients are remembered: more than anybody chooses. */
const REMEMBERED = 16;
/** What no program that reads cookie files makes anything of. */
const JSON_FILE: Verdict = { outcome: 'dropped', reasons: [reason('is-json')] };
/** What a copy of something else kept and could not read would stand in the file as a comment. */
const NOT_READ: Verdict = { outcome: 'ignored', reasons: [reason('not-read')] };
const OTHER_FILE: Verdict = { outcome: 'dropped', reasons: [reason('other-format')] };

/**
 * What clients make of a document: loaded when it is first asked for, and kept until the document changes or the clock passes the expiry
 * of an entry. Files of other formats are read by no client, so they have no jar; a copy of what cannot be written is judged as the
 * Netscape file that it would be saved as.
 */
export class ClientVerdicts {
  readonly #document: CookieDocument;
  readonly #known = new Map<string, Known>();
  #file: { readonly revision: number; readonly file: WrittenFile | undefined } | undefined;

  constructor(document: CookieDocument) {
    this.#document = document;
  }

  /** The client's jar; nothing where no client reads such a document. */
  *load({ client, version }: ChosenClient): Generator<Progress, ClientJar | undefined> {
    const file = this.#written();
    if (file === undefined) return undefined;
    const { revision, now } = this.#document;
    const key = `${client.id} ${version}`;
    let known = this.#known.get(key);
    if (known?.revision !== revision || this.#hasExpiry(known.now, now)) {
      yield { done: 0, total: file.lineCount };
      const context = { version, now };
      const jar = yield* client.loadInSlices(file, context);
      known = { revision, now, jar };
      this.#known.delete(key);
      this.#known.set(key, known);
      for (const oldest of this.#known.keys()) {
        if (this.#known.size <= REMEMBERED) break;
        this.#known.delete(oldest);
      }
    }
    return { client, jar: known.jar, file };
  }

  /** What a loaded client makes of one line. */
  verdict(loaded: ClientJar | undefined, id: number): Verdict {
    if (loaded === undefined) return this.#document.format.json === true ? JSON_FILE : OTHER_FILE;
    if (this.#document.importedFrom !== undefined && this.#document.kind(id) === 'unparsed') return NOT_READ;
    return verdictOf(loaded.jar, loaded.file.fileLine(this.#document.lines.place(id) - 1));
  }

  #written(): WrittenFile | undefined {
    const { revision } = this.#document;
    if (this.#file?.revision !== revision) this.#file = { revision, file: writtenFile(this.#document) };
    return this.#file.file;
  }

  /** Does an entry expire between the two moments? If none does, no verdict has changed. */
  #hasExpiry(one: EpochSeconds, other: EpochSeconds): boolean {
    if (one === other) return false;
    const [first, last] = one < other ? [one, other] : [other, one];
    const { expiry, flags } = this.#document.table.columns;
    const rows = this.#document.lines.rows();
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? ABSENT;
      const seconds = expiry[row] ?? 0;
      // A second more on both sides: some clients keep a cookie through its last second.
      if (seconds < first - 1 || seconds > last + 1) continue;
      if (((flags[row] ?? 0) & KIND_MASK) === Kind.entry) return true;
    }
    return false;
  }
}
