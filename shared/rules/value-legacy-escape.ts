import { decodeUtf8 } from '../cookie/byte-string.ts';
import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

const RUN_OF_ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

export const valueLegacyEscape: RowRule = {
  id: 'value-legacy-escape',
  scope: 'row',
  severity: 'hint',
  field: 'value',
  traits: Trait.valueEscape,
  title: 'Value is escaped in the old way of scripts',
  rationale:
    'The function escape() wrote %u017D and Latin-1 bytes such as %E9, neither of which URL decoding understands.',
  source: 'F30; ECMA-262 Annex B.2.1',
  check: (entry, row) => {
    const value = entry.field(row, 'value');
    if (/%u[0-9A-Fa-f]{4}/.test(value)) return true;
    return (value.match(RUN_OF_ESCAPES) ?? []).some((run) => decodeUtf8(bytesOfEscapes(run)) === undefined);
  },
  message: () =>
    'The value has escapes such as %u017D or a lone %E9: they come from escape(), and URL decoding fails on them.',
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→%C5%BDem%C4%97',
      '.example.com→TRUE→/→FALSE→1820000000→a→100%25',
    ],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→%u017Dem%u0117',
      '.example.com→TRUE→/→FALSE→1820000000→a→caf%E9',
    ],
  },
};

function bytesOfEscapes(run: string): string {
  return run.replace(/%(..)/g, (_escape, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
