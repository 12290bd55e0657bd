import { sentTo } from './common-stages.ts';
import { cookieFile, fileWithCommand, refuse } from './cookie-file.ts';
import type { ExportTarget } from './export-target.ts';
import { pythonStages } from './python-stages.ts';
import { requestAddress } from './request-address.ts';
import { fileArgument } from './shell-quote.ts';
import { each, sift } from './sieve.ts';

const httpOnlyIsForgotten = each(({ httpOnly }) =>
  httpOnly
    ? {
        code: 'attribute-lost',
        attribute: 'httpOnly',
        message: 'yt-dlp writes the file anew when it ends, without HttpOnly marks.',
        written: true,
      }
    : undefined,
);

/** A cookie file for yt-dlp and the command that uses it. */
export const ytDlp: ExportTarget = {
  id: 'yt-dlp',
  name: 'yt-dlp',
  description:
    'A cookie file, and the yt-dlp command that sends it. yt-dlp writes the file anew when it ends.',
  extension: 'txt',
  needsUrl: true,
  writesForUrl: false,
  canInline: false,
  *export({ cookies, url, fileName, inline, now }) {
    const address = requestAddress(url);
    if ('refused' in address) return address;
    if (inline) return refuse('yt-dlp takes cookies from a file only. Export without values in the command.');
    const { written, losses } = yield* sift(cookies, [
      ...pythonStages(now),
      httpOnlyIsForgotten,
      sentTo(address, now),
    ]);
    const args = ['yt-dlp', '--cookies', fileArgument(fileName), address.text];
    return fileWithCommand({ name: fileName, bytes: yield* cookieFile(written) }, args, losses);
  },
};
