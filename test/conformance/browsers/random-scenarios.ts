import fc from 'fast-check';
import { type ByteString, encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { kept, on, walked } from './scenario-of.ts';
import type { Scenario } from './scenario.ts';

/** Mostly the usual, now and then the odd. */
const mostly = <Value>(usual: readonly Value[], odd: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

const NAMES = ['a', 'b', 'A', 'sid', '__Secure-a', '__Host-a'];
const ODD_NAMES = [
  '',
  'a b',
  '"a"',
  '$a',
  '__Http-a',
  '__Host-Http-a',
  '__HOST-a',
  'a\tb',
  ' a ',
  encodeUtf8('ž'),
  '\xe9',
  'Path',
];
const VALUES = ['1', '2', '3', 'x y', ''];
const ODD_VALUES = [
  '"q"',
  'a=b',
  '=',
  'x\ty',
  'x\x01y',
  '\xff',
  encodeUtf8('ž'),
  '__Host-x',
  ' v ',
  'a,b',
  '\x7f',
];
const NUMBERS = ['1000', '0', '-1', '100000'];
const ODD_NUMBERS = ['', 'x', '-', '-x', '1.5', '0x', '"0"', '+5', '00', '99999999999999999999', '- 1'];
const SAME_SITES = ['Lax', 'None', 'none', 'LAX', 'bogus', ''];
const blank = fc.constantFrom('', '', '', ' ', '\t', '  ');

/** A date: words that dates are made of, in an order that may be right. */
const date: fc.Arbitrary<ByteString> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('Thu, 01 Jan 1998 08:00:00 GMT', 'Sat, 01-Jan-2101 08:00:00 GMT') },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        mostly(['Thu, ', 'Thu ', ''], ['Thursday, ', 'x ', ',', 'Thu,']),
        mostly(['01', '7', '28'], ['00', '31', '32', '001', '1st', '1x']),
        mostly([' ', '-'], ['/', '', '.', '_', ' - ', '\t']),
        mostly(['Jan', 'feb', 'August'], ['Mars', 'x', '02', '13', 'Sept', 'MAY']),
        mostly([' ', '-'], ['/', '', '.', ', ']),
        mostly(['1998', '98', '2101', '2008'], ['69', '7', '198', '01998', '20080', '1998x', '1600', '0']),
        mostly([' '], [':', '', 'T', ' , ']),
        mostly(
          ['08:00:00', '23:59:59', '8:5:7'],
          [
            '08:00',
            '24:00:00',
            '08:60:00',
            '8',
            '008:00:00',
            '08:00:00x',
            '08:00:00 pm',
            '12:00 am',
            '::',
            '08.00.00',
            '08:00:00.5',
            '',
          ],
        ),
        mostly(
          [' GMT', ''],
          [' PST', 'Z', ' +0100', ' -5', 'GMT+0300', ' EST-0300', ' (x)', ' 2099', '+01:00'],
        ),
      )
      .chain((parts) =>
        fc.oneof(
          { weight: 5, arbitrary: fc.constant(parts.join('')) },
          { weight: 1, arbitrary: shuffled(parts) },
        ),
      ),
  },
);

function shuffled(parts: readonly string[]): fc.Arbitrary<string> {
  return fc.shuffledSubarray([...parts], { minLength: parts.length }).map((words) => words.join(' '));
}

const attribute = (word: string): fc.Arbitrary<ByteString> => {
  const domains = [`${word}.com`, `.${word}.com`, `www.${word}.com`];
  const oddDomains = [
    '',
    '.',
    'com',
    `..${word}.com`,
    `${word}.com.`,
    `x.www.${word}.com`,
    `"${word}.com"`,
    `WWW.${word}.COM`,
    `${word}.com:80`,
    `${encodeUtf8('ž')}.com`,
    'www',
    `*.${word}.com`,
    `www .${word}.com`,
  ];
  const paths = ['/', '/a', '/a/', '/a/b'];
  const oddPaths = ['', 'a', '"/a"', '//', '/%61', '/A', '/a?b', '/\xe9', '/a\tb'];
  const valued = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(blank, blank, value).map(([one, other, text]) => `${other}${name}${one}=${other}${text}${one}`);
  return fc.oneof(
    { weight: 4, arbitrary: valued('Domain', mostly(domains, oddDomains)) },
    { weight: 4, arbitrary: valued('path', mostly(paths, oddPaths)) },
    { weight: 3, arbitrary: valued('Max-Age', mostly(NUMBERS, ODD_NUMBERS)) },
    { weight: 3, arbitrary: valued('eXpires', date) },
    { weight: 3, arbitrary: valued('SameSite', fc.constantFrom(...SAME_SITES)) },
    { weight: 4, arbitrary: fc.constantFrom('Secure', ' secure ', 'Secure=no') },
    { weight: 2, arbitrary: fc.constantFrom('HttpOnly', 'Partitioned') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '=',
        'x',
        'x=\ty',
        'x\ty',
        '=Secure',
        'Domain',
        'Path',
        'Max-Age',
        '\x01',
      ),
    },
  );
};

const header = (word: string): fc.Arbitrary<ByteString> =>
  fc
    .tuple(
      mostly(NAMES, ODD_NAMES),
      mostly(['='], ['', ' = ', '==']),
      mostly(VALUES, ODD_VALUES),
      fc.array(attribute(word), { maxLength: 4 }),
    )
    .map(([name, equals, value, attributes]) => [`${name}${equals}${value}`, ...attributes].join(';'));

const address = (word: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('http', 'http', 'https'),
      fc.constantFrom('', 'www.', 'x.www.'),
      mostly(['/', '/a', '/a/b'], ['/a/', '/A', '//', '/ab', '/%61']),
    )
    .map(([scheme, sub, path]) => `${scheme}://${sub}${word}.com${path}`);

/** Random headers to random addresses of a few hosts, and then a look at each. */
export function randomScenarios(count: number, seed: number): readonly Scenario[] {
  return Array.from({ length: count }, (_, at) =>
    walked(`random ${at}`, (word) => {
      const exchange = fc.tuple(address(word), fc.array(header(word), { minLength: 1, maxLength: 5 }));
      const [steps = []] = fc.sample(fc.array(exchange, { minLength: 2, maxLength: 3 }), {
        seed: seed + at,
        numRuns: 1,
      });
      return [...steps.map(([url, headers]) => on(url, headers)), on(`https://www.${word}.com/a/b`)];
    }),
  );
}

/** Random dates. */
export function randomDateTexts(count: number, seed: number): readonly ByteString[] {
  return fc.sample(date, { seed, numRuns: count });
}

/** Random dates, twenty to a host. */
export function randomDates(count: number, seed: number): readonly Scenario[] {
  const dates = randomDateTexts(count, seed);
  return Array.from({ length: Math.ceil(count / 20) }, (_, at) => {
    const headers = dates
      .slice(at * 20, at * 20 + 20)
      .map((text, index) => `d${at * 20 + index}=1; Expires=${text}`);
    return kept(`random dates ${at}`, headers);
  });
}
