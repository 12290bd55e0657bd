import { countOf } from './numbers.ts';

/** What the window says when a document goes on in another format. */
export const saveAsMessages = {
  title: 'Save in another format',
  text: 'The document goes on as the new file; the file that it was opened from stays as it is.',
  copyOf: (formatName: string, at: string) =>
    `This is a copy of ${formatName} as of ${at}. Nothing is written back there: save it as a file of your own.`,
  format: 'Format',
  asNow: (name: string) => `${name} (as now)`,
  looking: 'Looking for what the format cannot hold…',
  lost: 'What this format cannot hold',
  nothingLost: 'Nothing is lost: the format holds all that is known of these cookies.',
  unparsed: (count: number) =>
    `${countOf(count, 'row')} that could not be read as a cookie will be left out.`,
  save: 'Save…',
} as const;
