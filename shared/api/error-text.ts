import { ERROR_CODES, type ErrorCode, type ErrorData } from './app-error.ts';

/** A failure in three sentences for a person: what happened, what was and was not written, and what to do next. */
export interface ErrorText {
  readonly happened: string;
  readonly written: string;
  readonly next: string;
}

type Say = (data: ErrorData) => ErrorText;

/** Where in its work a save was when a call failed. */
const DURING: Readonly<Record<string, string>> = {
  check: 'while comparing it with what was read',
  create: 'while making the new file',
  write: 'while writing',
  sync: 'while bringing it to the disk',
  verify: 'while reading it back',
  mode: 'while setting its permissions',
  close: 'while closing it',
  safety: 'while keeping the old content',
  rename: 'while putting the new file in its place',
};

/** What a command has beyond a program and plain arguments (`CommandFault` of the formats). */
const COMMAND_FAULTS: Readonly<Record<string, string>> = {
  expansion: 'the shell would put the result of a variable or of another command into it.',
  operator: 'a pipe, a redirection or a second command on its line goes beyond one request.',
  'unclosed-quote': 'a quote in it is never closed. It may be cut off.',
  'other-program': 'it runs more than curl, wget, HTTPie or Invoke-WebRequest.',
  'no-address': 'it has cookies, but names no web address that they are for.',
  'no-cookies': 'it sends no cookies.',
  'only-a-file': 'it takes its cookies from a file, which was not read. Open that file itself.',
};

const NOTHING = 'Nothing was written.';
/** Said of a file that a failed save left alone. */
export const UNCHANGED = 'The file is as it was; nothing was written.';
/** The same where there is a document that goes on. */
export const KEPT = 'The file is as it was; your changes are kept in the document.';

const file = (data: ErrorData): string => text(data, 'path', 'The file');
const because = (data: ErrorData): string => {
  const errno = text(data, 'errno', '');
  const during = DURING[text(data, 'step', '')];
  return errno === '' ? '' : ` (${errno}${during === undefined ? '' : ` ${during}`})`;
};
const place = (data: ErrorData): string => {
  const line = data['line'];
  if (line === undefined) return '';
  const column = data['column'];
  return column === undefined ? ` at line ${line}` : ` at line ${line}, column ${column}`;
};
const amount = (value: string | number | boolean | undefined): string =>
  typeof value === 'number' ? ` (${(value / 2 ** 30).toFixed(1)} GiB)` : '';

const version = ({ version: number }: ErrorData): string =>
  number === undefined ? '' : ` (version ${number} of its tables)`;

function text(data: ErrorData, key: string, otherwise: string): string {
  const value = data[key];
  return value === undefined || value === '' ? otherwise : String(value);
}

/** A file cannot be made where there is no folder for it. */
function noFolder(data: ErrorData): ErrorText {
  const missing = data['reason'] !== 'not-a-folder';
  const folder = text(data, 'folder', '');
  return {
    happened: missing ? `The folder ${folder} does not exist.` : `${folder} is a file, not a folder.`,
    written: `${file(data)} was not made; nothing was written.`,
    next: missing ? 'Make that folder first, or choose another place.' : 'Choose another place.',
  };
}

/** Scenario: a save failed half-way, and the old bytes could not be put back. Where they are is the most important thing then. */
function leftElsewhere(said: ErrorText, oldContent: string): ErrorText {
  return {
    happened: said.happened,
    written: `The file may be damaged, but what it held before is whole in ${oldContent}, and your changes are kept in the document.`,
    next: 'Save to another place first; then put that copy back, or delete it when all is well: it holds cookies.',
  };
}

/** What is said of each code. */
const ADDRESS_TROUBLE: Readonly<Record<string, string>> = {
  'not-an-address': 'This is no address.',
  'other-scheme': 'Cookies go to http and https addresses only.',
  'no-host': 'The address names no host.',
};

const TEXTS = {
  'document-not-open': () => ({
    happened: 'This document is not open any more.',
    written: NOTHING,
    next: 'Open the file again.',
  }),
  'document-changed-on-disk': (data) => ({
    happened: `${file(data)} was changed by another program since it was read.`,
    written: KEPT,
    next: 'Reload to take its changes in, or keep yours and save again to overwrite them.',
  }),
  'document-read-only': (data) => ({
    happened: `${text(data, 'path', 'This document')} is read-only${data['reason'] === 'permission' ? ': its permissions, its owner or its disk forbid writing to it' : ''}.`,
    written: NOTHING,
    next: 'Save a copy under another name and work on that.',
  }),
  'document-has-no-file': (data) =>
    typeof data['format'] === 'string'
      ? {
          happened: `${file(data)} was read as a copy: nothing is written back into a file of the format ${data['format']}.`,
          written: NOTHING,
          next: 'Save it in another format: Save As in the window, "crumbs convert" on the command line.',
        }
      : {
          happened: 'This document has no file yet.',
          written: NOTHING,
          next: 'Use Save As to choose a place for it.',
        },
  'handle-unknown': () => ({
    happened: 'The file that was asked for is not one that you gave to Crumbs.',
    written: NOTHING,
    next: 'Choose the file again.',
  }),
  'file-missing': (data) =>
    data['folder'] === undefined
      ? {
          happened: `${file(data)} does not exist.`,
          written: NOTHING,
          next: 'Check the name, or save the document to create the file.',
        }
      : noFolder(data),
  'file-is-folder': (data) => ({
    happened: `${file(data)} is a folder.`,
    written: NOTHING,
    next: 'Choose a file in it.',
  }),
  'file-not-regular': (data) => ({
    happened: `${file(data)} is not an ordinary file${data['kind'] === undefined ? '' : ` but a ${data['kind']}`}.`,
    written: NOTHING,
    next: 'Copy its content to a file and open that; on the command line, "-" reads standard input.',
  }),
  'file-too-large': (data) => ({
    happened: `${file(data)} is too large${amount(data['size'])}: at most 1 GiB can be opened.`,
    written: NOTHING,
    next: 'Split the file and open the parts.',
  }),
  'file-permission-denied': (data) => ({
    happened:
      data['folder'] === undefined
        ? `You are not allowed to use ${text(data, 'path', 'the file')} in this way${because(data)}.`
        : `You are not allowed to make files in ${data['folder']}, which is needed for ${text(data, 'path', 'the file')}${because(data)}.`,
    written: UNCHANGED,
    next: 'Change its permissions or those of its folder, or save under another name.',
  }),
  'file-locked': (data) => ({
    happened: `${file(data)} is ${data['holder'] === undefined ? 'in use by another program' : `being saved by ${data['holder']}`}${because(data)}.`,
    written: UNCHANGED,
    next:
      data['holder'] === undefined
        ? 'Close the program that uses it and try again.'
        : 'Wait until it is done and save again.',
  }),
  'file-changed-while-reading': (data) => ({
    happened: `${file(data)} kept changing while it was being read.`,
    written: NOTHING,
    next: 'Wait until the program that writes it is done and open it again.',
  }),
  'read-failed': (data) => ({
    happened: `${file(data)} could not be read${because(data)}.`,
    written: NOTHING,
    next: 'Check the disk or the connection to it and try again.',
  }),
  'link-loop': (data) => ({
    happened: `${file(data)} is a symbolic link that leads back to itself.`,
    written: NOTHING,
    next: 'Repair the link or choose the file that it should lead to.',
  }),
  'disk-full': (data) => ({
    happened: `There is no room left for ${text(data, 'path', 'the file')}${because(data)}.`,
    written: KEPT,
    next: 'Free some space and save again, or save to another disk.',
  }),
  'disk-read-only': (data) => ({
    happened: `${file(data)} is on a disk that cannot be written to${because(data)}.`,
    written: KEPT,
    next: 'Save to another place.',
  }),
  'write-failed': (data) => ({
    happened: `${file(data)} could not be written${because(data)}.`,
    written: KEPT,
    next: 'Try again, or save to another place.',
  }),
  'verify-failed': (data) => ({
    happened: `What was written for ${text(data, 'path', 'the file')} did not read back as the same bytes.`,
    written: KEPT,
    next: 'The disk may be failing: save to another one.',
  }),
  'format-unknown': (data) => ({
    happened: `${file(data)} is not a cookie file that Crumbs knows.`,
    written: NOTHING,
    next: 'Open a cookies.txt or the JSON export of a browser extension, or name its format.',
  }),
  'format-web-page': (data) => ({
    happened: `${file(data)} is a web page.`,
    written: NOTHING,
    next: 'Download or export the cookie file itself: this is probably a login or an error page.',
  }),
  'format-image': (data) => ({
    happened: `${file(data)} is an image.`,
    written: NOTHING,
    next: 'Choose a cookie file.',
  }),
  'format-compressed': (data) => ({
    happened: `${file(data)} is compressed.`,
    written: NOTHING,
    next: 'Unpack it and open the file inside.',
  }),
  'format-database': (data) => ({
    happened: `${file(data)} is a database, but none in which Firefox or Chromium keeps cookies.`,
    written: NOTHING,
    next: 'Open cookies.sqlite of Firefox or Cookies of Chromium, or a file that was exported.',
  }),
  'database-damaged': (data) => ({
    happened: `${file(data)} is a damaged database, or only a part of one.`,
    written: 'Nothing of it was taken, for what is left may be wrong.',
    next: 'Close the browser and open its cookie store itself, or a whole copy of it.',
  }),
  'database-schema-unknown': (data) => ({
    happened: `${file(data)} keeps cookies in a way that Crumbs does not know${version(data)}.`,
    written: NOTHING,
    next: 'Export the cookies with an extension of that browser and open the export.',
  }),
  'format-json-other': (data) => ({
    happened: `${file(data)} is JSON, but not of cookies in a shape that Crumbs knows.`,
    written: NOTHING,
    next: 'Open the export of a cookie extension, a storageState file or a list of cookies.',
  }),
  'format-json-syntax': (data) => ({
    happened: `${file(data)} is not valid JSON${place(data)}.`,
    written: NOTHING,
    next: 'It may be cut off: export it again.',
  }),
  'format-json-too-deep': (data) => ({
    happened: `${file(data)} is JSON nested too deeply to be a cookie file.`,
    written: NOTHING,
    next: 'Choose another file.',
  }),
  'format-command': (data) => ({
    happened: `${file(data)} is a command that Crumbs does not take apart: ${COMMAND_FAULTS[text(data, 'fault', '')] ?? 'it is unusual.'}`,
    written: 'Nothing was run, and nothing was written.',
    next: 'Copy one request as a command in the developer tools of the browser, or paste its Cookie header alone.',
  }),
  'format-columns': (data) => ({
    happened: `${file(data)} is a table, but the names of its columns do not tell which one holds what.`,
    written: NOTHING,
    next: 'Open it in the window, or say what the columns are: --columns name,value,domain (nothing between two commas leaves one out).',
  }),
  'format-changed': (data) => ({
    happened: `${file(data)} became another kind of file: ${text(data, 'format', 'another cookie format')}.`,
    written: NOTHING,
    next: 'Open it anew to see what it is now. What you have here can be saved to another place.',
  }),
  'format-not-writable': (data) => ({
    happened: `A file of the format ${text(data, 'format', 'chosen')} cannot be written from this document.`,
    written: NOTHING,
    next: 'Choose another format.',
  }),
  'entry-not-found': () => ({
    happened: 'The line that was meant is not in the document any more.',
    written: NOTHING,
    next: 'Look at the list again and choose anew.',
  }),
  'edit-refused': (data) => ({
    happened: text(data, 'message', 'The text does not fit this field.'),
    written: 'The document is unchanged.',
    next: 'Correct the text and try again.',
  }),
  'query-invalid': (data) => ({
    happened: text(data, 'message', 'The query cannot be read.'),
    written: NOTHING,
    next: 'Correct the query; quotes around a phrase make it plain text.',
  }),
  'recipe-refused': (data) => ({
    happened: `The recipe cannot be used. ${text(data, 'message', '')}`.trim(),
    written: NOTHING,
    next: 'Change the recipe there.',
  }),
  'rule-unknown': (data) => ({
    happened: `There is no rule ${text(data, 'rule', 'of this name')}.`,
    written: NOTHING,
    next: 'Names of rules are shown with the problems and in "crumbs help check".',
  }),
  'target-unknown': (data) => ({
    happened: `There is no format or target ${text(data, 'target', 'of this name')}.`,
    written: NOTHING,
    next: text(data, 'known', '') === '' ? 'Choose one from the list.' : `Choose one of ${data['known']}.`,
  }),
  'client-unknown': (data) => ({
    happened: `There is no client ${text(data, 'client', 'of this name')}${data['version'] === true ? ' in such a version' : ''}.`,
    written: NOTHING,
    next:
      data['version'] === true
        ? 'Give a version as the program prints it, such as "curl 8.21.0", or none for the newest.'
        : `Choose one of ${text(data, 'known', 'the list')}.`,
  }),
  'address-unusable': (data) => ({
    happened: ADDRESS_TROUBLE[text(data, 'why', '')] ?? 'No cookies go to this address.',
    written: NOTHING,
    next: 'Give an address such as https://example.com/path.',
  }),
  'export-refused': (data) => ({
    happened: text(data, 'message', 'These cookies cannot be expressed in this way.'),
    written: NOTHING,
    next: 'Choose other cookies or another target.',
  }),
  'merge-outdated': () => ({
    happened: 'The document changed since it was compared.',
    written: NOTHING,
    next: 'Compare again and choose anew.',
  }),
  'merge-undecided': (data) => ({
    happened: `${text(data, 'open', 'Some')} ${data['open'] === 1 ? 'conflict is' : 'conflicts are'} still open.`,
    written: NOTHING,
    next: 'Choose a side for each of them.',
  }),
  'copy-unreadable': () => ({
    happened: 'The copy is gone, or what is in it now cannot be read as cookies.',
    written: NOTHING,
    next: 'Run the program again with a new copy.',
  }),
  'copy-unknown': () => ({
    happened: 'This copy is not there any more.',
    written: NOTHING,
    next: 'Make another one.',
  }),
  'view-not-open': () => ({
    happened: 'This list is not open any more.',
    written: NOTHING,
    next: 'Open the document again.',
  }),
  'request-invalid': (data) => ({
    happened: `The request was not understood${data['reason'] === undefined ? '' : ` (${data['reason']})`}.`,
    written: NOTHING,
    next: 'Check what was asked for; if you only used the window, this is a mistake in Crumbs.',
  }),
  'too-many-rows': (data) => ({
    happened: `That is more at once than Crumbs takes${data['limit'] === undefined ? '' : ` (${data['limit']})`}.`,
    written: NOTHING,
    next: 'Choose fewer.',
  }),
  cancelled: () => ({
    happened: 'Stopped as you asked.',
    written: 'The document is unchanged.',
    next: 'Start again whenever you like.',
  }),
  'internal-failure': () => ({
    happened: 'Something went wrong inside Crumbs.',
    written: 'Your document is kept as it was before this step.',
    next: 'Try again; if it happens twice, report what you did.',
  }),
} as const satisfies Record<ErrorCode, Say>;

/** What to tell a person of a failure. Total: a code of a newer engine reads as an internal failure. */
export function errorText(code: string, data: ErrorData = {}): ErrorText {
  const say: Say = isErrorCode(code) ? TEXTS[code] : TEXTS['internal-failure'];
  const said = say(data);
  const { oldContent } = data;
  return typeof oldContent === 'string' ? leftElsewhere(said, oldContent) : said;
}

/** True for the codes that this version knows. */
export function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}
