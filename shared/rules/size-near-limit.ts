import { MAX_NAME_AND_VALUE } from '../cookie/cookie-size.ts';
import { Trait } from '../table/columns.ts';
import type { EntryReader } from '../table/entry-reader.ts';
import { counted } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const NEAR = 4095;
const size = (entry: EntryReader, row: number): number =>
  entry.fieldLength(row, 'name') + entry.fieldLength(row, 'value');

export const sizeNearLimit: RowRule = {
  id: 'size-near-limit',
  scope: 'row',
  severity: 'hint',
  field: 'value',
  traits: Trait.sizeLarge,
  title: 'Size is at the limit',
  rationale:
    'Old guides asked for less than 4,095 bytes of name and value, and curl drops a header in which one of them alone has as many.',
  source: 'F31, F55; curl 7.88.1 to 8.21.0',
  check: (entry, row) => {
    const bytes = size(entry, row);
    return bytes >= NEAR && bytes <= MAX_NAME_AND_VALUE;
  },
  explain: (entry, row) => ({ bytes: size(entry, row) }),
  message: (data) => `Name and value have ${counted(data, 'bytes', 'byte')}: browsers keep up to 4,096.`,
  examples: {
    pass: [
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4093)}`,
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4096)}`,
    ],
    fail: [
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4094)}`,
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4095)}`,
    ],
  },
};
