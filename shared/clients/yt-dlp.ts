import type { ByteString } from '../cookie/byte-string.ts';
import type { Client, CookieFile, LoadContext, LoadedJar } from './client.ts';
import { writtenLine, type PythonCookie } from './python/jar.ts';
import { beginsWithMagic, HTTP_ONLY_LOST, loadMozilla, type MozillaLoading } from './python/load.ts';
import { changedFor, KEPT, loadQuickly } from './python/quick.ts';
import { sendCookies } from './python/send.ts';
import { ytDlpSieve, type ExpiryShape } from './python/yt-dlp-sieve.ts';
import { choose, type ByVersion } from './version.ts';

/** Since this release a fraction may follow the digits of an expiry. */
const EXPIRY_SHAPE: ByVersion<ExpiryShape> = [
  { until: '2025.08.11', value: 'digits' },
  { value: 'digits-and-fraction' },
];
const MARKED = changedFor(HTTP_ONLY_LOST);

/** yt-dlp with `--cookies FILE`: it loads session cookies and expired ones too, and writes the file anew at its end. */
export const ytDlp: Client<PythonCookie> = {
  id: 'yt-dlp',
  title: 'yt-dlp',
  family: 'python',
  versions: [
    { id: '2023.03.04', released: '2023-03-04', debian12: true, measured: true },
    { id: '2025.08.11', released: '2025-08-11', measured: false },
    { id: '2026.08.20', measured: true },
  ],
  limits: ['It is taken to run on Python 3.10 or newer, and to send through urllib.'],
  load(file: CookieFile, context: LoadContext): LoadedJar<PythonCookie> {
    const how: MozillaLoading = {
      readsMark: true,
      zeroIsSession: true,
      keepsSession: true,
      keepsExpired: true,
      sieve: ytDlpSieve(choose(EXPIRY_SHAPE, context.version)),
      loss: ({ httpOnly }) => (httpOnly ? HTTP_ONLY_LOST : undefined),
    };
    // Whatever the machine is set to, it reads UTF-8.
    const load = (part: CookieFile, asked: LoadContext): LoadedJar<PythonCookie> =>
      loadMozilla(part, asked, how);
    const asked = { version: context.version, now: context.now };
    if (!beginsWithMagic(file)) return load(file, asked);
    return loadQuickly(file, asked, load, { marked: MARKED, session: KEPT, expired: KEPT });
  },
  send: (jar, request) => sendCookies(jar, request),
  write: ({ cookies }: LoadedJar<PythonCookie>): readonly ByteString[] =>
    cookies.map((cookie) => writtenLine(cookie, '0', false)),
};
