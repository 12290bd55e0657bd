import type { ErrorData } from './app-error.ts';
import type { Notice, NoticeCode } from './notice.ts';

/** A notice in two sentences for a person: what happened, and what that means or asks of them. */
export interface NoticeText {
  readonly happened: string;
  readonly next: string;
}

const said = (data: ErrorData, key: string): string => String(data[key] ?? '');

/** Why the mode of a file is what it was. */
function whyNotChanged(data: ErrorData): string {
  if (data['reason'] === 'read-only') return ', since it is read-only';
  if (data['reason'] === 'ignored') return ': its disk does not keep permissions';
  return data['errno'] === undefined ? '' : ` (${data['errno']})`;
}

function whatToDo(data: ErrorData): string {
  if (data['reason'] === 'read-only') return 'Allow writing to it first, or change its permissions yourself.';
  if (data['reason'] === 'ignored') return 'Move it to a folder of yours on another disk.';
  return 'Ask its owner to set mode 0600, or move it to a folder of your own.';
}

const TEXTS = {
  'mode-tightened': (data) => ({
    happened: `${said(data, 'path')} is closed to other users now: mode ${said(data, 'before')} → ${said(data, 'after')}.`,
    next: 'This took effect on disk at once; undo does not open the file again.',
  }),
  'mode-not-changed': (data) => ({
    happened: `The permissions of ${said(data, 'path')} could not be changed${whyNotChanged(data)}: it still has mode ${said(data, 'before')}.`,
    next: `Other users of this computer can still read it. ${whatToDo(data)}`,
  }),
  'ignored-in-git': (data) => ({
    happened: `Git passes over ${said(data, 'path')} now: a line was added to ${said(data, 'exclude')}.`,
    next: 'That holds for this copy of the repository. Undo does not take it back: remove the line for that.',
  }),
  'not-ignored-in-git': (data) => ({
    happened: `Git could not be told to pass over ${said(data, 'path')}${inBrackets(data)}.`,
    next: 'Add it to .gitignore yourself, or move it out of the repository.',
  }),
  'durability-uncertain': (data) => ({
    happened: `${said(data, 'path')} is saved, but the disk did not confirm it: a power cut now may undo that.`,
    next:
      data['oldContent'] === undefined
        ? 'Save again, or to another disk, before you rely on it.'
        : `What it held before is in ${said(data, 'oldContent')}. Save again, and delete that copy when all is well: it holds cookies.`,
  }),
  'old-content-kept': (data) => ({
    happened: `${said(data, 'path')} is saved, but the copy of what it held before could not be removed.`,
    next: `Delete ${said(data, 'oldContent')} when you do not need it: it holds cookies.`,
  }),
  'recovery-off': (data) => ({
    happened: `Unsaved changes of ${said(data, 'path')} cannot be kept for a crash${inBrackets(data)}.`,
    next: 'Editing and saving go on as always. Save soon; it is tried again with every change.',
  }),
  'version-not-kept': (data) => ({
    happened: `What ${said(data, 'path')} held before could not be kept as an earlier version${inBrackets(data)}.`,
    next: 'The file itself is as it should be. Look after the disk that holds the data folder.',
  }),
  'schema-newer': (data) => ({
    happened: `${said(data, 'path')} was written by a newer browser than Crumbs knows (version ${said(data, 'version')} of its tables).`,
    next: 'The columns that are known were read. Compare some cookies with the browser before you rely on them.',
  }),
} as const satisfies Record<NoticeCode, (data: ErrorData) => NoticeText>;

/** The system's word for a failure, where there is one. */
function inBrackets(data: ErrorData): string {
  const errno = said(data, 'errno');
  return errno === '' ? '' : ` (${errno})`;
}

/** What to tell a person of a notice. */
export function noticeText({ code, data }: Notice): NoticeText {
  return TEXTS[code](data);
}
