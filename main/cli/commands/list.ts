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
import { queryHelp } from '../help-text.ts';
import { openInput } from '../inputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, JSON_OUTPUT, QUERY, REVEAL, VIEW } from '../shared-options.ts';

const HEADINGS = ['line', 'domain', 'path', 'name', 'value', 'expires', 'flags'];

/** `crumbs list`: the entries of a file, values masked. */
export const list: Command = {
  name: 'list',
  usage: 'FILE [--query QUERY] [--view NAME] [--json]',
  summary: 'List the entries of a cookie file',
  files: { least: 1, most: 1 },
  options: { query: QUERY, view: VIEW, json: JSON_OUTPUT, reveal: REVEAL, from: FROM },
  details: queryHelp,
  run: async (context) => {
    const { io, options, files } = context;
    const [file = ''] = files;
    const document = await openInput(context, file);
    const { cookies } = document;
    const { query, sort } = await chosenView(context, 'list');
    const entries = selectedEntries(document, query, sort);
    const reveal = options.has('reveal');
    const line = ({ id }: DocumentEntry): number => cookies.lineNumber(id);
    const write = (text: string): Promise<void> => io.write(text);
    if (options.has('json')) {
      const objects = mapped(entries, (entry) =>
        safeJson({ line: line(entry), ...attributes(entry.cookie, reveal) }),
      );
      await writeList(write, objects, ['{ "entries": [', '] }\n']);
    } else {
      await write(`${HEADINGS.join('\t')}\n`);
      const rows = mapped(entries, (entry) => `${row(line(entry), entry.cookie, reveal)}\n`);
      for (const batch of batches(rows)) await write(batch.join(''));
    }
    return ExitCode.fine;
  },
};

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

/** The cookie's attributes by their own names. What is not there is left out; a value that is not shown is null. */
function attributes(cookie: Cookie, reveal: boolean): object {
  const { value, hostOnly, secureOnly, httpOnly, expiryTime, extras } = cookie;
  const { name, domain, path } = texts(cookie, reveal);
  return {
    name,
    ...(reveal ? { value: displayText(value) } : { value: null, masked: true }),
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
