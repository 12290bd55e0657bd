import { sentTo } from './common-stages.ts';
import { cookieFile, fileWithCommand, refuse } from './cookie-file.ts';
import { curlStages, withinOneRequest } from './curl-stages.ts';
import type { ExportRefusal, ExportRequest, ExportResult, ExportTarget } from './export-target.ts';
import { headerPairs, INLINE } from './header-pairs.ts';
import { requestAddress, type RequestAddress } from './request-address.ts';
import { fileArgument, shellCommand } from './shell-quote.ts';
import { sift } from './sieve.ts';

/** curl reads `[]` and `{}` in an address as patterns unless it is told not to. */
function addressArguments({ text }: RequestAddress): readonly string[] {
  return /[[\]{}]/.test(text) ? ['--globoff', text] : [text];
}

function inline(request: ExportRequest, address: RequestAddress): ExportResult | ExportRefusal {
  const pairs = headerPairs(request, address, INLINE);
  if ('refused' in pairs) return pairs;
  const cookies = pairs.text.startsWith('-') ? [`-b${pairs.text}`] : ['-b', pairs.text];
  const command = shellCommand(['curl', ...cookies, ...addressArguments(address)]);
  if (command === undefined) return refuse('The address cannot stand in a command.');
  return { files: [], command, losses: pairs.losses };
}

/** A cookie file for curl and the command that uses it. Inline, the values stand in the command itself. */
export const curl: ExportTarget = {
  id: 'curl',
  name: 'curl',
  description: 'A cookie file, and the curl command that sends it.',
  extension: 'txt',
  needsUrl: true,
  writesForUrl: false,
  canInline: true,
  *export(request) {
    const { cookies, fileName, now } = request;
    const address = requestAddress(request.url);
    if ('refused' in address) return address;
    if (request.inline) {
      yield { done: 0, total: cookies.length };
      return inline(request, address);
    }
    if (fileName.includes('='))
      return refuse('curl takes a file name with "=" for cookies. Choose another file name.');
    const { written, losses } = yield* sift(cookies, [
      ...curlStages(now),
      withinOneRequest(address, now),
      sentTo(address, now),
    ]);
    const args = ['curl', '-b', fileArgument(fileName), ...addressArguments(address)];
    return fileWithCommand({ name: fileName, bytes: yield* cookieFile(written) }, args, losses);
  },
};
