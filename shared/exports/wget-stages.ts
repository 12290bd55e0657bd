import type { EpochSeconds } from '../cookie/cookie.ts';
import { canonicalDomain } from '../formats/canonical-line.ts';
import {
  withoutExpired,
  withoutHttpOnlyMark,
  withoutTwins,
  withPlainHeader,
  withReachableHost,
} from './common-stages.ts';
import { changed, each, keyOf, leftOut, mayBeLeftOut, overruled, type Stage } from './sieve.ts';

const MAX_LABELS = 31;

/** What GNU Wget 1 makes of a cookie file. */
export function wgetStages(now: EpochSeconds): readonly Stage[] {
  return [
    withoutExpired(now),
    each(({ name }) => (name === '' ? leftOut('It has no name: wget drops such lines.') : undefined)),
    withoutTwins('wget'),
    overruled(
      ({ name, value }) => keyOf(name, value),
      mayBeLeftOut('Another one has the same name and value: wget sends such a pair once.'),
    ),
    withoutHttpOnlyMark('wget'),
    withReachableHost,
    each(({ domain }) =>
      canonicalDomain(domain).split('.').length > MAX_LABELS
        ? mayBeLeftOut('The host has more than 31 labels: wget sends no cookies there.')
        : undefined,
    ),
    each(({ domain, hostOnly }) =>
      hostOnly || canonicalDomain(domain).includes('.') || canonicalDomain(domain).includes(':')
        ? undefined
        : mayBeLeftOut('The domain has a single label: wget does not send it to its subdomains.'),
    ),
    each(({ path }) =>
      path.length > 1 && !path.endsWith('/')
        ? changed('wget compares the beginnings of paths: pages whose names go on get it too.')
        : undefined,
    ),
    withPlainHeader,
  ];
}
