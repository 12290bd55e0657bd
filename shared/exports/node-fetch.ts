import { headerExportTarget } from './header-export-target.ts';
import { doubleQuoted } from './literals.ts';

function call(address: string): readonly string[] {
  return [
    `const response = await fetch(${doubleQuoted(address)}, { headers: { cookie } });`,
    'console.log(response.status, await response.text());',
  ];
}

/** The cookies of one request in a file, and a module for Node (20 and newer) that sends them with `fetch`. */
export const nodeFetch = headerExportTarget({
  id: 'node-fetch',
  name: 'Node fetch',
  description: 'The cookies for an address in a file, and a JavaScript module that sends them with fetch.',
  kind: 'code',
  usedBy: ({ fileName, address }) => ({
    code: [
      "import { readFile } from 'node:fs/promises';",
      '',
      `const cookie = (await readFile(${doubleQuoted(fileName)}, 'latin1')).trimEnd();`,
      ...call(address),
    ].join('\n'),
  }),
  inline: (pairs, address) => [`const cookie = ${doubleQuoted(pairs)};`, ...call(address)].join('\n'),
});
