import type { Probe } from '../format.ts';
import { hasEntries, headLines } from '../netscape/entries.ts';

const MAGIC = /^#LWP-Cookies-(\d+)\.\d+/;

/** What begins a line of cookies. Perl and Python insist on the capitals; a person who lost them meant the same. */
export const SET_COOKIE_3 = /^set-cookie3:[\t ]*/i;

/** The first number of the version that the first line tells. */
export function lwpVersion(probe: Probe): string | undefined {
  return MAGIC.exec(headLines(probe)[0] ?? '')?.[1];
}

/** Is a file one of libwww-perl, or of a program that tried to write one (EditThisCookie leaves the first line out)? */
export function isLwp(probe: Probe): boolean {
  if (lwpVersion(probe) !== undefined) return true;
  return headLines(probe).some((line) => SET_COOKIE_3.test(line)) && !hasEntries(probe);
}
