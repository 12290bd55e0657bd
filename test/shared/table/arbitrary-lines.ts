import fc from 'fast-check';

const FIELDS = [
  [
    '.example.com',
    'example.com',
    '.a.co.uk',
    'EXAMPLE.com',
    '127.0.0.1',
    '',
    '.',
    '..a',
    'b\xc3\xbccher.de',
    '#x',
    ' x',
    '$x',
  ],
  ['TRUE', 'FALSE', 'true', '', 'yes', 'T'],
  ['/', '/a', '/a/', '', 'a', '/a b', '/a//b', '/..', '/b.html', '/a\\b'],
  ['TRUE', 'FALSE', 'False', '', '1'],
  ['0', '1820000000', '', '-1', '1e9', '1820000000.5', '99999999999999999999', '1820000000000', ' 1'],
  ['a', 'sessionid', '__Host-x', '', '$a', 'a=b', '\xc3\xa9', 'a\x01', 'oken', 'Token', 'a;b'],
  ['1', '', 'null', '0123456789abcdef', '"q"', 'a b', '%u1', '%E9', 'a@b', '\xff', 'x\ry', 'x\r', '\0'],
] as const;

const seven = fc
  .tuple(...FIELDS.map((texts) => fc.constantFrom<string>(...texts)))
  .map((fields) => fields.join('\t'));
const junk = fc.string({
  unit: fc.constantFrom(...Array.from('\t\t\t\t \r\0#./aTRUEFALSE0123%"\xe9\xff')),
  maxLength: 40,
});

/** One line without its end: mostly seven fields, some of them odd; or six, or eight, or anything at all. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: seven },
  { weight: 2, arbitrary: seven.map((line) => `#HttpOnly_${line}`) },
  { weight: 1, arbitrary: seven.map((line) => line.slice(0, line.lastIndexOf('\t'))) },
  { weight: 1, arbitrary: seven.map((line) => ` \t${line}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(seven, fc.constantFrom('\t', '\tx', '\t\t')).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '# comment', ' ', '#HttpOnly_', '# HttpOnly_.a.b') },
  { weight: 2, arbitrary: junk },
);

/** A file: lines with any ends, the last one with one or without. */
export const anyFile: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(anyLine, fc.constantFrom('\n', '\n', '\r\n'))), fc.option(anyLine, { nil: '' }))
  .map(([lines, last]) => lines.map((line) => line.join('')).join('') + last);
