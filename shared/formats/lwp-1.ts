import { lwpVersion } from './lwp/is-lwp.ts';
import { lwpFormat } from './lwp/lwp-format.ts';

/** The cookie file of Perl's HTTP::Cookies (libwww-perl), whose first line tells version 1.0. */
export const lwp1 = lwpFormat({
  id: 'lwp-1',
  name: 'LWP 1.0 (Perl)',
  magic: '#LWP-Cookies-1.0',
  dialect: {
    bareWord: 'name',
    httpOnly: 'HttpOnly',
    domainDot: false,
    isPlain: (value) => /^[^\0-\x20()<>@,;:\\"/[\]?={}\x7f-\xff]+$/.test(value),
  },
  detect: (probe) => lwpVersion(probe) === '1',
  misfit: ({ name }) =>
    name === ''
      ? {
          code: 'entry-left-out',
          message: 'HTTP::Cookies of Perl takes the value of a cookie without a name for its name.',
        }
      : undefined,
});
