import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { type Attribute, type Cookie, USUAL_ATTRIBUTES } from '../../cookie/cookie.ts';
import { chunks } from '../chunks.ts';
import type { Misfit, Probe, SourceFormat } from '../format.ts';
import { isoTimeMisfit } from '../json/iso-time.ts';
import { eachLine } from '../records/each-line.ts';
import { editedWords } from '../records/edited-words.ts';
import { recordDocument, type RecordSource } from '../records/record-document.ts';
import { headerWords } from './header-words.ts';
import { SET_COOKIE_3 } from './is-lwp.ts';
import { type LwpDialect, type LwpReading, lwpWords, readLwpEntry } from './lwp-entry.ts';
import { separateDocument } from './separate-document.ts';
import { shownText } from '../records/shown-text.ts';

const PREFIX = 'Set-Cookie3: ';

const CARRIES: readonly Attribute[] = [...USUAL_ATTRIBUTES, 'sameSite', 'priority'];

/** What sets one version of the format apart. */
export interface LwpVersion {
  readonly id: string;
  readonly name: string;
  readonly magic: string;
  readonly dialect: LwpDialect;
  detect(probe: Probe): boolean;
  /** What this program cannot read, beside what neither can. */
  misfit(cookie: Cookie): Misfit | undefined;
}

/** A file of `Set-Cookie3` lines, of one version. Words that Crumbs does not know (`port`, `comment`) stay in their records. */
export function lwpFormat({ id, name, magic, dialect, detect, misfit }: LwpVersion): SourceFormat {
  const misfitOf = (cookie: Cookie): Misfit | undefined => misfit(cookie) ?? commonMisfit(cookie);
  return {
    kind: 'source',
    id,
    name,
    extensions: ['lwp', 'txt'],
    carries: CARRIES,
    detect,
    misfit: misfitOf,
    write: (cookies) => chunks(file(cookies)),
    *read(bytes, sink, strings) {
      const numericExpiry = !strings.decode(bytes, 0, Math.min(bytes.length, 64)).startsWith('#LWP-Cookies-');
      const reading: LwpReading = { dialect, numericExpiry };
      const starts: number[] = [];
      const ends: number[] = [];
      const commas: { readonly from: number; readonly to: number }[] = [];
      yield* eachLine(bytes, (from, end) => {
        const line = strings.decode(bytes, from, end);
        const lists = headerWords(line, SET_COOKIE_3.exec(line)?.[0].length ?? line.length);
        for (const [at, words] of lists.entries()) {
          const start = at === 0 ? from : from + (words[0]?.start ?? 0);
          const next = lists[at + 1]?.[0]?.start;
          const wordsEnd = from + (words.at(-1)?.end ?? 0);
          if (next !== undefined) commas.push({ from: wordsEnd, to: from + next });
          const origin = starts.length;
          starts.push(start);
          ends.push(next === undefined ? end : wordsEnd);
          const entry = readLwpEntry(words, reading);
          if (typeof entry !== 'string') sink.entry(entry, origin);
          else
            sink.unparsed(shownText(line.slice(start - from, (ends[origin] ?? end) - from)), entry, origin);
        }
      });
      const source: RecordSource = {
        bytes,
        starts,
        ends,
        record: (cookie, old) => record(cookie, old, reading),
      };
      return commas.length === 0 ? recordDocument(source) : separateDocument(source, commas, PREFIX);
    },
  };

  function* file(cookies: Iterable<Cookie>): Iterable<ByteString> {
    yield `${magic}\n`;
    for (const cookie of cookies) {
      if (misfitOf(cookie)?.code !== 'entry-left-out') yield `${canonical(cookie, dialect)}\n`;
    }
  }
}

function canonical(cookie: Cookie, dialect: LwpDialect): ByteString {
  return (
    PREFIX +
    lwpWords(cookie, dialect)
      .flatMap(([, text]) => text ?? [])
      .join('; ')
  );
}

function record(cookie: Cookie, old: ByteString | undefined, reading: LwpReading): ByteString {
  const { dialect } = reading;
  if (old === undefined) return canonical(cookie, dialect);
  const [words = []] = headerWords(old, SET_COOKIE_3.exec(old)?.[0].length ?? 0);
  const before = readLwpEntry(words, reading);
  if (typeof before === 'string') return canonical(cookie, dialect);
  const named = words.map((word, at) => ({ ...word, name: at === 0 ? '' : lowerCaseAscii(word.name) }));
  return editedWords(old, named, { was: lwpWords(before, dialect), is: lwpWords(cookie, dialect) });
}

function commonMisfit(cookie: Cookie): Misfit | undefined {
  const { name, value, domain, path, expiryTime } = cookie;
  const leftOut = (message: string): Misfit => ({ code: 'entry-left-out', message });
  const changed = (message: string): Misfit => ({ code: 'entry-changed', message });
  if (/[\r\n]/.test(value + domain + path))
    return leftOut('A line break cannot stand in a line of an LWP file.');
  if (/^$|[\0-\x20=;,\x7f]/.test(name === '' ? value : name)) {
    return leftOut(
      'In LWP files no name is empty or has a blank, control character, equals sign, comma or semicolon.',
    );
  }
  if (/^\.*$/.test(domain)) return leftOut('There is no domain.');
  if (domain.startsWith('.')) return changed('The leading full stops of the domain are dropped.');
  if (expiryTime !== undefined && expiryTime < 1) {
    return changed('An expiry out of range is written as the nearest that is in range.');
  }
  return isoTimeMisfit(cookie, 'An LWP file');
}
