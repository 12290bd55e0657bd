import type { ByteString } from '../cookie/byte-string.ts';
import { ATTRIBUTES, type Cookie } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { chunks } from './chunks.ts';
import type { SourceFormat } from './format.ts';
import { expiryTimeOf, sameSiteOf, type CookieFields } from './json/cookie-fields.ts';
import { isTooDeep } from './json/depth.ts';
import { editedEntry, entryText } from './json/edited-entry.ts';
import { COMPACT } from './json/entry-style.ts';
import { jsonMisfit, secondsOf, statedDomain, type EntryMembers } from './json/json-shape.ts';
import { quoteJson, type JsonText } from './json/json-text.ts';
import { parseText } from './json/parse-json.ts';
import { readEntry } from './json/read-entry.ts';
import { extrasOf, priorityOf } from '../cookie/extras-of.ts';
import { partitionKeyObject } from './json/web-extension-cookie.ts';
import { eachLine } from './records/each-line.ts';
import { recordDocument } from './records/record-document.ts';
import { shownText } from './records/shown-text.ts';

const STYLE = { object: COMPACT, colon: ':' };

const SHAPE = { read, members };

/**
 * One entry a line, each a JSON object under the names of RFC 6265bis, times in seconds since 1970: what Crumbs itself says of a
 * cookie, with nothing left out. For `jq`, DuckDB and their like, and for what was read from where nothing can be written.
 */
export const ndjson: SourceFormat = {
  kind: 'source',
  id: 'ndjson',
  name: 'NDJSON',
  extensions: ['ndjson', 'jsonl'],
  carries: ATTRIBUTES,
  detect({ head }) {
    const line = /^(?:\xef\xbb\xbf)?\s*(\{[^\r\n]*\})[ \t]*(?:[\r\n]|$)/.exec(head)?.[1];
    if (line === undefined || isTooDeep(line)) return false;
    const keys = parseText(line)?.members?.map(({ key }) => key) ?? [];
    return ['name', 'value', 'domain'].every((key) => keys.includes(key));
  },
  misfit: jsonMisfit,
  write: (cookies) => chunks(linesOf(cookies)),
  *read(bytes, sink, strings) {
    const starts: number[] = [];
    const ends: number[] = [];
    yield* eachLine(bytes, (from, end) => {
      const start = from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : from;
      const text = strings.decode(bytes, start, end);
      if (text.trim() === '') return;
      const origin = starts.length;
      starts.push(start);
      ends.push(end);
      const entry = entryOf(text);
      if (typeof entry !== 'string') sink.entry(entry, origin);
      else sink.unparsed(shownText(text), entry, origin);
    });
    return recordDocument({ bytes, starts, ends, record });
  },
};

/** The line of a cookie, without its end. */
export function ndjsonLine(cookie: Cookie): JsonText {
  return entryText(members(cookie), STYLE);
}

function entryOf(text: ByteString): Cookie | UnparsedReason {
  const entry = isTooDeep(text) ? undefined : parseText(text);
  return entry === undefined ? 'not-an-object' : readEntry(SHAPE, text, entry);
}

function record(cookie: Cookie, old?: ByteString): ByteString {
  if (old === undefined || typeof entryOf(old) === 'string') return ndjsonLine(cookie);
  const [, before = '', entry = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(old) ?? [];
  return before + editedEntry({ shape: SHAPE, text: entry, ordinal: 1 }, cookie, STYLE) + after;
}

function* linesOf(cookies: Iterable<Cookie>): Iterable<ByteString> {
  for (const cookie of cookies) {
    if (jsonMisfit(cookie)?.code !== 'entry-left-out') yield `${ndjsonLine(cookie)}\n`;
  }
}

function members(cookie: Cookie): EntryMembers {
  const { expiryTime, extras = {} } = cookie;
  const { sameSite, partitionKey, storeId, priority, sourceScheme } = extras;
  const texts = { sameSite, storeId, priority, sourceScheme };
  const { sourcePort, creationTime, lastAccessTime } = extras;
  const numbers = { sourcePort, creationTime, lastAccessTime };
  return [
    ['name', quoteJson(cookie.name)],
    ['value', quoteJson(cookie.value)],
    ['domain', quoteJson(statedDomain(cookie))],
    ['hostOnly', String(cookie.hostOnly)],
    ['path', quoteJson(cookie.path)],
    ['secureOnly', String(cookie.secureOnly)],
    ['httpOnly', String(cookie.httpOnly)],
    ...(expiryTime === undefined ? [] : [['expiryTime', secondsOf(expiryTime)] as const]),
    ...Object.entries(texts).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, quoteJson(text)] as const],
    ),
    ...(partitionKey === undefined ? [] : [['partitionKey', partitionKeyObject(partitionKey)] as const]),
    ...Object.entries(numbers).flatMap(([key, number]) =>
      number === undefined ? [] : [[key, String(number)] as const],
    ),
  ];
}

function read(fields: CookieFields): Cookie {
  const domain = fields.requiredText('domain');
  const hostOnly = fields.flag('hostOnly') ?? !domain.startsWith('.');
  const expiryTime = fields.number('expiryTime');
  return {
    name: fields.requiredText('name'),
    value: fields.requiredText('value'),
    domain: hostOnly ? domain : domain.replace(/^\./, ''),
    hostOnly,
    path: fields.text('path') ?? '/',
    secureOnly: fields.flag('secureOnly') ?? false,
    httpOnly: fields.flag('httpOnly') ?? false,
    ...(expiryTime !== undefined && { expiryTime: expiryTimeOf(expiryTime) }),
    ...extrasOf({
      sameSite: sameSiteOf(fields.word('sameSite')),
      partitionKey: fields.partitionKey('partitionKey'),
      storeId: fields.text('storeId'),
      priority: priorityOf(fields.word('priority')),
      sourceScheme: one(fields.word('sourceScheme'), ['unset', 'non-secure', 'secure']),
      sourcePort: fields.number('sourcePort'),
      creationTime: fields.number('creationTime'),
      lastAccessTime: fields.number('lastAccessTime'),
    }),
  };
}

function one<Word extends string>(given: string | undefined, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === given);
}
