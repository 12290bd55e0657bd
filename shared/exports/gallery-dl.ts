import { sentTo } from './common-stages.ts';
import { cookieFile, fileWithCommand, refuse } from './cookie-file.ts';
import type { ExportTarget } from './export-target.ts';
import { pythonStages } from './python-stages.ts';
import { requestAddress } from './request-address.ts';
import { fileArgument } from './shell-quote.ts';
import { sift } from './sieve.ts';

/** A cookie file for gallery-dl and the command that uses it. */
export const galleryDl: ExportTarget = {
  id: 'gallery-dl',
  name: 'gallery-dl',
  description: 'A cookie file, and the gallery-dl command that sends it. gallery-dl updates the file.',
  extension: 'txt',
  needsUrl: true,
  writesForUrl: false,
  canInline: false,
  *export({ cookies, url, fileName, inline, now }) {
    const address = requestAddress(url);
    if ('refused' in address) return address;
    if (inline)
      return refuse('gallery-dl takes cookies from a file only. Export without values in the command.');
    const { written, losses } = yield* sift(cookies, [...pythonStages(now), sentTo(address, now)]);
    const args = ['gallery-dl', '--cookies', fileArgument(fileName), address.text];
    return fileWithCommand({ name: fileName, bytes: yield* cookieFile(written) }, args, losses);
  },
};
