import { countOf, showCount } from './numbers.ts';

/** What the export dialog says. */
export const exportMessages = {
  title: 'Export',
  label: 'Export to',
  formats: 'Files',
  commands: 'For programs',
  scope: 'Cookies',
  selection: (count: number) => `Selected (${showCount(count)})`,
  matches: (count: number) => `Shown (${showCount(count)})`,
  all: (count: number) => `All (${showCount(count)})`,
  url: 'URL',
  urlHint: 'https://example.com/',
  needsUrl: 'Say which address the command is for.',
  inline: 'Put values into the command itself',
  inlineHint: 'Commands end up in histories and process lists; a cookie file does not.',
  fileName: 'File name',
  summary: (entries: number, sites: number) => `${countOf(entries, 'cookie')} of ${countOf(sites, 'site')}`,
  lost: 'What gets lost',
  nothingLost: 'Nothing gets lost.',
  preview: 'Preview',
  command: 'Command',
  copyCommand: 'Copy command',
  save: 'Save file…',
  refused: 'This cannot be exported',
  saved: (file: string) => `Exported ${file}`,
  copied: 'Command copied',
} as const;
