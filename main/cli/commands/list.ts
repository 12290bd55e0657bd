import { displayText } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { shownCookieDomain, shownCookieName, shownPath } from '#shared/cookie/shown-text.ts';
import { purposeOf, purposeSentence } from '#shared/purposes/purpose-of.ts';
import type { DocumentEntry } from '#shared/document/cookies-of.ts';
import { chosenView } from '../chosen-view.ts';
import { batches, mapped, writeList } from '../batches.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { TABLE_OPTIONS } from '../format-asked.ts';
import { FILES_JSON, shapeOf } from '../file-reports.ts';
import { queryHelp } from '../help-text.ts';
import { openInput } from '../inputs.ts';
import { type EachFile, type FileContext, type Frame, MANY_OPTIONS } from '../many/each-file.ts';
import { overFiles } from '../many/over-files.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, JSON_OUTPUT, NDJSON, QUERY, REVEAL, VIEW, WATCH } from '../shared-options.ts';
import { HASH_KEY, valueHash } from '../value-hash.ts';

const HEADINGS = ['line', 'domain', 'path', 'name', 'value', 'expires', 'flags'];

const each: EachFile = {
  check: ({ options }) => void shapeOf(options, 'list'),
  frame: (options, many) => {
    const shape = shapeOf(options, 'list');
    return shape === undefined ? headings(many) : shape === 'json' ? FILES_JSON : undefined;
  },
  run: listed,
};

/** `crumbs list`: the entries of files, values masked. */
export const list: Command = {
  name: 'list',
  usage: 'FILE|FOLDER… [--query QUERY] [--view NAME] [--json | --ndjson] [--jobs N] [--watch]',
  summary: 'List the entries of cookie files',
  files: { least: 1, most: Infinity },
  options: {
    query: QUERY,
    view: VIEW,
    json: JSON_OUTPUT,
    ndjson: NDJSON,
    'hash-key': HASH_KEY,
    reveal: REVEAL,
    from: FROM,
    ...TABLE_OPTIONS,
    watch: WATCH,
    ...MANY_OPTIONS,
  },
  details: () => [...NDJSON_DETAILS, '', queryHelp()].join('\n'),
  each,
  run: (context) => overFiles(context, { command: list, each }),
};

const NDJSON_DETAILS = [
  'With --ndjson each line is one entry, with the name of its file and its line there. In the place of the value stands valueHash,',
  'which is the same wherever the value is the same: HMAC-SHA256 with a key, for a plain hash of a short value is found by',
  'trying. To compare files of several machines give all of them one key: "head -c 32 /dev/urandom > key", --hash-key key.',
  'With --reveal the value itself is there, and the lines can be opened as a file of the format NDJSON.',
];

async function listed(context: FileContext): Promise<ExitCode> {
  const { io, options, file } = context;
  const document = await openInput(context, file.path);
  const { query, sort } = await chosenView(context, 'list');
  const entries = selectedEntries(document, query, sort);
  const line = ({ id }: DocumentEntry): number => document.cookies.lineNumber(id);
  const reveal = options.has('reveal');
  const write = (text: string): Promise<void> => io.write(text);
  const head = { file: file.path };
  if (options.has('json')) {
    const objects = mapped(entries, (entry) =>
      safeJson({ line: line(entry), ...attributes(entry.cookie, reveal, masked(entry.cookie, reveal)) }),
    );
    await writeList(write, objects, [`${safeJson(head).slice(0, -1)},"entries":[`, ']}']);
    return ExitCode.fine;
  }
  const lines = options.has('ndjson')
    ? await objectLines(context, entries, (entry) => ({ ...head, line: line(entry) }))
    : rows(context, entries, line);
  for (const batch of batches(lines)) await write(batch.join(''));
  return ExitCode.fine;
}

async function objectLines(
  context: FileContext,
  entries: Iterable<DocumentEntry>,
  place: (entry: DocumentEntry) => object,
): Promise<Iterable<string>> {
  const reveal = context.options.has('reveal');
  const hash = reveal ? undefined : await valueHash(context);
  return mapped(entries, (entry) => {
    const { cookie } = entry;
    const shown =
      hash === undefined ? { value: displayText(cookie.value) } : { valueHash: hash(cookie.value) };
    return `${safeJson({ ...place(entry), ...attributes(cookie, reveal, shown) })}\n`;
  });
}

/** Columns that TABs part; of several files each row begins with the file's name. */
function* rows(
  { many, file, options }: FileContext,
  entries: Iterable<DocumentEntry>,
  line: (entry: DocumentEntry) => number,
): Generator<string> {
  const head = many ? `${plainText(file.path)}\t` : '';
  for (const entry of entries) yield `${head}${row(line(entry), entry.cookie, options.has('reveal'))}\n`;
}

function headings(many: boolean): Frame {
  const names = many ? ['file', ...HEADINGS] : HEADINGS;
  return { open: `${names.join('\t')}\n`, between: '', close: () => '' };
}

/** The texts of a cookie: without `reveal` only what can be no value, wherever it stands. */
function texts(cookie: Cookie, reveal: boolean): { name: string; domain: string; path: string } {
  if (!reveal) {
    return {
      name: shownCookieName(cookie),
      domain: shownCookieDomain(cookie),
      path: shownPath(cookie.path),
    };
  }
  const { name, domain, path } = cookie;
  return { name: displayText(name), domain: displayText(domain), path: displayText(path) };
}

function masked({ value }: Cookie, reveal: boolean): object {
  return reveal ? { value: displayText(value) } : { value: null, masked: true };
}

/** The cookie's attributes by their own names, `shown` in the place of the value. What is not there is left out. */
function attributes(cookie: Cookie, reveal: boolean, shown: object): object {
  const { hostOnly, secureOnly, httpOnly, expiryTime, extras } = cookie;
  const { name, domain, path } = texts(cookie, reveal);
  return {
    name,
    ...shown,
    domain,
    hostOnly,
    path,
    secureOnly,
    httpOnly,
    ...(expiryTime !== undefined && { expiryTime }),
    ...purpose(cookie),
    ...extras,
  };
}

/** What it is probably for, when its name is well known. */
function purpose({ name, domain }: Cookie): object {
  const known = purposeOf(name, domain);
  return known === undefined ? {} : { purpose: known.category, purposeText: purposeSentence(known) };
}

/** One entry in columns that TABs part, for people and for `cut`. */
function row(line: number, cookie: Cookie, reveal: boolean): string {
  const { value, hostOnly, expiryTime } = cookie;
  const { name, domain, path } = texts(cookie, reveal);
  const columns = [
    String(line),
    `${hostOnly ? '' : '.'}${domain}`,
    path,
    name,
    reveal ? displayText(value) : MASK,
    expiryTime === undefined ? 'session' : dateOf(expiryTime),
    flags(cookie),
  ];
  return columns.map(plainText).join('\t');
}

function flags({ secureOnly, httpOnly, extras }: Cookie): string {
  const words = [
    ...(secureOnly ? ['secure'] : []),
    ...(httpOnly ? ['httponly'] : []),
    ...(extras?.sameSite === undefined ? [] : [`samesite=${extras.sameSite}`]),
  ];
  return words.length === 0 ? '-' : words.join(',');
}

/** The time in UTC; seconds where no calendar reaches. */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : `${date.toISOString().slice(0, -5)}Z`;
}
