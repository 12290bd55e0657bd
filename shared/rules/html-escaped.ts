import { Trait } from '../table/columns.ts';
import { hasEntity, unescaped } from './reading/html-text.ts';
import type { EntryPatch, RowRule } from './rule.ts';

const TEXT_FIELDS = ['path', 'name', 'value'] as const;

export const htmlEscaped: RowRule = {
  id: 'html-escaped',
  scope: 'row',
  severity: 'warning',
  field: 'value',
  traits: Trait.valueSeparator | Trait.nameSeparator | Trait.pathOddCharacter,
  title: 'HTML escapes in the text',
  rationale:
    'Text that was copied out of the source of a web page has escapes such as &amp; for signs, and clients send those letters as they stand.',
  source:
    'RFC 6265bis §4.1.1 (no semicolon in a value); HTML, named character references; Hitomi Downloader issue 1784',
  fixNeedsChoice: true,
  check: (entry, row) => TEXT_FIELDS.some((field) => hasEntity(entry.field(row, field))),
  message: () =>
    'HTML escapes such as "&amp;" or "&quot;" stand in the text: clients send them as they are, and servers do not know the cookie.',
  fix: (entry): EntryPatch => {
    const patch: { path?: string; name?: string; value?: string } = {};
    for (const field of TEXT_FIELDS) if (hasEntity(entry[field])) patch[field] = unescaped(entry[field]);
    return patch;
  },
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→b&c', '.example.com→TRUE→/→FALSE→1820000000→a→b&copy;'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→b&amp;c',
      '.example.com→TRUE→/→FALSE→1820000000→a→&quot;b&quot;',
      '.example.com→TRUE→/→FALSE→1820000000→a→it&#39;s',
      '.example.com→TRUE→/a&amp;b→FALSE→1820000000→a→1',
      '.example.com→TRUE→/→FALSE→1820000000→a→&amp;amp;lt;',
    ],
  },
};
