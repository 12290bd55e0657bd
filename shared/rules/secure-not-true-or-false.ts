import { Trait } from '../table/columns.ts';
import { meantBoolean } from './reading/booleans.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const secureNotTrueOrFalse: RowRule = {
  id: 'secure-not-true-or-false',
  scope: 'row',
  severity: 'warning',
  field: 'secure',
  traits: Trait.secureOdd,
  title: 'Secure flag is neither TRUE nor FALSE',
  rationale:
    'wget, aria2 and Python take only TRUE in capitals for true and send any other cookie over plain HTTP, and wget drops the line when the flag is empty.',
  source: 'F52; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  explain: (entry, row) => ({ secure: quoted(entry, row, 'secure') }),
  message: (data) => {
    const secure = word(data, 'secure');
    switch (secure.toLowerCase()) {
      case '':
        return 'The secure flag is empty: wget and aria2 drop this line, curl 8.12 and later read TRUE.';
      case 'true':
        return `The secure flag is "${secure}": curl reads TRUE; wget, aria2 and Python read FALSE and send the cookie over plain HTTP.`;
      case 'false':
        return `The secure flag is "${secure}": clients read FALSE, as is meant; only capitals are the standard.`;
      default:
        return `The secure flag is "${secure}": wget, aria2 and Python read FALSE and send the cookie over plain HTTP.`;
    }
  },
  fix: (entry) => {
    const meant = entry.secure === '' ? true : meantBoolean(entry.secure);
    return meant === undefined ? undefined : { secure: meant ? 'TRUE' : 'FALSE' };
  },
  examples: {
    pass: ['.example.com→TRUE→/→TRUE→1820000000→a→1', '.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→/→true→1820000000→a→1',
      '.example.com→TRUE→/→False→1820000000→a→1',
      '.example.com→TRUE→/→T→1820000000→a→1',
      '.example.com→TRUE→/→→1820000000→a→1',
      '.example.com→TRUE→/→secure→1820000000→a→1',
    ],
  },
};
