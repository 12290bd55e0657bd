import { word } from './reading/words.ts';
import type { UnparsedReason } from '../table/columns.ts';
import type { UnparsedRule } from './rule.ts';

const REASONS: ReadonlyMap<string, string> = new Map<UnparsedReason, string>([
  ['not-an-object', 'This element is not an object with the attributes of a cookie, so it is kept as it is.'],
  ['field-missing', 'This element lacks a name, a value or a domain, so it is kept as it is.'],
  [
    'field-wrong-type',
    'An attribute of this element has a type that it cannot have, so the element is kept as it is.',
  ],
  ['duplicate-key', 'This element says one thing twice, so it is kept as it is.'],
  [
    'control-character',
    'This element has a control character that a cookie cannot hold, so it is kept as it is.',
  ],
  ['refused-by-browsers', 'Browsers refuse this cookie of the log: it was sent, but never stored.'],
  [
    'value-encrypted',
    'Its value is encrypted with a key that only the program that stored it has. Of a browser, export it there, with an extension.',
  ],
  ['names-a-file', 'The command takes cookies from this file, which was not read. Open the file itself.'],
  ['damaged', 'This part of the file is damaged or cut off: what it holds cannot be read.'],
  [
    'checksum-differs',
    'The checksum of the file is that of other bytes: something in it was changed or damaged.',
  ],
  [
    'cells-differ',
    'The cells of this row are more or fewer than the columns, or one is never closed, so it is kept.',
  ],
]);

export const elementUnreadable: UnparsedRule = {
  id: 'element-unreadable',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Not read as a cookie',
  rationale:
    'Importers stop at an element without the attributes they need, and some of them then take none at all.',
  source: 'Cookie-Editor, EditThisCookie, Playwright, Puppeteer',
  check: (reason) => REASONS.has(reason),
  explain: (entry, row) => ({ reason: entry.reason(row) }),
  message: (data) => REASONS.get(word(data, 'reason')) ?? 'This element is kept as it is.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', 'not a cookie'],
    fail: [],
  },
};
