import type { Probe } from '../format.ts';
import { headLines, isSureEntry } from '../netscape/entries.ts';

/** Name, value, server, path, domain, expiry, Secure and perhaps HttpOnly. */
const LINE = /^[^\t]*\t[^\t]*\t[^\t/]+\t\/[^\t]*\t[^\t/]+\t\d+\t[01](?:\t[01])?$/;

/** Is it a cookie file of ELinks? */
export function isElinks(probe: Probe): boolean {
  const lines = headLines(probe);
  return lines.some((line) => LINE.test(line)) && !lines.some(isSureEntry);
}
