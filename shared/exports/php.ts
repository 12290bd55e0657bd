import { headerExportTarget } from './header-export-target.ts';
import { singleQuoted } from './literals.ts';

function program(cookie: string, address: string): string {
  return [
    '<?php',
    `$cookie = ${cookie};`,
    '$context = stream_context_create([',
    "    'http' => ['header' => \"Cookie: $cookie\", 'follow_location' => 0],",
    ']);',
    `echo file_get_contents(${singleQuoted(address)}, false, $context);`,
  ].join('\n');
}

/** The cookies of one request in a file, and PHP that sends them. Redirects are not followed: PHP would send them along. */
export const php = headerExportTarget({
  id: 'php',
  name: 'PHP',
  description: 'The cookies for an address in a file, and a PHP script that sends them.',
  kind: 'code',
  usedBy: ({ fileName, address }) => ({
    code: program(`rtrim(file_get_contents(${singleQuoted(fileName)}), "\\r\\n")`, address),
  }),
  inline: (pairs, address) => program(singleQuoted(pairs), address),
});
