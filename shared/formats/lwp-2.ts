import { decodeUtf8 } from '../cookie/byte-string.ts';
import { isLwp, lwpVersion } from './lwp/is-lwp.ts';
import { lwpFormat } from './lwp/lwp-format.ts';

/**
 * The cookie file of Python's LWPCookieJar, whose first line tells version 2.0. Files without a first line count as well:
 * EditThisCookie writes comments there and expiries as numbers, which neither Python nor Perl can read.
 */
export const lwp2 = lwpFormat({
  id: 'lwp-2',
  name: 'LWP 2.0 (Python)',
  magic: '#LWP-Cookies-2.0',
  dialect: {
    bareWord: 'value',
    httpOnly: 'HttpOnly=None',
    domainDot: true,
    isPlain: (value) => /^\w+$/.test(value),
  },
  detect: (probe) => isLwp(probe) && lwpVersion(probe) !== '1',
  misfit({ name, value, domain, path }) {
    // Set apart: the end of one and the beginning of the next could make a letter together.
    const texts = [name, value, domain, path].map((text) => decodeUtf8(text));
    if (texts.includes(undefined)) {
      return {
        code: 'entry-left-out',
        message: 'Python reads the file as UTF-8 and cannot read bytes that are not.',
      };
    }
    return /\p{White_Space}/u.test((name === '' ? texts[1] : texts[0]) ?? '')
      ? { code: 'entry-left-out', message: 'To Python a blank of any script ends the name.' }
      : undefined;
  },
});
