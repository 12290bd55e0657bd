import { MAX_NAME_AND_VALUE } from '../cookie/cookie-size.ts';
import { Trait } from '../table/columns.ts';
import type { EntryReader } from '../table/entry-reader.ts';
import { counted } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const size = (entry: EntryReader, row: number): number =>
  entry.fieldLength(row, 'name') + entry.fieldLength(row, 'value');

export const sizeOverLimit: RowRule = {
  id: 'size-over-limit',
  scope: 'row',
  severity: 'error',
  field: 'value',
  traits: Trait.sizeLarge,
  title: 'Name and value are over 4,096 bytes',
  rationale:
    'Browsers decline such a cookie as a whole and never trim it, so no site can have set it in one.',
  source: 'F55, F129, F130, F134; RFC 6265bis §5.7; Chromium 156, Firefox ESR 153',
  check: (entry, row) => size(entry, row) > MAX_NAME_AND_VALUE,
  explain: (entry, row) => ({ bytes: size(entry, row) }),
  message: (data) =>
    `Name and value have ${counted(data, 'bytes', 'byte')}: browsers decline more than 4,096; curl, wget and Python load it from a file.`,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4095)}`,
    ],
    fail: [
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4096)}`,
      `.example.com→TRUE→/→FALSE→1820000000→${'n'.repeat(3000)}→${'x'.repeat(1500)}`,
    ],
  },
};
