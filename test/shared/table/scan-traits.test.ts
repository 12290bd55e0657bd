import { describe, expect, it } from 'vitest';
import { readText, traitsOf } from './read.ts';

/** An ordinary line, with some fields given otherwise. */
function line(
  fields: Partial<Record<'domain' | 'flag' | 'path' | 'secure' | 'expiry' | 'name' | 'value', string>>,
): string {
  const {
    domain = '.example.com',
    flag = 'TRUE',
    path = '/',
    secure = 'FALSE',
    expiry = '1820000000',
  } = fields;
  const { name = 'a', value = '1' } = fields;
  return [domain, flag, path, secure, expiry, name, value].join('\t');
}

const CASES: readonly (readonly [string, Parameters<typeof line>[0], readonly string[]])[] = [
  ['an ordinary line has none', {}, []],
  ['a dot and FALSE', { flag: 'FALSE' }, ['flagContradictsDot']],
  ['no dot and TRUE', { domain: 'example.com' }, ['flagContradictsDot']],
  ['a dot and false in small letters', { flag: 'false' }, ['flagContradictsDot', 'flagOdd']],
  ['TRUE in small letters', { flag: 'true' }, ['flagOdd']],
  ['a flag that is no boolean', { flag: 'yes' }, ['flagOdd']],
  ['a flag with a byte too many', { flag: 'TRUE ' }, ['flagOdd']],
  ['an empty flag', { flag: '' }, ['flagOdd']],
  ['secure in mixed case', { secure: 'True' }, ['secureOdd']],
  ['an empty secure column', { secure: '' }, ['secureOdd']],
  ['no path', { path: '' }, ['pathEmpty']],
  ['a path without its slash', { path: 'a' }, ['pathNotAbsolute']],
  ['a backslash', { path: '/a\\b' }, ['pathBackslash']],
  ['a slash at the end', { path: '/a/' }, ['pathTrailingSlash']],
  ['a blank in the path', { path: '/a b' }, ['pathOddCharacter']],
  ['a semicolon in the path', { path: '/a;b' }, ['pathOddCharacter']],
  ['a high byte in the path', { path: '/\xe9' }, ['pathOddCharacter']],
  ['a full stop in the last segment', { path: '/a/b.html' }, ['pathDotInLastSegment']],
  ['a full stop in an earlier segment', { path: '/a.b/c' }, []],
  ['two slashes', { path: '/a//b' }, ['pathOddSegment']],
  ['two slashes at the beginning', { path: '//a' }, ['pathOddSegment']],
  ['nothing but two slashes', { path: '//' }, ['pathTrailingSlash', 'pathOddSegment']],
  ['a dot segment', { path: '/a/./b' }, ['pathOddSegment']],
  ['two dots at the end', { path: '/a/..' }, ['pathDotInLastSegment', 'pathOddSegment']],
  ['three dots are a name', { path: '/.../b' }, []],
  ['an empty expiry', { expiry: '' }, ['expiryOdd']],
  ['a negative expiry', { expiry: '-1' }, ['expiryOdd']],
  ['a fraction', { expiry: '1820000000.5' }, ['expiryOdd']],
  ['2^33 - 1', { expiry: '8589934591' }, []],
  ['2^33', { expiry: '8589934592' }, ['expiryHuge']],
  ['milliseconds', { expiry: '1820000000000' }, ['expiryHuge']],
  ['twenty digits', { expiry: '99999999999999999999' }, ['expiryHuge']],
  ['no name', { name: '' }, ['nameEmpty']],
  ['a dollar sign', { name: '$Version' }, ['nameDollar', 'nameUnusual']],
  ['a hyphen', { name: 'a-b' }, ['nameUnusual']],
  ['an equals sign', { name: 'a=b' }, ['nameSeparator', 'nameUnusual']],
  ['a control byte in the name', { name: 'a\x01' }, ['nameControl', 'nameUnusual']],
  ['a high byte in the name', { name: '\xe9' }, ['nameHigh', 'nameUnusual']],
  ['two underscores alone', { name: '__cf_bm' }, []],
  ['a prefix', { name: '__Secure-a' }, ['namePrefix', 'nameUnusual']],
  ['a prefix in small letters', { name: '__host-a' }, ['namePrefix', 'nameUnusual']],
  ['a prefix whose promise is kept', { name: '__Secure-a', secure: 'TRUE' }, ['nameUnusual']],
  ['a prefix that asks for more', { name: '__Host-a', secure: 'TRUE' }, ['namePrefix', 'nameUnusual']],
  ['a prefix that asks for HttpOnly', { name: '__Http-a', secure: 'TRUE' }, ['namePrefix', 'nameUnusual']],
  ['a prefix of three underscores is none', { name: '___Host-a' }, ['nameUnusual']],
  ['a session', { name: 'PHPSESSID' }, ['nameSensitive']],
  ['an authorisation', { name: 'xAuth' }, ['nameSensitive']],
  ['a token', { name: 'toKEN' }, ['nameSensitive']],
  ['the end of a token is none', { name: 'oken' }, []],
  ['a broken one is none', { name: 'broken' }, []],
  ['an id of a session', { name: 'Sid' }, ['nameSensitive']],
  ['a word across the mark and the name is none', { name: 'id' }, []],
  ['a control byte in the value', { value: 'a\x1b' }, ['valueControl']],
  ['a high byte in the value', { value: 'caf\xe9' }, ['valueHigh']],
  ['a comma', { value: 'a,b' }, ['valueSeparator']],
  ['a blank', { value: 'a b' }, ['valueSeparator']],
  ['a backslash in the value', { value: 'a\\b' }, ['valueSeparator']],
  ['quotes', { value: '"a"' }, ['valueSeparator', 'valueQuoted']],
  ['one quote', { value: '"' }, ['valueSeparator']],
  ['an ASCII escape', { value: '%20' }, []],
  ['an escape beyond ASCII', { value: '%E9' }, ['valueEscape']],
  ['an escape of UTF-16', { value: 'a%u00e9' }, ['valueEscape']],
  ['an at sign', { value: 'a@b' }, ['valueAt']],
  ['an escaped at sign', { value: 'a%40b' }, ['valueAt']],
  ['undefined', { value: 'undefined' }, ['valueWord']],
  ['null', { value: 'null' }, ['valueWord']],
  ['NaN', { value: 'NaN' }, ['valueWord']],
  ['nan is a value', { value: 'nan' }, []],
  ['sixteen hexadecimal digits', { value: '0123456789abcdef' }, ['valueIdentifier']],
  ['fifteen digits', { value: '012345678901234' }, []],
  ['sixteen letters without a digit', { value: 'abcdefghijklmnop' }, []],
  ['sixteen bytes with a slash', { value: '0123456789/bcdef' }, []],
  ['a carriage return in the value', { value: 'a\rb' }, ['valueControl', 'carriageReturn']],
  ['a carriage return in the domain', { domain: '.exa\rmple.com' }, ['carriageReturn']],
];

describe('traits of a line', () => {
  it.each(CASES)('%s', (_title, fields, traits) => {
    expect(traitsOf(readText(`${line(fields)}\n`), 0)).toEqual([...traits]);
    // The same line as the last of a file goes the slow way.
    expect(traitsOf(readText(line(fields)), 0)).toEqual([...traits]);
  });

  it('calls a row large from 4,000 bytes on, its end included', () => {
    const rest = line({ value: '' }).length + 1;
    expect(traitsOf(readText(`${line({ value: '!'.repeat(3999 - rest) })}\n`), 0)).toEqual([]);
    expect(traitsOf(readText(`${line({ value: '!'.repeat(4000 - rest) })}\n`), 0)).toEqual(['sizeLarge']);
  });
});
