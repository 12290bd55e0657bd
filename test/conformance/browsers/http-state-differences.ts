/** A vector of 2011 of which today's answer is another: the Cookie header by RFC 6265bis, of Chromium, of Firefox. */
export interface ParserDifference {
  readonly test: string;
  readonly standard: string;
  readonly chromium: string;
  readonly firefox: string;
  readonly reason: string;
}

type Row = readonly [test: string, standard: string, chromium: string, firefox: string];

const rows = (reason: string, list: readonly Row[]): readonly ParserDifference[] =>
  list.map(([test, standard, chromium, firefox]) => ({ test, standard, chromium, firefox, reason }));

/** The vectors that do not pass, with what is sent instead; each was walked in the real browsers. */
export const PARSER_DIFFERENCES: readonly ParserDifference[] = [
  ...rows(
    'RFC 6265 ignored a header without an equals sign; now it is a value without a name, in Firefox a name.',
    [
      ['0004', 'foo', 'foo', 'foo='],
      ['0023', 'foo', 'foo', 'foo='],
      ['0024', 'foo', 'foo', 'foo='],
      ['0025', 'foo', 'foo', 'foo='],
      ['0026', 'foo', 'foo', 'foo='],
      ['0027', 'bar', 'bar', 'foo=; bar='],
      ['0028', 'foo', 'foo', 'foo='],
      ['CHROMIUM0009', 'BLAHHH', 'BLAHHH', 'BLAHHH='],
      ['CHROMIUM0010', '"BLA\\"HHH"', '"BLA\\"HHH"', '"BLA\\"HHH"='],
      ['MOZILLA0012', 'test="fubar! = foo; five', 'test="fubar! = foo; five', 'test="fubar! = foo; five='],
      ['MOZILLA0014', 'six', 'six', 'six='],
      ['MOZILLA0015', 'seven', 'seven', 'six=; seven='],
      ['MOZILLA0016', 'eight', 'eight', 'six=; seven='],
      ['MOZILLA0017', 'eight; test=six', 'eight; test=six', 'six=; seven=; test=six'],
      ['NAME0023', 'foo', 'foo', 'foo='],
      ['NAME0031', '"foo', '"foo', '"foo='],
      ['NAME0032', '"foo\\"bar', '"foo\\"bar', '"foo\\"bar='],
      ['NAME0033', 'aaa', 'aaa', 'aaa='],
    ],
  ),
  ...rows('RFC 6265 ignored a cookie without a name; now it is kept, but not in Firefox.', [
    ['0021', 'a=b; x; c=d', 'a=b; x; c=d', 'a=b; c=d'],
    ['CHROMIUM0012', 'ABC', 'ABC', ''],
    ['NAME0028', 'a', 'a', ''],
  ]),
  ...rows('The same, with an equals sign in the value: Chromium ignores it.', [
    ['NAME0017', 'a=bar', '', ''],
    ['NAME0025', '==a=bar', '', ''],
  ]),
  ...rows('A control character now has the header ignored; it used to end it.', [
    ['DISABLED_CHROMIUM0022', '', '', ''],
    ['DISABLED_CHROMIUM0023', '', '', ''],
  ]),
  ...rows(
    'The path of a request is matched as it is spelled: `%6F` is no `o`. The vector was never in force.',
    [['DISABLED_PATH0029', '', '', '']],
  ),
  ...rows('An empty `Domain` that comes last makes the cookie host-only; it used to be passed over.', [
    ['OPTIONAL_DOMAIN0042', 'foo=bar', 'foo=bar', 'foo=bar'],
  ]),
];

/** A date that a browser reads otherwise than the standard. Seconds since 1970; `undefined` where it reads none. */
export interface DateDifference {
  /** Its place in the two files, from 0. */
  readonly at: number;
  readonly chromium?: number | undefined;
  readonly firefox?: number | undefined;
}

/** The dates that not all read alike; RFC 6265bis reads every one as the vectors say. */
export const DATE_DIFFERENCES: readonly DateDifference[] = [
  { at: 10, firefox: Date.UTC(2007, 11, 12, 13, 44, 7) / 1000 },
  // Without seconds, the blank behind the minutes is taken for a digit: 16 seconds early.
  { at: 11, firefox: Date.UTC(2011, 0, 1) / 1000 - 16 },
  { at: 18, firefox: undefined },
  { at: 30, firefox: Date.UTC(2017, 3, 15) / 1000 },
  { at: 35, firefox: Date.UTC(2017, 3, 15, 23, 1, 22) / 1000 },
  { at: 37, firefox: Date.UTC(2017, 3, 16, 1, 1, 22) / 1000 },
  { at: 38, firefox: Date.UTC(2017, 3, 16, 1, 1, 22) / 1000 },
  { at: 40, firefox: Date.UTC(2017, 3, 16, 1, 1, 22) / 1000 },
  { at: 45, firefox: Date.UTC(2017, 3, 18, 19, 22, 33) / 1000 },
  { at: 63, firefox: Date.UTC(1998, 3, 17, 21, 1, 22) / 1000 },
  {
    at: 65,
    chromium: Date.UTC(31_841, 7, 12, 20, 49, 7) / 1000,
    firefox: Date.UTC(31_841, 7, 12, 20, 49, 7) / 1000,
  },
  { at: 68, firefox: Date.UTC(2007, 7, 12) / 1000 },
];
