import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixLine } from '#shared/rules/fix-line.ts';
import type { RawEntry } from '#shared/table/entry-reader.ts';

const entry: RawEntry = {
  httpOnly: false,
  domain: '.example.com',
  flag: 'TRUE',
  path: '/',
  secure: 'FALSE',
  expiry: '1820000000',
  name: 'a',
  value: '1',
};

describe('the line of an entry with a patch', () => {
  test('has seven fields and six TABs, untouched fields byte for byte', () => {
    expect(fixLine({ ...entry, name: '\xff"', value: ' x ' }, { path: '/y' })).toBe(
      '.example.com\tTRUE\t/y\tFALSE\t1820000000\t\xff"\t x ',
    );
  });

  test('begins with the mark of HttpOnly where the entry has it', () => {
    expect(fixLine(entry, { httpOnly: true })).toBe(
      '#HttpOnly_.example.com\tTRUE\t/\tFALSE\t1820000000\ta\t1',
    );
  });

  test('keeps the TAB before an empty value', () => {
    expect(fixLine(entry, { value: '' })).toMatch(/\ta\t$/);
  });

  test.each(['\t', '\n', '\r', '\0'])('is not made when a new field has the byte %j', (byte) => {
    for (const field of ['domain', 'flag', 'path', 'secure', 'expiry', 'name', 'value'] as const) {
      expect(fixLine(entry, { [field]: `x${byte}y` })).toBeUndefined();
    }
  });

  test('keeps a carriage return that the file has already', () => {
    expect(fixLine({ ...entry, value: 'x\ry' }, { path: '/z' })).toMatch(/x\ry$/);
  });

  test.each(['', ' .example.com', '\t', '#.example.com'])(
    'is not made with the domain %j, which would not be read back',
    (domain) => {
      expect(fixLine(entry, { domain })).toBeUndefined();
    },
  );
});

test('an empty patch of an ordinary entry gives its own line', () => {
  const field = fc
    .string({ unit: 'binary-ascii', maxLength: 8 })
    .map((text) => text.replaceAll(/[\t\n\r\0]/g, ''));
  const raw = fc.record({
    httpOnly: fc.boolean(),
    domain: field.map((text) => `h${text}`),
    flag: field,
    path: field,
    secure: field,
    expiry: field,
    name: field,
    value: field,
  });
  fc.assert(
    fc.property(raw, (given) => {
      const { httpOnly, ...fields } = given;
      const { domain, flag, path, secure, expiry, name, value } = fields;
      const line = [domain, flag, path, secure, expiry, name, value].join('\t');
      expect(fixLine(given, {})).toBe(httpOnly ? `#HttpOnly_${line}` : line);
    }),
  );
});
