import { describe, expect, it } from 'vitest';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import { finish } from '#shared/table/progress.ts';
import { scanBase } from '#shared/table/scan.ts';
import { Table } from '#shared/table/table.ts';
import { MAX_LINE } from '#shared/table/split-line.ts';
import { kindOf, readText, traitsOf } from './read.ts';

const REST = '\tTRUE\t/\tFALSE\t1820000000\ta\t1';

describe('what a line is', () => {
  it.each([
    ['an empty line', '', 'blank'],
    ['blanks and TABs', ' \t ', 'blank'],
    ['six TABs and nothing else', '\t\t\t\t\t\t', 'blank'],
    ['a comment', '# Netscape HTTP Cookie File', 'comment'],
    ['the mark in small letters', `#httponly_.example.com${REST}`, 'comment'],
    ['the mark behind a blank', ` #HttpOnly_.example.com${REST}`, 'comment'],
    ['a comment behind a blank', ' # comment', 'comment'],
    ['a comment with a NUL byte', '#\0', 'comment'],
    ['a line that begins with a dollar sign', `$.example.com${REST}`, 'entry'],
    ['the mark', `#HttpOnly_.example.com${REST}`, 'entry'],
    ['an empty value', '.example.com\tTRUE\t/\tFALSE\t0\ta\t', 'entry'],
    ['no value and no TAB', '.example.com\tTRUE\t/\tFALSE\t0\ta', 'entry'],
    ['no path column', '.example.com\tTRUE\tfalse\t0\ta\t1', 'entry'],
    ['a full stop for a domain', `.${REST}`, 'entry'],
  ])('%s', (_title, text, kind) => {
    expect(kindOf(readText(`${text}\n`), 0)).toBe(kind);
    expect(kindOf(readText(text === '' ? '\n' : text), 0)).toBe(kind);
    expect(kindOf(readText(`${text}\r\n`), 0)).toBe(kind);
  });

  it.each([
    ['one word', 'cookies', 'too-few-fields'],
    ['five fields', '.example.com\tTRUE\t/\tFALSE\t0', 'too-few-fields'],
    ['the mark alone', '#HttpOnly_', 'no-domain'],
    ['a comment behind the mark', '#HttpOnly_#foo', 'too-few-fields'],
    ['the mark twice', `#HttpOnly_#HttpOnly_.example.com${REST}`, 'no-domain'],
    ['a TAB in the value', `.example.com${REST}\tx`, 'too-many-fields'],
    ['a doubled TAB', '.example.com\tTRUE\t\t/\tFALSE\t0\ta\t1', 'too-many-fields'],
    ['blanks for TABs', '.example.com TRUE / FALSE 1820000000 a 1', 'columns-not-tabs'],
    ['blanks for TABs and no path', '.example.com TRUE FALSE 1820000000 a 1', 'columns-not-tabs'],
    ['no-break spaces for TABs', '.example.com TRUE\xc2\xa0/ FALSE 1820000000 a 1', 'columns-not-tabs'],
    ['no domain', REST, 'no-domain'],
    ['no domain behind the mark', `#HttpOnly_${REST}`, 'no-domain'],
    ['a NUL byte in the value', `.example.com${REST}\0`, 'nul-byte'],
    ['a NUL byte in the domain', `.exa\0mple.com${REST}`, 'nul-byte'],
    ['a path of 70,000 bytes', `.a.b\tTRUE\t/${'x'.repeat(70_000)}\tFALSE\t0\ta\t1`, 'field-too-long'],
    ['a line of more than a mebibyte', `.example.com${REST}${'x'.repeat(MAX_LINE)}`, 'line-too-long'],
  ])('keeps %s as it is and says why', (_title, text, reason) => {
    for (const table of [readText(`${text}\n`), readText(text), readText(`#\n${text}\r\n`)]) {
      const row = table.count - 1;
      expect([kindOf(table, row), table.reason(row), table.line(row) === text]).toEqual([
        'unparsed',
        reason,
        true,
      ]);
    }
  });

  it('reads a line of exactly a mebibyte', () => {
    const start = `.example.com${REST}`;
    const table = readText(`${start}${'x'.repeat(MAX_LINE - start.length - 1)}\n`);
    expect([kindOf(table, 0), table.columns.start[1]]).toEqual(['entry', MAX_LINE]);
  });

  it('keeps an overlong line that comes in pieces, and reads on behind it', () => {
    const table = readText(`#\n${'x'.repeat(3 * MAX_LINE)}\n.example.com${REST}\n`);
    expect(Array.from({ length: table.count }, (_, row) => kindOf(table, row))).toEqual([
      'comment',
      'unparsed',
      'entry',
    ]);
    expect(table.reason(1)).toBe('line-too-long');
  });
});

describe('odd layouts', () => {
  it.each([
    [
      'no value and no TAB',
      '.example.com\tTRUE\t/\tFALSE\t5\tname',
      {
        domain: '.example.com',
        flag: 'TRUE',
        path: '/',
        secure: 'FALSE',
        expiry: '5',
        name: 'name',
        value: '',
      },
    ],
    [
      'no path column',
      'example.com\tFALSE\tTRUE\t5\tname\tv',
      {
        domain: 'example.com',
        flag: 'FALSE',
        path: '',
        secure: 'TRUE',
        expiry: '5',
        name: 'name',
        value: 'v',
      },
    ],
    [
      'blanks in front',
      ' \t.example.com\tTRUE\t/p\tFALSE\t5\tname\tv w',
      {
        domain: '.example.com',
        flag: 'TRUE',
        path: '/p',
        secure: 'FALSE',
        expiry: '5',
        name: 'name',
        value: 'v w',
      },
    ],
  ])('%s', (_title, text, fields) => {
    for (const end of ['\n', '\r\n', '']) {
      const table = readText(text + end);
      expect(table.rawEntry(0)).toEqual({ httpOnly: false, ...fields });
      expect(traitsOf(table, 0)).toContain('layoutOdd');
      expect(table.fieldLength(0, 'name')).toBe(4);
    }
  });
});

describe('line ends', () => {
  it('tells LF, CR LF and none apart, and keeps other carriage returns', () => {
    const table = readText(
      `.example.com${REST}\n.example.com${REST}\r\n.example.com${REST}\r\r\n.example.com${REST}\r`,
    );
    const ends = [0, 1, 2, 3].map((row) => [table.lineEnd(row), table.field(row, 'value').length]);
    expect(ends).toEqual([
      ['lf', 1],
      ['crlf', 1],
      ['crlf', 2],
      ['none', 2],
    ]);
    expect([2, 3].map((row) => traitsOf(table, row))).toEqual([
      ['valueControl', 'carriageReturn'],
      ['valueControl', 'carriageReturn'],
    ]);
  });

  it('begins behind a byte order mark', () => {
    const bytes = bytesOf(`\xef\xbb\xbf.example.com${REST}\n`);
    const table = new Table(byteStrings, { bytes, size: bytes.length, from: 3 });
    finish(scanBase(table));
    expect([table.count, table.columns.start[0], table.field(0, 'domain')]).toEqual([1, 3, '.example.com']);
  });
});

describe('expiries', () => {
  it.each([
    ['0', 0],
    ['', 0],
    ['1', 1],
    ['0012', 12],
    ['-5', -5],
    ['-0', 0],
    ['5.75', 5],
    ['253402300800', 253_402_300_800],
    ['999999999999999', 999_999_999_999_999],
    ['99999999999999999999', Number.MAX_SAFE_INTEGER],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['1e9', Number.NaN],
    ['0x10', Number.NaN],
    ['Session', Number.NaN],
    [' 5', Number.NaN],
    ['+5', Number.NaN],
    ['-', Number.NaN],
    ['.5', Number.NaN],
  ])('reads %j', (text, seconds) => {
    const line = `.example.com\tTRUE\t/\tFALSE\t${text}\ta\t1`;
    expect([readText(`${line}\n`).columns.expiry[0], readText(line).columns.expiry[0]]).toEqual([
      seconds,
      seconds,
    ]);
  });
});
