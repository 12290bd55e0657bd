import { type BadText, SECRET } from './bad-text.ts';

const HEADER = '# Netscape HTTP Cookie File\n\n';
const DATABASE = `SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20${'\0'.repeat(4_000)}`;

/** Parts D and E of the catalogue: databases, which are refused unread, and text of other programs, which is text. */
export const COMMANDS: readonly BadText[] = [
  {
    number: 96,
    what: 'a database with a log beside it',
    text: DATABASE.replace('\x01\x01', '\x02\x02'),
    refused: 'format-database',
  },
  { number: 97, what: 'a database that is in use', text: DATABASE, refused: 'format-database' },
  {
    number: 98,
    what: 'a database with encrypted values',
    text: `${DATABASE}v10${SECRET}v11v20`,
    refused: 'format-database',
  },
  {
    number: 99,
    what: 'a database with an unknown schema',
    text: `${DATABASE}CREATE TABLE other(a)`,
    refused: 'format-database',
  },
  {
    number: 100,
    what: 'a database with triggers',
    text: `${DATABASE}CREATE TRIGGER t AFTER INSERT`,
    refused: 'format-database',
  },
  {
    number: 101,
    what: 'a database that was cut off',
    text: DATABASE.slice(0, 90),
    refused: 'format-database',
  },
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
