import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { chunks } from '../formats/chunks.ts';
import { AUTOMATION_CARRIES, sameSiteMember } from '../formats/json/automation-cookie.ts';
import { layOut } from '../formats/json/json-document.ts';
import { dottedDomain, type EntryMembers, indentedLayout, jsonMisfit } from '../formats/json/json-shape.ts';
import { quoteJson } from '../formats/json/json-text.ts';
import type { Misfit } from '../formats/format.ts';
import { fileExportTarget } from './file-export-target.ts';

/** HAR 1.2 writes times as ISO 8601, which has four digits for a year. */
const LAST_EXPIRY: EpochSeconds = 253402300799;

function misfit(cookie: Cookie): Misfit | undefined {
  const inAnyJson = jsonMisfit(cookie);
  if (inAnyJson !== undefined) return inAnyJson;
  const { expiryTime = 1 } = cookie;
  if (expiryTime >= 0 && expiryTime <= LAST_EXPIRY) return undefined;
  return {
    code: 'entry-changed',
    message: 'An expiry outside of the years 1970 to 9999 is written as the nearest inside.',
  };
}

function isoTime(expiryTime: EpochSeconds): string {
  return new Date(Math.min(Math.max(expiryTime, 0), LAST_EXPIRY) * 1000).toISOString();
}

function members(cookie: Cookie): EntryMembers {
  const { expiryTime } = cookie;
  return [
    ['name', quoteJson(cookie.name)],
    ['value', quoteJson(cookie.value)],
    ['path', quoteJson(cookie.path)],
    ['domain', quoteJson(dottedDomain(cookie))],
    ...(expiryTime === undefined ? [] : [['expires', quoteJson(isoTime(expiryTime))] as const]),
    ['httpOnly', String(cookie.httpOnly)],
    ['secure', String(cookie.secureOnly)],
    ...sameSiteMember(cookie),
  ];
}

/** The `cookies` of a response in an HTTP archive (HAR 1.2 §cookies), as a list. */
export const harCookies = fileExportTarget({
  id: 'har-cookies',
  name: 'HAR cookies',
  description: 'The list of cookies as it stands in an HTTP archive (HAR 1.2).',
  kind: 'file',
  extension: 'json',
  format: {
    name: 'an HTTP archive',
    carries: AUTOMATION_CARRIES,
    misfit,
    write: (cookies) => chunks(layOut({ layout: indentedLayout('  ', 1, '[', ']'), members }, cookies)),
  },
  stages: () => [],
});
