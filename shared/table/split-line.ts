import { byteString } from '../cookie/byte-string.ts';
import { writtenBoolean, Written } from './booleans.ts';
import { HASH, SPACE, TAB } from './byte-classes.ts';
import type { UnparsedReason } from './columns.ts';

/** Begin and end of every field of an entry, in the order of `FIELDS`. */
export type Bounds = Uint32Array;

/** Longer lines, ends included, are kept unparsed: nothing reads them as cookies. */
export const MAX_LINE = 1 << 20;
/** The last place in a row at which its value may begin. */
export const MAX_OFFSET = 0xffff;

/** More TABs than this say no more than this. */
const ENOUGH_TABS = 8;
const NO_BREAK_SPACE = 0xa0;
const LOOK_FOR_COLUMNS = 4096;
const COLUMNS_BY_BLANKS =
  /^\S+(?:[ \t]|\xc2?\xa0)+(?:true|false)(?:[ \t]|\xc2?\xa0)+(?:\S+(?:[ \t]|\xc2?\xa0)+)?(?:true|false)(?:[ \t]|\xc2?\xa0)+\S+(?:[ \t]|\xc2?\xa0)+\S/i;

/** The fields of a line and whether they stand as they should, seven between six TABs. */
export interface Split {
  readonly bounds: Bounds;
  readonly odd: boolean;
}

/** Where a line stands: `[from, end)` without its HttpOnly mark and its end, and its first byte that is no blank. */
export interface Stretch {
  readonly from: number;
  readonly first: number;
  readonly end: number;
}

/** Takes a line apart, or says why it is kept as it is. The bounds count from the beginning of `bytes`. */
export function splitLine(bytes: Uint8Array, { from, first, end }: Stretch): Split | UnparsedReason {
  if (hasNul(bytes, from, end)) return 'nul-byte';
  const tabs = tabsOf(bytes, first, end);
  const fields = tabs.length + 1;
  const [domainEnd = end] = tabs;
  // Scenario: TABs in front are blanks before a domain, unless they make the line whole: then the domain is missing.
  if (domainEnd === first || (tabs.length < 6 && tabsOf(bytes, from, end).length === 6)) return 'no-domain';
  if (fields < 6) return columnsByBlanks(bytes, first, end) ? 'columns-not-tabs' : 'too-few-fields';
  if (bytes[first] === HASH) return 'no-domain';
  if (fields > 7) return 'too-many-fields';
  const bounds = fields === 7 ? sevenFields(first, tabs, end) : sixFields(bytes, first, tabs, end);
  return { bounds, odd: first > from || fields === 6 };
}

function sevenFields(first: number, tabs: readonly number[], end: number): Bounds {
  const bounds = new Uint32Array(14);
  let at = first;
  for (let field = 0; field < 7; field++) {
    const to = tabs[field] ?? end;
    bounds[2 * field] = at;
    bounds[2 * field + 1] = to;
    at = to + 1;
  }
  return bounds;
}

/** The path is missing where a boolean stands in its place (curl, every version); otherwise the value is. */
function sixFields(bytes: Uint8Array, first: number, tabs: readonly number[], end: number): Bounds {
  const [, second = end, third = end] = tabs;
  const pathMissing = (writtenBoolean(bytes, second + 1, third) & (Written.true | Written.false)) !== 0;
  if (!pathMissing) {
    const bounds = sevenFields(first, [...tabs, end], end);
    bounds[12] = end;
    bounds[13] = end;
    return bounds;
  }
  const six = sevenFields(first, tabs, end);
  const bounds = new Uint32Array(14);
  bounds.set(six.subarray(0, 4));
  bounds.set([second + 1, second + 1], 4);
  bounds.set(six.subarray(4, 12), 6);
  return bounds;
}

function tabsOf(bytes: Uint8Array, from: number, end: number): number[] {
  const tabs: number[] = [];
  for (let at = from; at < end && tabs.length < ENOUGH_TABS; at++) if (bytes[at] === TAB) tabs.push(at);
  return tabs;
}

function hasNul(bytes: Uint8Array, from: number, end: number): boolean {
  const nul = bytes.subarray(from, end).indexOf(0);
  return nul >= 0;
}

function columnsByBlanks(bytes: Uint8Array, from: number, end: number): boolean {
  const head = bytes.subarray(from, Math.min(end, from + LOOK_FOR_COLUMNS));
  return (head.includes(SPACE) || head.includes(NO_BREAK_SPACE)) && COLUMNS_BY_BLANKS.test(byteString(head));
}
