/** Where an input of the catalogue is tried, which is no text: a file of tests, and words that are in it. */
export interface Elsewhere {
  readonly number: number;
  readonly file: string;
  readonly words: string;
}

const read = 'test/main/files/read-file.test.ts';
const save = 'test/main/files/save-file.test.ts';
const commands = 'test/shared/formats/copied-command/copied-command.test.ts';
const databases = 'test/main/databases/hostile.test.ts';
const here = 'test/main/bad-inputs/others.test.ts';

export const ELSEWHERE: readonly Elsewhere[] = [
  { number: 16, file: read, words: 'a file of more than 1 GiB' },
  { number: 17, file: 'test/end-to-end/million-lines.test.ts', words: 'million' },
  { number: 18, file: here, words: 'one line of 200 MB' },
  { number: 20, file: read, words: 'the memory of a process' },
  { number: 21, file: read, words: 'a pipe nobody writes to' },
  { number: 22, file: read, words: 'file-is-folder' },
  { number: 23, file: read, words: 'a loop of links' },
  { number: 24, file: save, words: 'makes the file that a link to nothing points to' },
  { number: 25, file: save, words: 'writes the file behind a symbolic link, in its own folder' },
  { number: 26, file: save, words: 'lets both names of a hard-linked file see the change' },
  {
    number: 27,
    file: read,
    words: 'says that a file without a write bit cannot be written, to root as well',
  },
  { number: 28, file: 'test/main/documents/permissions.test.ts', words: '0o600' },
  { number: 29, file: save, words: 'saves a name that is not UTF-8, new and again' },
  {
    number: 30,
    file: 'test/main/electron/other-machines.test.ts',
    words: 'is touched only when the person agrees',
  },
  { number: 31, file: read, words: 'a path with a NUL byte' },
  { number: 32, file: here, words: 'trailing' },
  { number: 84, file: here, words: 'JSON of 300,000 cookies on one line' },
  {
    number: 94,
    file: 'test/shared/formats/har/har.test.ts',
    words: 'a body of many megabytes is passed over in slices',
  },
  { number: 96, file: databases, words: "'96: what was half done when the browser died" },
  { number: 97, file: databases, words: "'97: a store that a running browser holds locked" },
  { number: 98, file: 'test/main/databases/schemas.test.ts', words: 'before there was a hash in front' },
  { number: 99, file: databases, words: "'99: a table that lost a column" },
  { number: 100, file: databases, words: "'100: a trigger, an index and a computed column" },
  { number: 101, file: databases, words: "'101: a store that was cut off" },
  { number: 104, file: commands, words: 'with its options in another manner is read' },
  { number: 105, file: commands, words: 'that is more than one is refused and says why' },
  { number: 106, file: commands, words: '-b @jar.txt' },
  { number: 107, file: here, words: '(a+)+$' },
  { number: 108, file: 'test/shared/document/query.test.ts', words: 'no regular expression' },
  { number: 109, file: here, words: 'a query of a megabyte' },
  { number: 110, file: here, words: '100,000 arguments' },
  { number: 111, file: 'test/main/cli/process.test.ts', words: 'reads standard input' },
  { number: 112, file: 'test/main/web/gate.test.ts', words: 'answers $is with $status' },
  {
    number: 112,
    file: 'test/faults/hostile-clients.test.ts',
    words: 'a call without the secret, and another behind it',
  },
  { number: 113, file: 'test/main/electron/desktop-methods.test.ts', words: '__proto__' },
  {
    number: 113,
    file: 'test/main/electron/checklist.test.ts',
    words: 'whatever is sent, a call is answered',
  },
  { number: 114, file: 'test/end-to-end/desktop.test.ts', words: 'of what is dropped only cookie files' },
  {
    number: 114,
    file: 'test/main/electron/security.test.ts',
    words: 'a page can neither navigate, nor open a window, nor embed a page',
  },
  { number: 115, file: 'test/main/electron/arguments.test.ts', words: '--inspect=0' },
  { number: 115, file: 'test/main/electron/arguments.test.ts', words: '10 MB' },
];
