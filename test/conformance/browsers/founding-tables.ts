import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { Scenario } from './scenario.ts';
import { kept } from './scenario-of.ts';

/** The special characters of tables K and L: 33 bytes, and 32 without the equals sign. */
const TABLE_K = `bar!@#$%^&*()-_+={}[]:'\\|\`~,<>./?`;
const TABLE_L = `foo!@#$%^&*()-_+{}[]:'\\|\`~,<>./?`;

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `n${at}=1`);

/** A table of the founding documents, as scenarios that were walked in real browsers. */
export interface FoundingTable {
  readonly table: string;
  readonly scenarios: readonly Scenario[];
}

/** The tables C to L of the founding documents. */
export const FOUNDING_TABLES: readonly FoundingTable[] = [
  {
    table: 'Tables C and D: size',
    scenarios: [
      kept('4,095 bytes', [`n=${'v'.repeat(4094)}`]),
      kept('4,096 bytes', [`n=${'v'.repeat(4095)}`]),
      kept('4,097 bytes', [`n=${'v'.repeat(4096)}`]),
      kept('4,096 bytes of name', [`${'n'.repeat(4096)}=`]),
      kept('4,097 bytes of name', [`${'n'.repeat(4097)}=`]),
      kept('4,096 bytes half and half', [`${'n'.repeat(2048)}=${'v'.repeat(2048)}`]),
      kept('4,096 bytes and attributes', [`n=${'v'.repeat(4095)}; Path=/; HttpOnly; Max-Age=1000`]),
      kept('4,097 bytes over one that is there', ['n=old', `n=${'v'.repeat(4096)}`]),
      kept('a path of 1,024 bytes', [`n=1; Path=/${'p'.repeat(1023)}`]),
      kept('a path of 1,025 bytes', [`n=1; Path=/${'p'.repeat(1024)}`]),
      kept('an unknown attribute of 5,000 bytes', [`n=1; Unknown=${'u'.repeat(5000)}`]),
    ],
  },
  {
    table: 'Table E: entries for one domain',
    scenarios: [
      kept('1,000 cookies', numbered(1000)),
      kept('180 cookies', numbered(180)),
      kept('181 cookies', numbered(181)),
    ],
  },
  {
    table: 'Table F: name only',
    scenarios: [
      kept('a word alone', ['a']),
      kept('a word alone, with attributes', ['a; Path=/; Max-Age=1000']),
      kept('two words alone', ['a', 'b']),
      kept('nothing at all', ['']),
      kept('blanks alone', ['  \t ']),
      kept('a semicolon first', ['; Path=/']),
      kept('an attribute first', ['Path=/x; foo=bar']),
      kept('the word Secure alone', ['Secure']),
    ],
  },
  { table: 'Table G: empty value', scenarios: [kept('foo=', ['foo=']), kept('foo= ;', ['foo= ; Path=/'])] },
  {
    table: 'Table H: no name',
    scenarios: [
      kept('=foo', ['=foo']),
      kept('= foo', ['= foo']),
      kept('=', ['=']),
      kept('==', ['==']),
      kept('=a=b', ['=a=b']),
      kept('=foo after bar', ['bar', '=foo']),
      kept('a nameless cookie that ends', ['=foo', '=; Max-Age=0']),
      kept('a nameless prefix', ['=__Secure-a', '=__Host-b', '=__Http-c', '=__Host-Http-d'], 'https'),
      kept('a nameless prefix alone', ['__Secure-a'], 'https'),
      kept('a nameless prefix with a value', ['=__Host-a=b; Path=/; Secure'], 'https'),
    ],
  },
  {
    table: 'Tables I and J: characters beyond ASCII',
    scenarios: [
      kept('in the value', [`foo=${encodeUtf8('Žemė')}`]),
      kept('in the name', [`${encodeUtf8('žemė')}=foo`]),
      kept('a byte that is no UTF-8', ['foo=a\xe9b']),
      kept('a byte that is no UTF-8 in the name', ['a\xe9b=foo']),
      kept('a cut-off sequence', ['foo=a\xc5']),
      kept('an emoji', [`foo=${encodeUtf8('🍪')}`]),
      kept('a non-breaking space around', [
        `${encodeUtf8('\u00a0foo\u00a0')}=${encodeUtf8('\u00a0bar\u00a0')}`,
      ]),
    ],
  },
  {
    table: 'Tables K and L: special characters',
    scenarios: [
      kept('in the value', [`foo=${TABLE_K}`]),
      kept('in the name', [`${TABLE_L}=bar`]),
      kept('double quotes', ['foo="bar"', '"foo"=bar']),
      kept('a blank inside', ['foo bar=a b, c']),
      kept('a dollar', ['$foo=bar']),
      kept('names that differ in case', ['FOO=1', 'foo=2']),
    ],
  },
];
