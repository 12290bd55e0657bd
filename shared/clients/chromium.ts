import {
  domainOfOneDot,
  loopbackIsSecure,
  partitioned,
  siteLimit,
  unreadableTakesBack,
} from './browser-differences.ts';
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
    unreadableTakesBack,
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
    domainOfOneDot,
    {
      id: 'host-prefix-path',
      standard: '`__Host-` asks for a `Path` attribute and for the path `/` (§5.7, step 21).',
      instead: 'The attribute itself has to be `/`.',
      rules: { hostPrefixPath: 'root-in-attribute' },
    },
    loopbackIsSecure,
    partitioned,
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
    siteLimit,
  ],
  limits: [
    'A carriage return in a header ends it for HTTP before cookies are looked at.',
    '`Priority` is passed over: it decides which cookies of a full site go first.',
    'Partitioned cookies in frames of other sites are not sent.',
  ],
});
