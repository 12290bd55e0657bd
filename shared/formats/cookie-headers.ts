import type { ByteString } from '../cookie/byte-string.ts';
import { cookieIdentity } from '../cookie/cookie-identity.ts';
import { cookiePairs, cookiesSentTo } from '../cookie/cookie-pairs.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { COOKIE_LINE, HOST_LINE } from '../cookie/header-lines.ts';
import type { ImportFormat } from './format.ts';
import { HeadReader } from './headers/head-reader.ts';
import { isCookieText } from './headers/is-header-text.ts';
import { importedSource } from './imported-source.ts';
import { eachLine } from './records/each-line.ts';
import { shownText } from './records/shown-text.ts';

/**
 * `Cookie` headers of saved request heads (`curl -v`, the network log of a browser, a proxy's log). Each is for the host that its head
 * names; one of no host is kept and no entry. A header says no more of a cookie than name and value: it is for that host alone, for every path.
 * Of several requests the last word on a cookie counts.
 */
export const cookieHeaders: ImportFormat = {
  kind: 'import',
  id: 'cookie-headers',
  name: 'Cookie headers',
  extensions: ['txt', 'headers'],
  carries: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly'],
  detect: isCookieText,
  *read(bytes, sink, strings) {
    const rows = new Map<string, Row>();
    let line = 0;
    const reader = new CookieReader((header) => {
      for (const row of rowsOf(header))
        rows.set(row.cookie ? cookieIdentity(row.cookie) : `${row.line}`, row);
    });
    yield* eachLine(bytes, (start, end) => reader.line(strings.decode(bytes, start, end), ++line));
    reader.end();
    const list = [...rows.values()];
    for (const [origin, { cookie, text }] of list.entries()) {
      if (cookie !== undefined) sink.entry(cookie, origin);
      else sink.unparsed(shownText(text), 'no-domain', origin);
    }
    return importedSource({ lineOf: (origin) => list[origin]?.line ?? 0 });
  },
};

interface Header {
  readonly text: ByteString;
  readonly line: number;
  host: ByteString | undefined;
  isSecure: boolean;
}

interface Row {
  readonly text: ByteString;
  readonly line: number;
  /** Nothing where no host is named. */
  readonly cookie?: Cookie;
}

function rowsOf({ text, line, host, isSecure }: Header): readonly Row[] {
  if (host === undefined) return [{ text, line }];
  const pairs = cookiePairs(text.replace(COOKIE_LINE, ''));
  return cookiesSentTo(pairs, { host, scheme: isSecure ? 'https' : 'http' }).map((cookie) => ({
    text,
    line,
    cookie,
  }));
}

/** Finds the headers of request heads and the host of each, which may be named behind it. */
class CookieReader {
  readonly #tell: (header: Header) => void;
  readonly #head = new HeadReader();
  #headers: Header[] = [];

  constructor(tell: (header: Header) => void) {
    this.#tell = tell;
  }

  line(text: ByteString, line: number): void {
    const head = this.#head;
    if (head.inHead && COOKIE_LINE.test(text)) {
      this.#headers.push({ text, line, host: head.host, isSecure: head.isSecure });
      return;
    }
    if (head.pass(text)) this.end();
    if (!HOST_LINE.test(text)) return;
    for (const header of this.#headers) Object.assign(header, { host: head.host, isSecure: head.isSecure });
  }

  /** Tells of headers that may still have waited for their host. */
  end(): void {
    for (const header of this.#headers.splice(0)) this.#tell(header);
  }
}
