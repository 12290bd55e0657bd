import type { Probe } from '../format.ts';
import { headLines, isSureEntry } from '../netscape/entries.ts';

/** Address, name, value, expiry, domain, path, flags, version, comment, ports, address of the comment. */
const LINE =
  /^[a-z][a-z\d+.-]*:[^\t]*\t[^\t]*\t[^\t]*\t-?\d+\t[^\t]*\t[^\t]*\t\d+\t\d+\t[^\t]*\t[^\t]*\t[^\t]*$/i;

/** Is it a cookie file of w3m? */
export function isW3m(probe: Probe): boolean {
  const lines = headLines(probe);
  return lines.some((line) => LINE.test(line)) && !lines.some(isSureEntry);
}
