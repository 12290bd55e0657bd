import type { Probe } from '../format.ts';
import { headLines } from '../netscape/entries.ts';

/** Is it a cookie file of Internet Explorer: host and path, five numbers and an asterisk, a line each, below a name and a value? */
export function isInternetExplorer(probe: Probe): boolean {
  const lines = headLines(probe);
  const end = lines.findIndex((line, at) => line === '*' && at >= 5 && /^\d+$/.test(lines[at - 1] ?? ''));
  const numbers = lines.slice(Math.max(0, end - 5), Math.max(0, end));
  return numbers.every((line) => /^\d+$/.test(line)) && /^[^\s/]+\//.test(lines[end - 6] ?? '');
}
