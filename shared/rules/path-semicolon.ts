import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const pathSemicolon: RowRule = {
  id: 'path-semicolon',
  scope: 'row',
  severity: 'hint',
  field: 'path',
  traits: Trait.pathOddCharacter,
  title: 'Semicolon in the path',
  rationale: 'A Set-Cookie header cannot say this path, for there the semicolon ends it.',
  source: 'F82; RFC 6265bis §4.1.1',
  check: (entry, row) => entry.field(row, 'path').includes(';'),
  message: () =>
    'The path has a semicolon: no Set-Cookie header can have set it, nor can one change or delete this cookie.',
  examples: {
    pass: ['.example.com→TRUE→/a b→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→/a;b→FALSE→1820000000→a→1',
      '.example.com→TRUE→/app;jsessionid=1→FALSE→1820000000→a→1',
    ],
  },
};
