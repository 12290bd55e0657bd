import type { ByteString } from '../cookie/byte-string.ts';
import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

const LOCAL_PART = /[\w.+-]{1,64}$/;
const HOST_PART = /^[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/;

/** Is there an e-mail address, with its sign plain or encoded? Looks at a few hundred bytes around each sign. */
function hasAddress(value: ByteString): boolean {
  const text = value.replaceAll('%40', '@');
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(0, at - 64), at);
    if (LOCAL_PART.test(before) && HOST_PART.test(text.slice(at + 1, at + 256))) return true;
  }
  return false;
}

export const valueHoldsPersonalData: RowRule = {
  id: 'value-holds-personal-data',
  scope: 'row',
  severity: 'info',
  field: 'value',
  traits: Trait.valueAt,
  title: 'Value holds an e-mail address',
  rationale:
    'An address in a value names a person to everybody who sees the file, and the site can tie all visits to it.',
  source: 'F15',
  check: (entry, row) => hasAddress(entry.field(row, 'value')),
  message: () => 'The value holds an e-mail address: leave it out of what you share.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→@home', '.example.com→TRUE→/→FALSE→1820000000→a→a@b'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→user→berta@example.com',
      '.example.com→TRUE→/→FALSE→1820000000→user→name%3DBerta%26mail%3Dberta%40example.com',
    ],
  },
};
