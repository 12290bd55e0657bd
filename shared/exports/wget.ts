import { canonicalLine } from '../formats/canonical-line.ts';
import { sentTo } from './common-stages.ts';
import { cookieFile, fileWithCommand, refuse } from './cookie-file.ts';
import type { ExportTarget, Loss } from './export-target.ts';
import { requestAddress } from './request-address.ts';
import { sift } from './sieve.ts';
import { lossTally } from '../formats/loss-tally.ts';
import { wgetStages } from './wget-stages.ts';

const NEEDS_OPTION = {
  code: 'needs-option',
  message:
    'A session cookie: wget2 loads it, and either saves it, only with --keep-session-cookies, which the command has.',
} as const;

/** A cookie file for wget, without the HttpOnly mark, and the command that uses it. */
export const wget: ExportTarget = {
  id: 'wget',
  name: 'wget',
  description: 'A cookie file without HttpOnly marks, and the wget command that sends it.',
  extension: 'txt',
  needsUrl: true,
  writesForUrl: false,
  canInline: false,
  *export({ cookies, url, fileName, inline, now }) {
    const address = requestAddress(url);
    if ('refused' in address) return address;
    if (inline) return refuse('wget takes cookies from a file only. Export without values in the command.');
    const { written, losses } = yield* sift(cookies, [...wgetStages(now), sentTo(address, now)]);
    const session = written.filter(({ expiryTime }) => expiryTime === undefined);
    const tally = lossTally();
    for (const cookie of session) tally.add(NEEDS_OPTION, cookie);
    const all: readonly Loss[] = [...losses, ...tally.losses()];
    const bytes = yield* cookieFile(written, (cookie) => canonicalLine(cookie, false));
    const option = session.length > 0 ? ['--keep-session-cookies'] : [];
    const args = ['wget', `--load-cookies=${fileName}`, ...option, address.text];
    return fileWithCommand({ name: fileName, bytes }, args, all);
  },
};
