import fc from 'fast-check';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { HEADER, NOW } from './open-for-test.ts';

/** Lines of cookie files, odd ones included; few names and hosts, so that groups and twins come up. */
export const anyLine: fc.Arbitrary<ByteString> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        mark: fc.constantFrom('', '', '#HttpOnly_'),
        dot: fc.constantFrom('', '.'),
        host: fc.constantFrom(
          'example.com',
          'www.example.com',
          'a.co.uk',
          'Other.example',
          'localhost',
          '127.0.0.1',
        ),
        flag: fc.constantFrom('TRUE', 'FALSE', 'true'),
        path: fc.constantFrom('/', '/shop', ''),
        secure: fc.constantFrom('TRUE', 'FALSE'),
        expiry: fc.constantFrom(
          '0',
          '1',
          '',
          'never',
          ...[-5, 0, 1, 86_400, 604_800, 40_000, 500_000, 2e6, 3e7, 9e7].map((plus) => String(NOW + plus)),
        ),
        name: fc.constantFrom('sid', 'SID', '_ga', 'lang', ''),
        value: fc.constantFrom('', '1', 'abc', 'GA1.2.3', 'x;y', 'caf\xc3\xa9', '\xff'),
      })
      .map(({ mark, dot, host, flag, path, secure, expiry, name, value }) =>
        [mark + dot + host, flag, path, secure, expiry, name, value].join('\t'),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '# a comment', '# sid in a comment', '#httponly_a.com\tTRUE\t/'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a.com\tTRUE\t/',
      'junk',
      'a.com TRUE / FALSE 0 sid abc',
      'a\tb\tc\td\te\tf\tg\th',
    ),
  },
);

const end = fc.constantFrom('\n', '\n', '\n', '\r\n');

/** Whole files: with and without byte order mark, header and final line end. */
export const anyFile: fc.Arbitrary<ByteString> = fc
  .record({
    mark: fc.constantFrom('', '', '\xef\xbb\xbf'),
    header: fc.constantFrom(HEADER, HEADER, ''),
    lines: fc.array(fc.tuple(anyLine, end), { maxLength: 14 }),
    last: fc.constantFrom('', '', 'last.example\tFALSE\t/\tFALSE\t0\tlast\t1'),
  })
  .map(
    ({ mark, header, lines, last }) => mark + header + lines.map((parts) => parts.join('')).join('') + last,
  );
