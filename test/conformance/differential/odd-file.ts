import fc from 'fast-check';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import * as odd from './odd-fields.ts';
import type { Probe } from './program.ts';

/** How many ordinary choices stand against one odd one. */
type Weight = number;

const choice = (usual: readonly string[], unusual: readonly string[], weight: Weight): fc.Arbitrary<string> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...unusual) },
  );

/** Lines as long as programs have trouble with, or nearly. */
const longLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(127, 128, 254, 381, 508, 4095, 4997, 4998, 4999, 5000, 5001, 9998, 9999, 12_000),
      fc.integer({ min: 100, max: 6000 }),
    ),
    fc.constantFrom('#', '.example.com\tTRUE\t/\tFALSE\t0\tlong\t'),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([length, begin, end]) => begin.padEnd(length, 'y') + end);

/** `Set-Cookie:` lines, which some programs read from files too. */
function headerLine(weight: Weight): fc.Arbitrary<string> {
  const attribute = fc.constantFrom(
    'Domain=example.com',
    'domain=.example.com',
    'Domain=localhost',
    'Domain=127.0.0.1',
    'Domain=',
    'Path=/',
    'path=/foo/',
    'Path="/foo"',
    'Path=foo',
    'Path',
    'Secure',
    'secure=',
    'secure=x',
    'HttpOnly',
    'SameSite=Lax',
    'Max-Age=1000',
    'max-age="1000"',
    'Max-Age=0',
    'Max-Age=-1',
    'Max-Age=x',
    'Max-Age=99999999999999999999',
    'Expires=Fri, 01 Jan 2038 00:00:00 GMT',
    'expires=Friday, 01-Jan-38 00:00:00 GMT',
    'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    'Expires=nonsense',
    'expires=20380101 10:00',
    'expires=2038-01-01T00:00:00Z',
    'Expires=1 Jan 2038 10:00 +0200',
    'x',
    '',
  );
  const pair = fc.constantFrom(
    'n=v',
    'a=1',
    'n',
    '=v',
    'n=',
    ' n = v ',
    'n=a\tb',
    'n=\x01',
    'n="q"',
    '__Host-n=v',
    'n=v=w',
    '\tn=v',
  );
  const start = choice(
    ['Set-Cookie: '],
    ['set-cookie:', 'SET-COOKIE:\t', ' Set-Cookie: ', 'Set-Cookie2: '],
    weight,
  );
  return fc
    .tuple(start, pair, fc.array(attribute, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
    .map(([begin, first, rest, end]) => `${begin}${[first, ...rest].join('; ')}${end}`);
}

function cookieLine(weight: Weight): fc.Arbitrary<string> {
  const tab = choice(['\t'], odd.ODD_TABS, weight * 6);
  return fc
    .record({
      prefix: choice(odd.PREFIXES, odd.ODD_PREFIXES, weight * 2),
      domain: choice(odd.DOMAINS, odd.ODD_DOMAINS, weight),
      flag: choice(['TRUE', 'FALSE'], odd.ODD_FLAGS, weight),
      byDot: fc.oneof(
        { weight: weight * 2, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
      path: choice(odd.PATHS, odd.ODD_PATHS, weight),
      secure: choice(['FALSE', 'FALSE', 'TRUE'], odd.ODD_FLAGS, weight),
      expiry: choice(odd.EXPIRIES, odd.ODD_EXPIRIES, weight),
      name: choice(odd.NAMES, odd.ODD_NAMES, weight),
      value: choice(odd.VALUES, odd.ODD_VALUES, weight),
      tabs: fc.tuple(tab, tab, tab, tab, tab, tab),
      missing: fc.oneof(
        { weight: weight * 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
      ),
      ending: choice([''], odd.ODD_ENDINGS, weight * 3),
      lineEnd: choice(odd.LINE_ENDS, odd.ODD_LINE_ENDS, weight * 2),
    })
    .map(
      ({
        prefix,
        domain,
        flag,
        byDot,
        path,
        secure,
        expiry,
        name,
        value,
        tabs,
        missing,
        ending,
        lineEnd,
      }) => {
        const dotted = domain.startsWith('.') ? 'TRUE' : 'FALSE';
        const fields = [
          domain,
          byDot && /^(?:TRUE|FALSE)$/.test(flag) ? dotted : flag,
          path,
          secure,
          expiry,
          name,
          value,
        ];
        const kept = fields.slice(0, fields.length - missing);
        return (
          prefix +
          kept.map((field, at) => (at === 0 ? field : (tabs[at - 1] ?? '\t') + field)).join('') +
          ending +
          lineEnd
        );
      },
    );
}

function oddFile(weight: Weight): fc.Arbitrary<ByteString> {
  const line = fc.oneof(
    { withCrossShrink: true },
    { weight: weight * 40, arbitrary: cookieLine(weight) },
    { weight: 10, arbitrary: fc.constantFrom(...odd.OTHER_LINES) },
    { weight: 6, arbitrary: headerLine(weight) },
    { weight: 4, arbitrary: longLine },
  );
  const finalLineEnd = fc.oneof(
    { weight: weight * 2, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  );
  return fc
    .tuple(choice(odd.HEADERS, odd.ODD_HEADERS, weight * 2), fc.array(line, { maxLength: 9 }), finalLineEnd)
    .map(([header, lines, isTerminated]) => {
      const text = header + lines.join('');
      return isTerminated ? text : text.replace(/\n$/, '');
    });
}

const HOSTS = [
  'example.com',
  'example.com',
  'example.com',
  'www.example.com',
  'a.www.example.com',
  'foo.co.uk',
  'co.uk',
  'localhost',
  '127.0.0.1',
  'a.localhost',
  'intranet',
  'foo.github.io',
  'xn--bcher-kva.example',
  'example.com.',
  '[::1]',
  'EXAMPLE.com',
];
const REQUEST_PATHS = ['/', '/', '/foo', '/foo/', '/foo/bar', '/foobar', '/Foo'];

const address = fc
  .tuple(
    fc.constantFrom('http', 'http', 'https'),
    fc.constantFrom(...HOSTS),
    fc.constantFrom(...REQUEST_PATHS),
  )
  .map(([scheme, host, path]) => `${scheme}://${host}${path}`);

/** Files with a touch of oddness, more of it, and much; and addresses of which most get some cookie. */
export const probe: fc.Arbitrary<Probe> = fc.record({
  bytes: fc.oneof({ withCrossShrink: true }, oddFile(60), oddFile(12), oddFile(2)),
  urls: fc.uniqueArray(address, { minLength: 2, maxLength: 4 }),
});
