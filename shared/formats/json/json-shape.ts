import { decodeUtf8 } from '../../cookie/byte-string.ts';
import type { Attribute, Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import type { Misfit } from '../format.ts';
import type { CookieFields } from './cookie-fields.ts';
import type { JsonText } from './json-text.ts';
import type { Outline } from './outline.ts';

/** The blank text between brackets and what stands in them; `between` has the comma. */
export interface Gaps {
  readonly first: JsonText;
  readonly between: JsonText;
  readonly last: JsonText;
}

/** How the program that the format is named for lays out a file. */
export interface JsonLayout {
  /** Up to and with the list's `[`, which may depend on the first cookie, and from its `]`. */
  readonly before: JsonText | ((first: Cookie | undefined) => JsonText);
  readonly after: JsonText;
  readonly list: Gaps;
  readonly object: Gaps;
}

/** Keys with their values as JSON, in the order in which the program writes them. */
export type EntryMembers = readonly (readonly [key: string, value: JsonText])[];

/** One JSON dialect: what its entries say, and how it looks. Everything else is `jsonFormat`. */
export interface JsonShape {
  readonly id: string;
  readonly name: string;
  readonly extensions: readonly string[];
  readonly carries: readonly Attribute[];
  /** The key of the root object under which the entries stand; absent when the root is the list. */
  readonly listKey?: string;
  readonly layout: JsonLayout;
  claims(outline: Outline): boolean;
  /** Keys that go when one of these others changes; the first of them then tells instead. */
  readonly supersedes?: ReadonlyMap<string, readonly [instead: string, ...others: string[]]>;
  /** The cookie of an entry; problems go to `fields`. */
  read(fields: CookieFields): Cookie;
  /** `ordinal` counts entries from 1. */
  members(cookie: Cookie, ordinal: number): EntryMembers;
  /** What the dialect cannot hold, beside what no JSON can. */
  misfit?(cookie: Cookie): Misfit | undefined;
}

/** A list of indented objects, one member a line, as `JSON.stringify` lays them out. */
export function indentedLayout(unit: string, depth: number, before: JsonText, after: JsonText): JsonLayout {
  const entry = unit.repeat(depth);
  const member = entry + unit;
  return {
    before,
    after,
    list: { first: `\n${entry}`, between: `,\n${entry}`, last: `\n${unit.repeat(depth - 1)}` },
    object: { first: `\n${member}`, between: `,\n${member}`, last: `\n${entry}` },
  };
}

/** What becomes of a cookie in any JSON dialect: its texts must be UTF-8, and a domain there must be. */
export function jsonMisfit(cookie: Cookie): Misfit | undefined {
  // Set apart: the end of one and the beginning of the next could make a letter together.
  if (decodeUtf8([cookie.domain, cookie.path, cookie.name, cookie.value].join(' ')) === undefined) {
    return { code: 'entry-left-out', message: 'JSON is text in UTF-8 and cannot hold bytes that are not.' };
  }
  return attributeMisfit(cookie);
}

/** What becomes of a cookie where a domain must be, and numbers are those of JavaScript. */
export function attributeMisfit(cookie: Cookie): Misfit | undefined {
  if (/^\.*$/.test(cookie.domain)) return { code: 'entry-left-out', message: 'There is no domain.' };
  if (cookie.domain.startsWith('.')) {
    return { code: 'entry-changed', message: 'More than one leading full stop of the domain is dropped.' };
  }
  if (
    cookie.expiryTime !== undefined &&
    Number(secondsOf(cookie.expiryTime)) !== Math.floor(cookie.expiryTime)
  ) {
    return {
      code: 'entry-changed',
      message: 'An expiry out of range is written as the nearest that is in range.',
    };
  }
  return undefined;
}

/** The domain with the leading full stop that says "and its subdomains". */
export function dottedDomain({ domain, hostOnly }: Cookie): JsonText {
  return `${hostOnly ? '' : '.'}${domain.replace(/^\.+/, '')}`;
}

/** The domain where another key says whether subdomains count: a full stop that contradicts that key is kept. */
export function statedDomain(cookie: Cookie): JsonText {
  return cookie.hostOnly ? cookie.domain : dottedDomain(cookie);
}

/** Whole seconds as JSON, from 1 to the last that a number in JavaScript tells from its neighbours. */
export function secondsOf(expiryTime: EpochSeconds): JsonText {
  return String(Math.min(Math.max(Math.floor(expiryTime), 1), Number.MAX_SAFE_INTEGER));
}
