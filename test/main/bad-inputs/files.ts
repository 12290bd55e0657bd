import { gzipSync } from 'node:zlib';
import { type BadText, SECRET } from './bad-text.ts';

const LINE = `example.com\tFALSE\t/\tTRUE\t1900000000\tsid\t${SECRET}`;
const HEADER = '# Netscape HTTP Cookie File';
const TEXT = `${HEADER}\n\n${LINE}\n`;

function utf16(text: string, littleEndian: boolean): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return (littleEndian ? bytes : bytes.swap16()).toString('latin1');
}

/** Part A of the catalogue: whole files, as far as they are bytes. */
export const FILES: readonly BadText[] = [
  { number: 1, what: 'no byte at all', text: '', finds: ['no-entries'] },
  { number: 2, what: 'comments only', text: `${HEADER}\n# one\n# two\n`, finds: ['no-entries'] },
  {
    number: 3,
    what: 'no final line end',
    text: `${HEADER}\n\n${LINE}`,
    entries: 1,
    finds: ['final-newline-missing'],
  },
  { number: 4, what: 'CRLF', text: TEXT.replaceAll('\n', '\r\n'), entries: 1, finds: ['crlf-line-ends'] },
  {
    number: 5,
    what: 'LF and CRLF',
    text: `${HEADER}\r\n\n${LINE}\r\n# x\n`,
    entries: 1,
    finds: ['mixed-line-ends'],
  },
  { number: 6, what: 'CR alone', text: TEXT.replaceAll('\n', '\r'), entries: 1, finds: ['cr-line-ends'] },
  {
    number: 7,
    what: 'a byte order mark',
    text: `\xef\xbb\xbf${TEXT}`,
    entries: 1,
    finds: ['byte-order-mark'],
  },
  {
    number: 8,
    what: 'a byte order mark before a cookie',
    text: `\xef\xbb\xbf${LINE}\n`,
    entries: 1,
    finds: ['byte-order-mark'],
  },
  { number: 9, what: 'UTF-16LE', text: utf16(TEXT, true), entries: 1, finds: ['encoding-utf-16'] },
  { number: 9, what: 'UTF-16BE', text: utf16(TEXT, false), entries: 1, finds: ['encoding-utf-16'] },
  {
    number: 10,
    what: 'a byte that is no UTF-8',
    text: `${HEADER}\n\n${LINE}\xff\n`,
    entries: 1,
    finds: ['not-utf-8'],
  },
  { number: 11, what: 'NUL bytes', text: `${HEADER}\n\n${LINE}\0x\n`, unparsed: 1, finds: ['nul-byte'] },
  { number: 12, what: 'an image', text: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', refused: 'format-image' },
  {
    number: 12,
    what: 'what begins like a database',
    text: `SQLite format 3\0${'\0'.repeat(100)}`,
    refused: 'database-damaged',
  },
  { number: 13, what: 'gzip', text: gzipSync(TEXT).toString('latin1'), refused: 'format-compressed' },
  { number: 13, what: 'zip', text: `PK\x03\x04${'\0'.repeat(60)}`, refused: 'format-compressed' },
  {
    number: 14,
    what: 'a web page',
    text: `<!DOCTYPE html>\n<title>Log in</title>${SECRET}`,
    refused: 'format-web-page',
  },
  {
    number: 15,
    what: 'JSON',
    text: `[{"domain":"example.com","name":"sid","value":"${SECRET}","path":"/"}]`,
    entries: 1,
  },
  {
    number: 19,
    what: 'empty lines, a million of them',
    text: `${HEADER}\n${'\n'.repeat(1_000_000)}${LINE}\n`,
    entries: 1,
  },
];
