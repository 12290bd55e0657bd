import { parseMaxAge } from '../cookie/compute-expiry.ts';
import {
  domainOfOneDot,
  loopbackIsSecure,
  partitioned,
  siteLimit,
  unreadableTakesBack,
} from './browser-differences.ts';
import { browserOf } from './browser-of.ts';
import type { Browser } from './browser.ts';
import { firefoxDate } from './firefox-date.ts';

/** Firefox receiving `Set-Cookie` and sending `Cookie`. */
export const firefox: Browser = browserOf({
  id: 'firefox',
  title: 'Firefox',
  versions: [{ id: '153.7.0', debian12: true, measured: true }],
  differences: [
    {
      id: 'lonely-word-is-a-name',
      standard: 'A header without an equals sign sets a value without a name (§5.6, step 3).',
      instead: 'It sets a name without a value, sent back as `name=`.',
      rules: { lonelyWord: 'name' },
    },
    {
      id: 'nameless',
      standard: 'A header that begins with `=` sets a cookie without a name (§5.6, step 3).',
      instead: 'It is ignored.',
      rules: { nameless: 'refused' },
    },
    {
      id: 'value-not-utf-8',
      standard: 'Name and value are octets (§5.7).',
      instead: 'Bytes of the value that are no UTF-8 become U+FFFD; those of the name stay.',
      rules: { value: 'utf-8' },
    },
    unreadableTakesBack,
    {
      id: 'max-age-minus',
      standard: 'A `Max-Age` that is not all digits behind its sign is passed over (§5.6.2).',
      instead: 'Whatever begins with a minus sign deletes.',
      rules: { maxAge: (value) => (value.startsWith('-') ? 0 : parseMaxAge(value)) },
    },
    {
      id: 'date',
      standard: 'A date is read word by word and needs a time of day (§5.1.1).',
      instead: 'It needs none, honours time zones, takes `06/16/95`, and carries over what is too large.',
      rules: { expires: firefoxDate },
    },
    domainOfOneDot,
    {
      id: 'host-prefix-path',
      standard: '`__Host-` asks for a `Path` attribute and for the path `/` (§5.7, step 21).',
      instead: 'The default path will do where it is `/`.',
      rules: { hostPrefixPath: 'root' },
    },
    loopbackIsSecure,
    {
      id: 'secure-overlap',
      standard:
        'Over plain http no cookie is set that has the name of a Secure one above or below it (§5.7, step 16).',
      instead: 'A host-only cookie is above nothing.',
      rules: { secureOverlap: 'request' },
    },
    partitioned,
    {
      id: 'same-site-default',
      standard: 'A cookie without `SameSite` is treated as `Lax` (§5.6.7).',
      instead: 'It is treated as `None`.',
      rules: { defaultSameSite: 'none' },
    },
    {
      id: 'schemeless-sites',
      standard: 'http and https to one host are two sites (§5.2).',
      instead: 'They are one.',
      rules: { schemefulSites: false },
    },
    {
      id: 'redirections-count',
      standard: 'A request that the user made is same-site, wherever it was redirected from (§5.2).',
      instead: 'It is cross-site where another site redirected it.',
      rules: { redirectionsCount: true },
    },
    {
      id: 'third-party',
      standard: 'User agents may restrict cookies of third parties as they like (§7.1).',
      instead: 'What a page of another site embeds has a jar of its own, which is empty at first.',
      rules: { thirdParty: 'cut-off' },
    },
    siteLimit,
  ],
  limits: ['The jars that other sites’ pages have for what they embed are not kept.'],
});
