import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { maskLine } from '#shared/document/mask.ts';

const secret = 'S3cretS3cretS3cret';

test.each([
  ['an entry', `.a.com\tTRUE\t/\tFALSE\t0\tsid\t${secret}`, `.a.com\tTRUE\t/\tFALSE\t0\tsid\t${MASK}`],
  [
    'an HttpOnly entry',
    `#HttpOnly_.a.com\tTRUE\t/\tFALSE\t0\tsid\t${secret}`,
    `#HttpOnly_.a.com\tTRUE\t/\tFALSE\t0\tsid\t${MASK}`,
  ],
  ['an entry without a value', 'a.com\tFALSE\t/\tFALSE\t0\tsid\t', 'a.com\tFALSE\t/\tFALSE\t0\tsid\t'],
  ['six columns', 'a.com\tFALSE\t/\tFALSE\t0\tsid', 'a.com\tFALSE\t/\tFALSE\t0\tsid'],
  [
    'eight columns',
    `a.com\tFALSE\t/\tFALSE\t0\tsid\t${secret}\t${secret}`,
    `a.com\tFALSE\t/\tFALSE\t0\tsid\t${MASK}`,
  ],
  ['eight columns out of place', `a.com\tTRUE\t/\t${secret}\tx\ty\tz\tw`, `a.com\tTRUE\t/${MASK}`],
  ['five columns', `a.com\tFALSE\t0\tsid\t${secret}`, `a.com\tFALSE${MASK}`],
  ['blanks for TABs', `a.com FALSE / FALSE 0 sid ${secret}`, `a.com FALSE / FALSE 0 sid ${MASK}`],
  ['a bare word', secret, MASK],
  ['a token of three parts', `aaa.bbb.${secret}`, MASK],
  ['a Set-Cookie line', `Set-Cookie: sid=${secret}; Path=/`, MASK],
  ['JSON', `{"name":"sid","value":"${secret}"}`, MASK],
  ['the header', '# Netscape HTTP Cookie File', '# Netscape HTTP Cookie File'],
  [
    'an address in a comment',
    '# https://curl.se/docs/http-cookies.html',
    '# https://curl.se/docs/http-cookies.html',
  ],
  ['an address with a query', `# http://a.com/?sid=${secret}`, `# http://a.com/?${MASK}`],
  [
    'an entry commented out',
    `# a.com\tFALSE\t/\tFALSE\t0\tsid\t${secret}`,
    `# a.com\tFALSE\t/\tFALSE\t0\tsid\t${MASK}`,
  ],
  [
    'a misspelt mark',
    `# HttpOnly_a.com\tFALSE\t/\tFALSE\t0\tsid\t${secret}`,
    `# HttpOnly_a.com\tFALSE\t/\tFALSE\t0\tsid\t${MASK}`,
  ],
  ['an assignment in a comment', `# my sid=${secret} here`, `# my sid=${MASK}`],
  ['a Cookie header in a comment', `# Cookie: ${secret}`, `# Cookie: ${MASK}`],
  ['a bare token in a comment', `# ${secret}`, `# ${MASK}`],
  ['a blank line', '', ''],
])('%s shows no value', (_what, line, masked) => {
  expect(maskLine(line)).toBe(masked);
});

test('wherever it stands behind the name, a value never shows', () => {
  const blank = fc.constantFrom('\t', '\t\t', ' ', '  ');
  const truth = fc.constantFrom('TRUE', 'FALSE', 'true', 'False');
  const columns = fc.tuple(
    fc.constantFrom('', '#', '# ', '#HttpOnly_', ' '),
    truth,
    truth,
    fc.nat(),
    blank,
    fc.string(),
  );
  fc.assert(
    fc.property(columns, ([start, flag, secure, expiry, gap, rest]) => {
      const line = [
        `${start}.example.com`,
        flag,
        '/',
        secure,
        expiry,
        'sid',
        `${secret}${encodeUtf8(rest)}`,
      ].join(gap);
      expect(maskLine(line)).not.toContain(secret);
    }),
  );
});

test('a line that lacks a column shows nothing behind the columns that are certain', () => {
  for (const line of ['.a.test\tTRUE\t/\tTRUE\tsid\tc4nary\t', '.a.test\tTRUE\t/\tTRUE\tsid=c4nary\tx\t1']) {
    expect(maskLine(line)).not.toContain('c4nary');
  }
});
