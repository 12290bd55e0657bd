import { isTrustworthy } from '../cookie/request-target.ts';
import { browserOf } from './browser-of.ts';
import type { Browser } from './browser.ts';
import { chromiumDate } from './chromium-date.ts';

/** Chromium, as Debian builds it, receiving `Set-Cookie` and sending `Cookie`. */
export const chromium: Browser = browserOf({
  id: 'chromium',
  title: 'Chromium',
  versions: [{ id: '156.0.8078.79', debian12: true, measured: true }],
  differences: [
    {
      id: 'tab-inside',
      standard: 'A TAB is the one control character that a header may hold (§5.6, step 1).',
      instead: 'A TAB inside a name or a value, be it an attribute’s, has the header ignored.',
      rules: { refusedInside: /\t/ },
    },
    {
      id: 'nameless-with-equals',
      standard: 'A header that begins with `=` sets a cookie without a name (§5.6, step 3).',
      instead: 'It is ignored where the value has an equals sign: it would be sent back as another name.',
      rules: { nameless: 'without-equals' },
    },
    {
      id: 'unreadable-takes-back',
      standard: 'An `Expires` or `Max-Age` that cannot be read is passed over (§5.6.1, §5.6.2).',
      instead: 'It takes back what the same attribute said earlier in the header.',
      rules: { unreadable: 'takes-back' },
    },
    {
      id: 'date',
      standard: 'A date is read word by word, and the year has two or four digits (§5.1.1).',
      instead:
        'Years of one, three and five digits are read too, and times or years with letters behind are not.',
      rules: { expires: chromiumDate },
    },
    {
      id: 'domain-beyond-ascii',
      standard: 'A `Domain` with letters beyond ASCII has the cookie ignored (§5.7, step 8).',
      instead: 'It is turned into punycode.',
      rules: { domainNotAscii: 'punycode' },
    },
    {
      id: 'domain-of-one-dot',
      standard: 'The leading full stop of `Domain` is dropped, and an empty `Domain` says nothing (§5.6.3).',
      instead: '`Domain=.` has the cookie ignored.',
      rules: { domainOfOneDot: 'refused' },
    },
    {
      id: 'host-prefix-path',
      standard: '`__Host-` asks for a `Path` attribute and for the path `/` (§5.7, step 21).',
      instead: 'The attribute itself has to be `/`.',
      rules: { hostPrefixPath: 'root-in-attribute' },
    },
    {
      id: 'loopback-is-secure',
      standard: 'The user agent defines what a secure connection is (§5.7, step 13).',
      instead: 'Plain http to this machine counts: 127.0.0.0/8, ::1, localhost and hosts below it.',
      rules: { isSecure: isTrustworthy },
    },
    {
      id: 'partitioned',
      standard: '`Partitioned` is unknown to the standard and changes nothing.',
      instead: 'It asks for `Secure` and keeps the cookie apart for each site that a page is of.',
      rules: { partitioned: true },
    },
    {
      id: 'lax-allowing-unsafe',
      standard: 'A user agent may let young cookies without `SameSite` go along with a POST (§5.6.7.2).',
      instead: 'It does so for two minutes.',
      rules: { laxAllowingUnsafe: 120 },
    },
    {
      id: 'third-party',
      standard: 'User agents may restrict cookies of third parties as they like (§7.1).',
      instead: 'Debian’s build neither sends nor takes cookies with what a page of another site embeds.',
      rules: { thirdParty: 'cut-off' },
    },
    {
      id: 'replaced-is-new',
      standard: 'A cookie that replaces another keeps the creation time of the old one (§5.7, step 23).',
      instead: 'It does so only when the value stays the same; else it goes behind the others.',
      rules: { replacedKeepsPlace: 'same-value' },
    },
    {
      id: 'site-limit',
      standard: 'At least 50 cookies a domain should be kept (§6.1).',
      instead: 'With the 181st of a site the oldest go, until 150 are left.',
      rules: { siteLimit: { most: 180, afterPurge: 150 } },
    },
  ],
  limits: [
    'A carriage return in a header ends it for HTTP before cookies are looked at.',
    '`Priority` is passed over: it decides which cookies of a full site go first.',
    'Partitioned cookies in frames of other sites are not sent.',
  ],
});
