import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { Judge } from '#shared/rules/judge.ts';
import { RULES } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { finish } from '#shared/table/progress.ts';
import { tableOf } from '../../conformance/plain-judge.ts';

/** True of nearly every name here, and asked for only by F23. */
const UNASKED = 'name-unusual-character';

/** The rules that report on each line, quiet ones included. */
function found(lines: readonly string[]): readonly (readonly string[])[] {
  const table = tableOf(lines.map((line) => `${encodeUtf8(line.replaceAll('→', '\t'))}\n`).join(''));
  const judge = new Judge({ table, rules: RULES, now: EXAMPLE_NOW });
  judge.judgeArrived();
  finish(judge.judgeTogether());
  return lines.map((_, row) =>
    judge.findings
      .rulesOf(row)
      .map((rule) => RULES[rule]?.id ?? '')
      .filter((id) => id !== UNASKED),
  );
}

const named = (name: string): string => `.example.com→TRUE→/→FALSE→1820000000→${name}→1`;
const valued = (value: string): string => `.example.com→TRUE→/→FALSE→1820000000→foo→${value}`;
const at = (domain: string, flag: 'TRUE' | 'FALSE'): string => `${domain}→${flag}→/→FALSE→1820000000→a→1`;
const below = (path: string): string => `.example.com→TRUE→${path}→FALSE→1820000000→a→1`;
const until = (expiry: string): string => `.example.com→TRUE→/→FALSE→${expiry}→a→1`;

describe('one line of the founding documents, and what is said of it', () => {
  test.each([
    ['F7: a unique id', valued('2035695874900187870'), ['value-is-identifier']],
    ['F15: an e-mail address', valued('berta@example.com'), ['value-holds-personal-data']],
    ['F16: more than a year', until('1831536001'), ['lifetime-over-a-year']],
    ['F24: a dollar sign', named('$foo'), ['name-dollar']],
    ['F26: no token', named('a(b'), ['name-not-token']],
    ['F27: a valid name', named('fred'), []],
    ['F27: another', named('my_big_cookie'), []],
    ['F27: and another', named('user66'), []],
    ['F28: no name is reserved', named('__proto__'), []],
    ['F28: nor this', named('constructor'), []],
    ['F28: nor path', named('path'), []],
    ['F28: nor if', named('if'), []],
    ['F28: but prefixes bind', named('__Secure-a'), ['name-prefix-broken']],
    ['F29: a blank and a comma', valued('a b, c'), ['value-needs-encoding']],
    ['F30: what escape() writes', valued('%u017Demlapis'), ['value-legacy-escape']],
    ['F32: undefined', valued('undefined'), ['value-is-undefined']],
    ['F33: an empty value', valued(''), []],
    ['F33: its TAB is missing', '.example.com→TRUE→/→FALSE→1820000000→a', ['value-tab-missing']],
    ['F36: the dot is missing', at('example.com', 'TRUE'), ['domain-flag-mismatch']],
    ['F36: the flag is missing', at('.example.com', 'FALSE'), ['domain-flag-mismatch']],
    ['F37: .com', at('.com', 'TRUE'), ['domain-public-suffix', 'domain-single-label']],
    ['F35d, F37: .com.au', at('.com.au', 'TRUE'), ['domain-public-suffix']],
    ['F35c: .yellowpages.com.au', at('.yellowpages.com.au', 'TRUE'), []],
    ['F42: a file', below('/usr/local/tmp/myfile.htm'), ['path-names-file']],
    ['F42: its directory', below('/usr/local/tmp'), []],
    ['F43: a backslash', below('\\jscript'), ['path-backslash']],
    ['F44: a slash at the end', below('/usr/local/tmp/'), ['path-trailing-slash']],
    ['F45: the top-level path of old', below(''), ['path-empty']],
    ['F51: zero', until('0'), ['expiry-zero']],
    ['F51: the past', until('1'), ['expired']],
    [
      'F52: true in small letters',
      '.example.com→true→/→FALSE→0→a→1',
      ['flag-not-true-or-false', 'expiry-zero'],
    ],
    ['F52: of Secure', '.example.com→TRUE→/→true→1820000000→a→1', ['secure-not-true-or-false']],
    ['F53: a session without Secure', named('PHPSESSID'), ['secure-missing']],
    [
      'F68: the first founding entry',
      'www.geocities.com→FALSE→/→FALSE→937972424→GeoId→2035695874900187870',
      ['expired', 'value-is-identifier'],
    ],
    [
      'F69: the second',
      '.linkexchange.com→TRUE→/→FALSE→942191819→SAFE_COOKIE→3425efc81808cebe',
      ['expired', 'value-is-identifier'],
    ],
    ['F70: the third', 'www.macromedia.com→FALSE→→FALSE→877627211→plugs→yes', ['path-empty', 'expired']],
    [
      'F71: as printed',
      'www.geocities.com   FALSE   /   FALSE   937972424   GeoId   2035695874900187870',
      ['columns-not-tabs'],
    ],
    [
      'F71: with a no-break space',
      '.linkexchange.com      TRUE\u00a0 /    FALSE   942191819 SAFE_COOKIE    3425efc81808cebe',
      ['columns-not-tabs'],
    ],
    ['F71: six words', 'www.macromedia.com  FALSE    FALSE   877627211  plugs  yes', ['columns-not-tabs']],
    ['F72: milliseconds', until('1820000000000'), ['expiry-not-seconds']],
    ['F72: microseconds since 1601', until('13464473600000000'), ['expiry-not-seconds']],
    ['F84: quotes belong to the value', valued('"bar"'), ['value-quoted']],
    ['F85: but not to the path', below('"/dir"'), ['attribute-quoted']],
    ['F107: no host', at('a..b.com', 'FALSE'), ['domain-not-a-host']],
    ['F108: a trailing dot', at('domain.com.', 'FALSE'), ['domain-trailing-dot']],
    ['F109a: an alias of the local network', at('intranet', 'FALSE'), ['domain-single-label-host-only']],
    ['F109b: an IP address', at('127.0.0.1', 'FALSE'), []],
    ['F110: a domain', at('.domain.com', 'TRUE'), []],
    ['F112a: an address', at('127.0.0.1', 'FALSE'), []],
    ['F112b: localhost', at('localhost', 'FALSE'), ['domain-single-label-host-only']],
    ['F112c: an address with a dot', at('.127.0.0.1', 'TRUE'), ['domain-dot-on-local-host']],
    ['F112d: localhost with a dot', at('.localhost', 'TRUE'), ['domain-dot-on-local-host']],
    ['F113: several dots', at('..domain.com', 'TRUE'), ['domain-many-dots']],
    ['F114a: dots on both ends', at('.domain.com.', 'TRUE'), ['domain-trailing-dot']],
    ['F115a: a doubled slash', below('//dir'), ['path-double-slash']],
    ['F115b: a segment of one dot', below('/dir/.'), ['path-dot-segment']],
    ['F115c: of two', below('/dir/foo/..'), ['path-dot-segment']],
    ['F115d: none of these', below('/dir'), []],
    ['F116: no slash', below('dir'), ['path-not-absolute']],
    ['F123d: a quoted name', named('"foo"'), ['name-quoted']],
    ['F144: no name', '.example.com→TRUE→/→FALSE→1820000000→→foo', ['name-empty']],
    ['F145, F146: a value beyond ASCII', valued('Žemė'), ['value-not-ascii']],
    ['F145, F147: a name beyond ASCII', named('žemė'), ['name-not-ascii']],
    ['F148: signs of every kind', valued("bar!@#$%^&*()-_+={}[]:'\\|`~,<>./?"), ['value-needs-encoding']],
    [
      'F149: the same in a name',
      named("foo!@#$%^&*()-_+{}[]:'\\|`~,<>./?"),
      ['name-not-token', 'name-brackets'],
    ],
  ])('%s', (_row, line, expected) => {
    const [ids = []] = found([line]);
    expect(ids.toSorted()).toEqual(expected.toSorted());
  });
});

describe('sizes of the founding documents', () => {
  test.each([
    ['F31: 4,094 bytes', 4094, []],
    ['F31: 4,095', 4095, ['size-near-limit']],
    ['F55, F134: 4,096', 4096, ['size-near-limit']],
    ['F129: 4,097', 4097, ['size-over-limit']],
  ])('%s', (_row, bytes, expected) => {
    const [ids = []] = found([`.example.com→TRUE→/→FALSE→1820000000→foo→${'x'.repeat(bytes - 3)}`]);
    expect(ids.filter((id) => id.startsWith('size-'))).toEqual(expected);
  });

  test('F135: 4,096 bytes and further attributes are kept, but the header has more', () => {
    const [ids = []] = found([`.example.com→TRUE→/→TRUE→1820000000→foo→${'x'.repeat(4093)}`]);
    expect(ids).toContain('set-cookie-over-4096');
    expect(ids).not.toContain('size-over-limit');
  });
});

describe('two lines of the founding documents', () => {
  test.each([
    [
      'F25: names in another case',
      named('FOO'),
      named('foo'),
      ['names-differ-only-in-case'],
      ['names-differ-only-in-case'],
    ],
    ['F41: a closer path', below('/'), below('/jscript'), ['path-shadowed'], []],
    ['F46: the same cookie', below('/dir'), below('/dir'), ['duplicate-identity'], []],
    [
      'F121: host and domain',
      at('domain.com', 'FALSE'),
      at('.domain.com', 'TRUE'),
      ['domain-twins'],
      ['domain-twins'],
    ],
    [
      'F122: a slash more',
      below('/tmp'),
      below('/tmp/'),
      ['path-slash-twins'],
      ['path-trailing-slash', 'path-slash-twins'],
    ],
    ['F123a: itself', at('domain.com', 'FALSE'), at('domain.com', 'FALSE'), ['duplicate-identity'], []],
    ['F123d: quotes in the name', named('foo'), named('"foo"'), [], ['name-quoted']],
    [
      'F108: a trailing dot is another host',
      at('domain.com', 'FALSE'),
      at('domain.com.', 'FALSE'),
      [],
      ['domain-trailing-dot'],
    ],
    ['F22: two sites', at('.a.com', 'TRUE'), at('.b.com', 'TRUE'), [], []],
  ])('%s', (_row, one, other, first, second) => {
    expect(found([one, other])).toEqual([first, second]);
  });

  test('F124: one request carries the name twice', () => {
    const lines = ['domain.com→FALSE→/→FALSE→1820000000→a→1', '.domain.com→TRUE→/dir→FALSE→1820000000→a→2'];
    expect(found(lines)).toEqual([[], ['name-sent-twice']]);
  });
});

describe('numbers of the founding documents', () => {
  const many = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, number) => `www.example.com→FALSE→/→FALSE→1820000000→n${number}→1`);

  test.each([
    ['F54: 20', 20, []],
    ['F54, F58: 21', 21, ['too-many-per-domain-legacy']],
    ['F54: 50', 50, ['too-many-per-domain-legacy']],
    ['F54: 51', 51, ['too-many-per-domain-rfc']],
    ['F54, F136: 180', 180, ['too-many-per-domain-rfc']],
    ['F54, F136: 181', 181, ['too-many-per-domain']],
  ])('%s of one site', (_row, count, expected) => {
    expect(found(many(count))).toEqual(Array(count).fill(expected));
  });

  test('F81: 8,190 bytes of one site are not too many, 8,191 are', () => {
    const line = (bytes: number): string => `www.example.com→FALSE→/→FALSE→1820000000→n→${'x'.repeat(bytes)}`;
    const said = (bytes: number): boolean =>
      found([line(4000), line(bytes)])
        .flat()
        .includes('request-header-large');
    expect([said(8190 - 4000 - 8), said(8191 - 4000 - 8)]).toEqual([false, true]);
  });
});
