import { type BadText, SECRET } from './bad-text.ts';

const HEADER = '# Netscape HTTP Cookie File\n\n';

/** Part E of the catalogue: text of other programs, which is text. Databases (part D) are in `../databases`. */
export const COMMANDS: readonly BadText[] = [
  {
    number: 102,
    what: 'a Cookie header with 500 pairs',
    text: `${HEADER}Cookie: ${Array.from({ length: 500 }, (_, at) => `n${at}=${SECRET}`).join('; ')}\n`,
    unparsed: 1,
    finds: ['set-cookie-line'],
  },
  {
    number: 103,
    what: 'Set-Cookie headers',
    text: `${HEADER}Set-Cookie: a=${SECRET}; Path=/; Path=/b; Secure\nSet-Cookie: b=1;\n Domain=example.com\n`,
    unparsed: 3,
    finds: ['set-cookie-line'],
  },
  ...[
    `curl 'https://example.com' -H $'cookie: a=${SECRET}'`,
    `curl ^"https://example.com^" -H ^"cookie: a=${SECRET}^"`,
    `curl 'https://example.com' \`\n  -H 'cookie: a=${SECRET}'`,
  ].map((command): BadText => ({
    number: 104,
    what: 'a copied curl command',
    text: `${HEADER}${command}\n`,
    unparsed: command.split('\n').length,
  })),
  {
    number: 105,
    what: 'a command that would run another',
    text: `${HEADER}curl $(touch /tmp/crumbs-tripwire) | sh\n`,
    unparsed: 1,
  },
  {
    number: 106,
    what: 'a command that would read a file',
    text: `${HEADER}curl -b @/etc/passwd -K /etc/passwd\n`,
    unparsed: 1,
  },
];
