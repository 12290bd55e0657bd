import { countOf, showCount } from './numbers.ts';

interface Counts {
  readonly unfit: number;
  readonly new: number;
  readonly line: number;
  readonly changed: number;
  readonly identical: number;
  readonly repeated: number;
}

/** What the window says of cookies that come into a document, and of copies of them. */
export const transferMessages = {
  title: {
    paste: (title: string) => `Paste into ${title}`,
    import: (from: string, title: string) => `Import ${from} into ${title}`,
    copy: (from: string, title: string) => `Copy from ${from} to ${title}`,
    move: (from: string, title: string) => `Move from ${from} to ${title}`,
  },
  text: 'Nothing changes until you take it over. It is one step that you can undo.',
  moveText: 'What is taken over leaves the other document. It is one step in each, undone each on its own.',
  counts: (counts: Counts) =>
    [
      ...(counts.new > 0 ? [`${showCount(counts.new)} new`] : []),
      ...(counts.changed > 0 ? [`${showCount(counts.changed)} changed`] : []),
      ...(counts.identical > 0 ? [`${showCount(counts.identical)} already there`] : []),
      ...(counts.line > 0 ? [countOf(counts.line, 'further line')] : []),
      ...(counts.repeated > 0 ? [`${showCount(counts.repeated)} repeated`] : []),
      ...(counts.unfit > 0 ? [`${showCount(counts.unfit)} left out`] : []),
    ].join(' · '),
  standing: {
    new: 'New',
    line: 'Line',
    changed: 'Changed',
    identical: 'Already there',
    repeated: 'Repeated',
    unfit: 'Left out',
  },
  why: {
    unfit: 'This document’s format cannot hold it.',
    repeated: 'The same cookie comes again further down, and the last one counts.',
    identical: '',
    new: '',
    line: '',
    changed: '',
  },
  replace: (count: number) =>
    `Replace ${count === 1 ? 'the entry' : `the ${showCount(count)} entries`} that differ`,
  take: (subject: string) => `Take ${subject}`,
  more: (count: number) => `Show ${showCount(count)} more`,
  lost: 'What gets lost',
  apply: {
    paste: (count: number) => (count === 0 ? 'Paste' : `Paste ${showCount(count)}`),
    import: (count: number) => (count === 0 ? 'Import' : `Import ${showCount(count)}`),
    copy: (count: number) => (count === 0 ? 'Copy' : `Copy ${showCount(count)}`),
    move: () => 'Move',
  },
  nothing: 'All of it is in the document already.',
  headerText:
    'A header says names and values alone. The cookies are added for this host only, for every path, until the session ends, and for HTTPS only unless the address begins with http://.',
  site: 'Site that it was sent to',
  sitePlaceholder: 'www.example.com',
  setCookie: 'These are Set-Cookie headers: say where they came from.',
  setCookieFile: (title: string) =>
    `${title} holds Set-Cookie headers. Paste them into the Set-Cookie panel.`,
  show: (title: string) => `Show ${title}`,
  copyAs: 'Copy as',
  forms: {
    value: 'Value',
    name: 'Name',
    table: 'Table',
    netscape: 'Netscape lines',
    json: 'JSON',
    header: 'Cookie header',
    headerFor: 'Cookie header for…',
  },
  send: {
    title: { copy: 'Copy to…', move: 'Move to…' },
    text: (count: number) => `Choose where to put ${countOf(count, 'line')} of this document.`,
    create: 'A new document',
    copy: 'Copy to',
    move: 'Move to',
    choose: 'Another document',
  },
  headerFor: {
    title: 'Copy Cookie header',
    text: 'Only what a browser would send to this address, in its order.',
    url: 'Address',
  },
} as const;
