import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { END_OF_HEAD, SET_COOKIE_LINE } from '../../cookie/header-lines.ts';
import { parseCookieDate } from '../../cookie/parse-cookie-date.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { HeadReader } from './head-reader.ts';
import { hasMaxAge, type HeaderPlace, readSetCookie } from './set-cookie-entry.ts';

/** A header with what it sets, or why it is kept. */
export interface ReadHeader {
  readonly text: ByteString;
  readonly start: number;
  readonly end: number;
  readonly entry: Cookie | UnparsedReason;
}

interface Pending {
  text: ByteString;
  readonly start: number;
  end: number;
  readonly place: HeaderPlace;
}

const DATE_LINE = /^[<*\s]*date[ \t]*:(.*)$/i;
const HEADER_LINE = /^[<>*\s]*[!#$%&'*+.^_`|~\w-]+:(?:\s|$)/;

/** So many headers wait for the date of their response. */
const MOST_PENDING = 256;

/** Finds the `Set-Cookie` headers among the lines of saved responses, and tells of them in their order. */
export class SetCookieReader {
  readonly #tell: (header: ReadHeader) => void;
  readonly #head = new HeadReader();
  #date: EpochSeconds | undefined;
  #pending: Pending[] = [];
  /** The header whose next lines may be folded ones. */
  #last: Pending | undefined;

  constructor(tell: (header: ReadHeader) => void) {
    this.#tell = tell;
  }

  /** The next line, at [start, end), without its end. */
  line(text: ByteString, start: number, end: number): void {
    const last = this.#last;
    if (last !== undefined && /^[ \t]/.test(text) && !HEADER_LINE.test(text) && !END_OF_HEAD.test(text)) {
      last.text += `\n${text}`;
      last.end = end;
      return;
    }
    this.#last = undefined;
    if (last !== undefined) this.#settle();
    if (this.#head.inHead && SET_COOKIE_LINE.test(text)) {
      const { host, defaultPath } = this.#head;
      this.#last = { text, start, end, place: { host, defaultPath } };
      this.#pending.push(this.#last);
      return;
    }
    const date = DATE_LINE.exec(text)?.[1];
    if (date !== undefined && this.#head.inHead) this.#date = parseCookieDate(date);
    if (!this.#head.pass(text)) return;
    this.end();
    this.#date = undefined;
  }

  /** Tells of headers that still wait. */
  end(): void {
    for (const { text, start, end, place } of this.#pending) {
      this.#tell({ text, start, end, entry: readSetCookie(text, { ...place, date: this.#date }) });
    }
    this.#pending = [];
    this.#last = undefined;
  }

  /** Nothing has to wait whose end no date decides. */
  #settle(): void {
    const waits = this.#date === undefined && this.#pending.some(({ text }) => hasMaxAge(text));
    if (!waits || this.#pending.length >= MOST_PENDING) this.end();
  }
}
