import { ADDRESS_LINE, COOKIE_LINE, HOST_LINE, SET_COOKIE_LINE } from '../../cookie/header-lines.ts';
import type { Probe } from '../format.ts';
import { outline } from '../json/outline.ts';
import { hasEntries, hasMagic, headLines } from '../netscape/entries.ts';

/** Is a file one of response headers, or a list of some? One line of another cookie file can look like it. */
export function isSetCookieText(probe: Probe): boolean {
  return isHeaderText(probe) && headLines(probe).some((line) => SET_COOKIE_LINE.test(line));
}

/** Is a file one of request headers that say which host they are for? */
export function isCookieText(probe: Probe): boolean {
  if (!isHeaderText(probe) || isSetCookieText(probe)) return false;
  const lines = headLines(probe);
  return (
    lines.some((line) => COOKIE_LINE.test(line)) &&
    lines.some((line) => HOST_LINE.test(line) || ADDRESS_LINE.test(line))
  );
}

function isHeaderText(probe: Probe): boolean {
  return !hasMagic(probe) && !hasEntries(probe) && outline(probe.head) === undefined;
}
