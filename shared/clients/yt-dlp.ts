import type { ByteString } from '../cookie/byte-string.ts';
import { finish, type Progress } from '../table/progress.ts';
import type { Client, CookieFile, LoadContext, LoadedJar } from './client.ts';
import { writtenLine, type PythonCookie } from './python/jar.ts';
import { HTTP_ONLY_LOST, loadMozilla, type MozillaLoading } from './python/load.ts';
import { loadQuickly } from './python/quick.ts';
import { sendCookies } from './python/send.ts';
import { ytDlpSieve, type ExpiryShape } from './python/yt-dlp-sieve.ts';
import { changedFor, KEPT } from './quick-load.ts';
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
  load: (file, context) => finish(loadAsYtDlp(file, context)),
  loadInSlices: loadAsYtDlp,
  send: (jar, request) => sendCookies(jar, request),
  write: ({ cookies }: LoadedJar<PythonCookie>): readonly ByteString[] =>
    cookies.map((cookie) => writtenLine(cookie, '0', false)),
};

function loadAsYtDlp(
  file: CookieFile,
  { version, now }: LoadContext,
): Generator<Progress, LoadedJar<PythonCookie>> {
  const how: MozillaLoading = {
    readsMark: true,
    zeroIsSession: true,
    keepsSession: true,
    keepsExpired: true,
    sieve: ytDlpSieve(choose(EXPIRY_SHAPE, version)),
    loss: ({ httpOnly }) => (httpOnly ? HTTP_ONLY_LOST : undefined),
  };
  const load = (part: CookieFile, asked: LoadContext): Generator<Progress, LoadedJar<PythonCookie>> =>
    loadMozilla(part, asked, how);
  // Whatever the machine is set to, it reads UTF-8: no options.
  return loadQuickly(file, { version, now }, load, { marked: MARKED, session: KEPT, expired: KEPT });
}
