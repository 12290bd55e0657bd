import { Trait } from '../table/columns.ts';
import { bareHost, meansSubdomains, scoped } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const flagNotTrueOrFalse: RowRule = {
  id: 'flag-not-true-or-false',
  scope: 'row',
  severity: 'error',
  field: 'flag',
  traits: Trait.flagOdd,
  title: 'Subdomain flag is neither TRUE nor FALSE',
  rationale:
    'wget, aria2 and Python take only TRUE in capitals for true, curl takes it in any case, and an empty flag has wget drop the line.',
  source: 'F52; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  explain: (entry, row) => ({ flag: quoted(entry, row, 'flag') }),
  message: (data) => {
    const flag = word(data, 'flag');
    switch (flag.toLowerCase()) {
      case '':
        return 'The subdomain flag is empty: wget and aria2 drop this line, curl 8.12 and later read TRUE.';
      case 'true':
        return `The subdomain flag is "${flag}": curl reads TRUE, wget and aria2 FALSE, and behind a leading dot Python refuses the file.`;
      case 'false':
        return `The subdomain flag is "${flag}": clients read FALSE, and behind a leading dot Python refuses the file.`;
      default:
        return `The subdomain flag is "${flag}": wget reads FALSE, curl not always, and behind a leading dot Python refuses the file.`;
    }
  },
  fix: (entry) => scoped(bareHost(entry.domain), meansSubdomains(entry)),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', 'example.com→FALSE→/→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→true→/→FALSE→1820000000→a→1',
      'example.com→False→/→FALSE→1820000000→a→1',
      '.example.com→yes→/→FALSE→1820000000→a→1',
      '.example.com→→/→FALSE→1820000000→a→1',
    ],
  },
};
