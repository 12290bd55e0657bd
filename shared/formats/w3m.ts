import { type Cookie, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { chunks } from './chunks.ts';
import type { Misfit, SourceFormat } from './format.ts';
import { eachLine } from './records/each-line.ts';
import { recordDocument } from './records/record-document.ts';
import { shownText } from './records/shown-text.ts';
import { isW3m } from './w3m/is-w3m.ts';
import { editedW3mLine, readW3mEntry, w3mLine } from './w3m/w3m-entry.ts';

/**
 * `~/.w3m/cookie`: a line of eleven cells between TABs for each cookie, the first one the address that set it. w3m reads no further than the first line that has
 * fewer, and loads cookies of the session, but does not write them.
 */
export const w3m: SourceFormat = {
  kind: 'source',
  id: 'w3m',
  name: 'w3m cookies',
  extensions: ['txt'],
  carries: USUAL_ATTRIBUTES.filter((attribute) => attribute !== 'httpOnly'),
  detect: isW3m,
  misfit: w3mMisfit,
  write: (cookies) => chunks(lines(cookies)),
  *read(bytes, sink, strings) {
    const starts: number[] = [];
    const ends: number[] = [];
    yield* eachLine(bytes, (start, end) => {
      if (start === end) return;
      const text = strings.decode(bytes, start, end);
      const entry = readW3mEntry(text);
      if (typeof entry === 'string') sink.unparsed(shownText(text), entry, starts.length);
      else sink.entry(entry, starts.length);
      starts.push(start);
      ends.push(end);
    });
    const record = (cookie: Cookie, old?: ByteString): ByteString => {
      const was = old === undefined ? 'field-missing' : readW3mEntry(old);
      return old === undefined || typeof was === 'string' ? w3mLine(cookie) : editedW3mLine(old, was, cookie);
    };
    return recordDocument({ bytes, starts, ends, record });
  },
};

function* lines(cookies: Iterable<Cookie>): Iterable<ByteString> {
  for (const cookie of cookies) {
    if (w3mMisfit(cookie)?.code !== 'entry-left-out') yield `${w3mLine(cookie)}\n`;
  }
}

function w3mMisfit({ name, value, domain, path, expiryTime }: Cookie): Misfit | undefined {
  if (/[\t\n\r\0]/.test(name + value + domain + path)) {
    return {
      code: 'entry-left-out',
      message: 'A TAB, line break or NUL cannot stand in a line of w3m.',
    };
  }
  if (/^\.*$/.test(domain)) {
    return { code: 'entry-left-out', message: 'w3m keeps no cookie without a domain.' };
  }
  const changed = (message: string): Misfit => ({ code: 'entry-changed', message });
  if (domain.startsWith('.')) return changed('More than one leading full stop of the domain is dropped.');
  if (path === '') return changed('An empty path is written as "/".');
  if (expiryTime !== undefined && (expiryTime < 1 || expiryTime > Number.MAX_SAFE_INTEGER)) {
    return changed('An expiry out of range is written as the nearest that is in range.');
  }
  return undefined;
}
