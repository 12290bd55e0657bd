import { headerExportTarget } from './header-export-target.ts';
import { doubleQuoted } from './literals.ts';
import { fileArgument } from './shells/shell-text.ts';

/**
 * A configuration file for `curl -K`: address and cookies stand in it, so the command says neither. Controls are
 * refused: `\r` and `\n` would be sent.
 */
export const curlConfig = headerExportTarget({
  id: 'curl-config',
  name: 'curl configuration (-K)',
  description: 'A configuration file with the address and the Cookie header; nothing of it in the command.',
  kind: 'program',
  extension: 'conf',
  content: (pairs, address) =>
    ['globoff', `url = ${doubleQuoted(address)}`, `cookie = ${doubleQuoted(pairs)}`].join('\n'),
  usedBy: ({ fileName }) => ({ args: ['curl', '-K', fileArgument(fileName)] }),
});
