import { headerLine } from './reading/kept-line.ts';
import { columnsByWrittenTabs, isHeaderText, withoutTags } from './reading/short-line.ts';
import { counted } from './reading/words.ts';
import type { UnparsedRule } from './rule.ts';

export const tooFewFields: UnparsedRule = {
  id: 'too-few-fields',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Too few fields',
  rationale:
    'A cookie line has seven fields with a TAB between, and a shorter one is dropped by curl, wget, aria2 and yt-dlp and makes Python refuse the file.',
  source: 'F67; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (reason, entry, row) => {
    const line = entry.line(row);
    return (
      reason === 'too-few-fields' &&
      headerLine(line) === undefined &&
      !line.startsWith('$') &&
      !isHeaderText(line) &&
      columnsByWrittenTabs(line) === undefined &&
      withoutTags(line) === undefined
    );
  },
  explain: (entry, row) => ({ fields: entry.line(row).split('\t').length }),
  message: (data) =>
    `The line has ${counted(data, 'fields', 'field')} of seven: curl, wget and aria2 drop it, Python refuses the file.`,
  examples: {
    pass: [
      '$Version: 1',
      '.example.com→TRUE→/→FALSE→1820000000→a→',
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
    ],
    fail: ['not a cookie', '.example.com→TRUE→/→FALSE→1820000000', 'example.com→FALSE→/'],
  },
};
