import { showCount } from './numbers.ts';

/** The words of the privacy report. */
export const reportMessages = {
  title: 'Privacy Report',
  text: 'A page about what is stored, by whom, probably for what, and how long: to print, or to ask a site about. Cookie values are not in it.',
  site: 'Site that was visited (optional)',
  parties: (first: number, third: number, site: string) =>
    `Seen from ${site}: ${showCount(first)} first-party, ${showCount(third)} third-party.`,
  noSite: 'Without it, first- and third-party are not told apart.',
  as: 'Save as',
  html: 'A web page (HTML), which needs nothing beside itself',
  pdf: 'A PDF file',
  printHint: 'To get a PDF, open the page in a browser and print it.',
  save: 'Save…',
  done: (name: string) => `Wrote the report to ${name}`,
} as const;
