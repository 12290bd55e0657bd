import { bytesOf, type ByteString } from '../cookie/byte-string.ts';
import { fileWithCommand } from './cookie-file.ts';
import type { ExportTarget } from './export-target.ts';
import { headerPairs, IN_FILE } from './header-pairs.ts';
import { requestAddress } from './request-address.ts';
import { fileArgument } from './shell-quote.ts';

/** A value in a curl configuration file. Control characters must have been refused: `\r` and `\n` would be sent. */
function configValue(text: ByteString): ByteString {
  return `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`;
}

/** A configuration file for `curl -K`: address and cookies stand in it, so the command says neither. */
export const curlConfig: ExportTarget = {
  id: 'curl-config',
  name: 'curl configuration (-K)',
  description: 'A configuration file with the address and the Cookie header; nothing of it in the command.',
  extension: 'conf',
  needsUrl: true,
  writesForUrl: true,
  canInline: false,
  *export(request) {
    const address = requestAddress(request.url);
    if ('refused' in address) return address;
    yield { done: 0, total: request.cookies.length };
    const pairs = headerPairs(request, address, IN_FILE);
    if ('refused' in pairs) return pairs;
    const lines = [`globoff`, `url = ${configValue(address.text)}`, `cookie = ${configValue(pairs.text)}`];
    const bytes = bytesOf(`${lines.join('\n')}\n`);
    const { fileName } = request;
    return fileWithCommand({ name: fileName, bytes }, ['curl', '-K', fileArgument(fileName)], pairs.losses);
  },
};
