import { canonicalLine } from '../formats/canonical-line.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { sentTo } from './common-stages.ts';
import { cookieFile, fileWithCommand, refuse } from './cookie-file.ts';
import type { ExportTarget } from './export-target.ts';
import { pythonStages } from './python-stages.ts';
import { requestAddress } from './request-address.ts';
import { fileArgument } from './shell-quote.ts';
import { sift } from './sieve.ts';

const SCRIPT = [
  'import sys, http.cookiejar, urllib.request',
  'jar = http.cookiejar.MozillaCookieJar(sys.argv[1])',
  'jar.load(ignore_discard=True)',
  'opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))',
  'sys.stdout.buffer.write(opener.open(sys.argv[2]).read())',
].join('; ');

/** Python up to 3.15 takes the expiry 0 for 1970; an empty one is its own way to say session. */
function line(cookie: Cookie): string {
  const text = canonicalLine(cookie);
  return cookie.expiryTime === undefined ? text.replace(/^((?:[^\t]*\t){4})0\t/, '$1\t') : text;
}

/** A cookie file as Python's `MozillaCookieJar` wants it, and a command that fetches the address with it. */
export const python: ExportTarget = {
  id: 'python',
  name: 'Python (MozillaCookieJar)',
  description: 'A cookie file in the dialect of http.cookiejar, and a python3 command that sends it.',
  extension: 'txt',
  needsUrl: true,
  writesForUrl: false,
  canInline: false,
  *export({ cookies, url, fileName, inline, now }) {
    const address = requestAddress(url);
    if ('refused' in address) return address;
    if (inline) return refuse('Python takes cookies from a file here. Export without values in the command.');
    const { written, losses } = yield* sift(cookies, [...pythonStages(now), sentTo(address, now)]);
    const args = ['python3', '-c', SCRIPT, fileArgument(fileName), address.text];
    return fileWithCommand({ name: fileName, bytes: yield* cookieFile(written, line) }, args, losses);
  },
};
