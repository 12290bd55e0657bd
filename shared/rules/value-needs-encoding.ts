import { isCookieValue, percentEncodeValue } from '../cookie/character-classes.ts';
import { Trait } from '../table/columns.ts';
import { word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const NAMES = new Map([
  [' ', 'a blank'],
  [',', 'a comma'],
  [';', 'a semicolon'],
  ['"', 'a double quote'],
  ['\\', 'a backslash'],
]);

export const valueNeedsEncoding: RowRule = {
  id: 'value-needs-encoding',
  scope: 'row',
  severity: 'hint',
  field: 'value',
  traits: Trait.valueSeparator,
  title: 'Value has characters that servers should encode',
  rationale:
    'Blank, comma, semicolon, double quote and backslash are outside what servers may send, and while clients keep them, a semicolon ends the value for the server.',
  source: 'F29; RFC 6265bis §4.1.1; curl 7.88.1 to 8.21.0, wget 1.21.3, Chromium 156, Firefox ESR 153',
  check: (entry, row) => !isCookieValue(entry.field(row, 'value')),
  explain: (entry, row) => {
    const value = entry.field(row, 'value');
    const found = [...NAMES].filter(([character]) => value.includes(character)).map(([, name]) => name);
    return { characters: found.join(', ') };
  },
  message: (data) =>
    `The value has ${word(data, 'characters')}: browsers, curl and wget send it as it is; servers should see it in percent signs.`,
  fix: (entry) => ({ value: percentEncodeValue(entry.value) }),
  fixNeedsChoice: true,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→foo→a%20b',
      '.example.com→TRUE→/→FALSE→1820000000→foo→"bar"',
    ],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→foo→a b, c',
      '.example.com→TRUE→/→FALSE→1820000000→foo→{"a":1,"b":2}',
      '.example.com→TRUE→/→FALSE→1820000000→foo→a;b',
    ],
  },
};
