import { countOf, showCount } from './numbers.ts';

/** What the window says of throw-away copies. */
export const runCopyMessages = {
  title: 'Copy for one run',
  text: 'yt-dlp, gallery-dl, curl and wget rewrite the file that they are given, and lose comments and marks. Give them a copy: Crumbs watches it, takes over what they changed, and deletes it.',
  program: 'For',
  url: 'Address',
  scope: { selection: (count: number) => `Selected cookies only (${showCount(count)})` },
  make: 'Make the copy',
  command: 'Run this in a terminal',
  copied: 'Command copied',
  copy: 'Copy command',
  delete: 'Delete the copy',
  later: 'Close',
  holds: (count: number) => `The copy holds ${countOf(count, 'cookie')}, and only you can read it (0600).`,
  loss: (message: string, count: number) => `${message} (${countOf(count, 'cookie')})`,
  moreLosses: (count: number) => `And ${countOf(count, 'remark')} more: Export says all of them.`,
  take: 'Take over',
  dropped: (count: number) =>
    count === 1
      ? 'Remove the cookie it dropped as well'
      : `Remove the ${showCount(count)} it dropped as well`,
  state: {
    waiting: (program: string) => `Waiting for ${program} to write the copy.`,
    changed: (program: string) => `${program} changed the copy:`,
    same: (program: string) => `Nothing that ${program} wrote is missing here.`,
    unreadable: (program: string) => `What ${program} left in the copy cannot be read as cookies.`,
    gone: () => 'The copy is gone from the disk.',
  },
  bar: (program: string) => `A copy for ${program} is on disk.`,
  show: 'Show…',
} as const;

/** What the window says of files for bug reports. */
export const redactMessages = {
  title: 'Redact for sharing',
  text: 'Opens a copy in a new tab in which every value is another one of the same length and shape, the same one wherever it was the same. Comments, and names, paths and domains that look like secrets, are replaced as well. The problems stay, so the copy can go into a bug report.',
  stays:
    'Domains, plain names, paths and times stay as they are: choose only the sites that others may know of.',
  apply: 'Make a redacted copy',
  done: (title: string) => `${title} holds no value of the file. Look through it, then save it.`,
} as const;
