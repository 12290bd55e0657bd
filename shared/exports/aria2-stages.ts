import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { canonicalDomain } from '../formats/canonical-line.ts';
import {
  withoutExpired,
  withoutHttpOnlyMark,
  withoutTwins,
  withPlainHeader,
  withReachableHost,
} from './common-stages.ts';
import { changed, each, leftOut, mayBeLeftOut, type Stage } from './sieve.ts';

const MAX_COOKIES = 50;
const MAX_DOMAINS = 2000;

/** Beyond its limits aria2 forgets some; which of them lies in its memory. */
const withinMemory: Stage = (cookies) => {
  const counts = new Map<ByteString, number>();
  const of = (cookie: Cookie): ByteString => canonicalDomain(cookie.domain);
  for (const cookie of cookies) counts.set(of(cookie), (counts.get(of(cookie)) ?? 0) + 1);
  return (cookie) => {
    if (counts.size > MAX_DOMAINS)
      return mayBeLeftOut('There are more than 2,000 domains: aria2 forgets some.');
    if ((counts.get(of(cookie)) ?? 0) <= MAX_COOKIES) return undefined;
    return mayBeLeftOut('The domain has more than 50 cookies: aria2 keeps 50 of them.');
  };
};

const hasBlankEnd = (text: ByteString): boolean => text.startsWith(' ') || text.endsWith(' ');

/** What aria2 makes of a cookie file: it takes the blanks off every field, and leaves out those that are empty. */
export function aria2Stages(now: EpochSeconds): readonly Stage[] {
  return [
    withoutExpired(now),
    each(({ name }) =>
      name.trim() === '' ? leftOut('It has no name: aria2 takes the value for the name.') : undefined,
    ),
    withoutTwins('aria2'),
    withinMemory,
    withoutHttpOnlyMark('aria2'),
    withReachableHost,
    each(({ name, value, path }) =>
      hasBlankEnd(name) || hasBlankEnd(value) || path.endsWith(' ')
        ? changed('aria2 takes the blanks at both ends off a name, a value and a path.')
        : undefined,
    ),
    withPlainHeader,
  ];
}
