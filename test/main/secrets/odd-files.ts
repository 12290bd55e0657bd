import fs from 'node:fs';
import path from 'node:path';
import { type Canary, canary } from './canaries.ts';

/** A cookie file with canaries for values. */
export interface OddFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly canaries: readonly Canary[];
  /** Those of them that are no cookie's value, so that nothing reveals them. */
  readonly elsewhere?: readonly Canary[];
}

const CLIENT_FILES = 'test/fixtures/clients/files';
const FORMAT_FILES = 'test/fixtures/formats';

/** Makes canaries and keeps them. */
export function canaryBook(first: number) {
  const canaries: Canary[] = [];
  return { canaries, next: (): string => added(canaries, canary(first + canaries.length)) };
}

function added(canaries: Canary[], one: Canary): string {
  canaries.push(one);
  return one.text;
}

/** The lines that were met in the wild or measured with clients, with canaries for their values. */
export function clientFiles(): OddFile[] {
  return fs
    .readdirSync(CLIENT_FILES)
    .filter((name) => /^[cfhjopv]/.test(name) && fs.statSync(path.join(CLIENT_FILES, name)).size < 8192)
    .map((name, at) => {
      const book = canaryBook(1000 * (at + 1) + at);
      const bytes = fs.readFileSync(path.join(CLIENT_FILES, name));
      const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
      const text = bytes.toString(isUtf16 ? 'utf16le' : 'latin1');
      const told = text.replace(/[^\r\n]+/g, (line) => withCanaries(line, book.next));
      return { name, bytes: Buffer.from(told, isUtf16 ? 'utf16le' : 'latin1'), canaries: book.canaries };
    });
}

/** The line with a canary for each of its values: the seventh column and all behind it, or what follows `n=` or `n `. */
function withCanaries(line: string, next: () => string): string {
  const columns = line.split('\t');
  if (columns.length > 6) {
    return columns.map((column, at) => (at < 6 || column === '' ? column : next())).join('\t');
  }
  return line.replace(/(?<=[=\s])(?:v|x|1)(?=$|[;\s])/g, () => next());
}

/** Lines in which a value stands where it does not belong; each takes its value from `v`. */
export const SHIFTED: Readonly<Record<string, (v: () => string) => string>> = {
  'name and value in one column': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid=${v()}`,
  'name and value in one column, and a value': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid=${v()}\t${v()}`,
  'a Set-Cookie header for a name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid=${v()}; Path=/; Secure\t`,
  'a Cookie header for a name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid=${v()}; auth=${v()}\t`,
  'a colon behind the name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid: ${v()}\t1`,
  'a blank behind the name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid ${v()}\t`,
  'JSON for a name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\t{"sid":"${v()}"}\t1`,
  'an encoded pair for a name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid%3D${v()}\t1`,
  'no expiry': (v) => `.example.com\tTRUE\t/\tTRUE\tsid\t${v()}`,
  'no expiry, and a TAB at the end': (v) => `.example.com\tTRUE\t/\tTRUE\tsid\t${v()}\t`,
  'no expiry, and a TAB in the value': (v) => `.example.com\tTRUE\t/\tTRUE\tsid\t${v()}\t${v()}`,
  'no flag': (v) => `.example.com\t/\tTRUE\t0\tsid\t${v()}`,
  'no flag, and a size': (v) => `.example.com\t/\tTRUE\t0\tsid\t${v()}\t24`,
  'no path': (v) => `.example.com\tTRUE\tTRUE\t0\tsid\t${v()}`,
  'no path and no flag': (v) => `.example.com\tTRUE\t0\tsid\t${v()}`,
  'no secure flag': (v) => `.example.com\tTRUE\t/\t0\tsid\t${v()}`,
  'no secure flag, and a comment': (v) => `.example.com\tTRUE\t/\t0\tsid\t${v()}\tmine`,
  'no name': (v) => `.example.com\tTRUE\t/\tTRUE\t0\t${v()}`,
  'no name, and a TAB at the end': (v) => `.example.com\tTRUE\t/\tTRUE\t0\t${v()}\t`,
  'no domain': (v) => `TRUE\t/\tTRUE\t0\tsid\t${v()}`,
  'no domain, and a size': (v) => `TRUE\t/\tTRUE\t0\tsid\t${v()}\t24`,
  'the value first': (v) => `${v()}\t.example.com\tTRUE\t/\tTRUE\t0\tsid`,
  'name and value first': (v) => `sid\t${v()}\t.example.com\t/\t0\tTRUE\tTRUE`,
  'the order of the inspector': (v) => `sid\t${v()}\t.example.com\t/\t2027-01-01T00:00:00.000Z\t24\t✓`,
  'value for the domain': (v) => `${v()}\tTRUE\t/\tTRUE\t0\tsid\t.example.com`,
  'value for the flag': (v) => `.example.com\t${v()}\t/\tTRUE\t0\tsid\t1`,
  'value for the path': (v) => `.example.com\tTRUE\t${v()}\tTRUE\t0\tsid\t1`,
  'value in the path': (v) => `.example.com\tTRUE\t/a;jsessionid=${v()}\tTRUE\t0\tsid\t1`,
  'value in a query of the path': (v) => `.example.com\tTRUE\t/a?sid=${v()}\tTRUE\t0\tsid\t1`,
  'value for the secure flag': (v) => `.example.com\tTRUE\t/\t${v()}\t0\tsid\t1`,
  'value for the expiry': (v) => `.example.com\tTRUE\t/\tTRUE\t${v()}\tsid\t1`,
  'eight columns': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}\t${v()}`,
  'eight columns, doubled TAB': (v) => `.example.com\tTRUE\t/\t\tTRUE\t0\tsid\t${v()}`,
  'nine columns': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}\t24\t${v()}`,
  'eight columns, a number first': (v) => `1\t.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}`,
  'five columns': (v) => `.example.com\tTRUE\t/\tTRUE\t${v()}`,
  'two columns': (v) => `sid\t${v()}`,
  'blanks for TABs': (v) => `.example.com TRUE / TRUE 0 sid ${v()}`,
  'blanks for TABs, no name': (v) => `.example.com TRUE / TRUE 0 ${v()}`,
  'blanks for TABs, no expiry': (v) => `.example.com TRUE / TRUE sid ${v()}`,
  'blanks for TABs, one column': (v) => `.example.com TRUE / TRUE 0 sid=${v()}`,
  'blanks for TABs, value first': (v) => `${v()} TRUE / TRUE 0 sid 1`,
  'a wrapped line': (v) => `.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}\n${v()}`,
  'a line wrapped before the name': (v) => `.example.com\tTRUE\t/\tTRUE\n0\tsid\t${v()}`,
  'a line wrapped in its columns': (v) => `.example.com\nTRUE\t/\tTRUE\t0\tsid\t${v()}`,
  'a Set-Cookie line': (v) => `Set-Cookie: sid=${v()}; Path=/; HttpOnly`,
  'a Cookie line': (v) => `Cookie: sid=${v()}; b=${v()}`,
  'a pair': (v) => `sid=${v()}`,
  'a bare value': (v) => v(),
  'JSON in a line': (v) => `{"name":"sid","value":"${v()}","domain":".example.com"}`,
  'a command': (v) => `curl -b 'sid=${v()}' https://www.example.com/`,
  'a comment with a Set-Cookie line': (v) => `# Set-Cookie: sid=${v()}; Path=/`,
  'a comment with a pair': (v) => `# sid=${v()}; Path=/`,
  'a comment with a pair and more': (v) => `#was sid=${v()} ${v()}`,
  'a comment with a note': (v) => `# token: ${v()}`,
  'a comment with a bare value': (v) => `# ${v()}`,
  'a comment with JSON': (v) => `#{"sid":"${v()}"}`,
  'a comment with an address': (v) => `# https://www.example.com/in?sid=${v()}#${v()}`,
  'a comment with an address and a password': (v) =>
    `# https://me:${v().replace(/[^0-9A-Za-z]/g, '')}@www.example.com/`,
  'an entry commented out': (v) => `#.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}`,
  'an entry commented out, in one column': (v) => `# .example.com\tTRUE\t/\tTRUE\t0\tsid=${v()}`,
  'an entry commented out, no expiry': (v) => `#.example.com\tTRUE\t/\tTRUE\tsid\t${v()}`,
  'an entry commented out, with blanks': (v) => `# .example.com TRUE / TRUE 0 sid ${v()}`,
  'a misspelt mark': (v) => `#httponly_.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}`,
  'a misspelt mark, no expiry': (v) => `# HttpOnly_.example.com\tTRUE\t/\tTRUE\tsid\t${v()}`,
  'a mark, no expiry': (v) => `#HttpOnly_.example.com\tTRUE\t/\tTRUE\tsid\t${v()}`,
  'a mark, one column': (v) => `#HttpOnly_.example.com\tTRUE\t/\tTRUE\t0\tsid=${v()}`,
  'a doubled mark': (v) => `#HttpOnly_#HttpOnly_.example.com\tTRUE\t/\tTRUE\t0\tsid\t${v()}`,
  'a header with more': (v) => `# Netscape HTTP Cookie File generated by ${v()}`,
};

/** Files of such lines: one for each kind of line, with values of several shapes. */
export function shiftedFiles(shapes: number): OddFile[] {
  return Object.entries(SHIFTED).map(([name, line], kind) => {
    const canaries: Canary[] = [];
    const header = name === 'a header with more' ? [] : ['# Netscape HTTP Cookie File'];
    const lines = Array.from({ length: shapes }, (_, at) =>
      line(() => added(canaries, canary(500_000 + kind * 1000 + canaries.length, kind + at))),
    );
    const control = added(canaries, canary(900_000 + kind));
    const text = [...header, ...lines, `.example.com\tTRUE\t/\tTRUE\t0\tplain\t${control}`, ''].join('\n');
    return { name: `${name}.txt`, bytes: Buffer.from(text), canaries };
  });
}

/** JSON as extensions and tools write it, well and badly formed, under its own name and as a text file. */
export function jsonFiles(): OddFile[] {
  const exports = fs
    .readdirSync(FORMAT_FILES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.includes('deep'));
  return [
    ...exports.map((name, at) => exportFile(name, 2000 * (at + 1) + 7)),
    ...Object.entries(ODD_JSON).map(([name, text], at) => {
      const book = canaryBook(700_000 + at * 100);
      return { name: `${name}.txt`, bytes: Buffer.from(text(book.next)), canaries: book.canaries };
    }),
  ];
}

function exportFile(name: string, seed: number): OddFile {
  const book = canaryBook(seed);
  const [cookies = '', ...others] = fs
    .readFileSync(path.join(FORMAT_FILES, name), 'utf8')
    .split(/(?="(?:origins|headers)")/);
  const head = withJsonCanaries(cookies, book.next);
  const known = book.canaries.length;
  const text = head + others.map((part) => withJsonCanaries(part, book.next)).join('');
  return {
    name: name.replace(/\.json$/, '.txt'),
    bytes: Buffer.from(text),
    canaries: book.canaries,
    elsewhere: book.canaries.slice(known),
  };
}

function withJsonCanaries(text: string, next: () => string): string {
  return text.replace(
    /("(?:value|Content raw)"\s*:\s*)"(?:[^"\\]|\\.)*"/g,
    (_all, key: string) => key + JSON.stringify(next()),
  );
}

const element = (fields: object): string =>
  JSON.stringify({
    domain: '.example.com',
    path: '/',
    secure: true,
    httpOnly: false,
    hostOnly: false,
    ...fields,
  });

const ODD_JSON: Readonly<Record<string, (v: () => string) => string>> = {
  'json name holds the value': (v) =>
    `[${element({ name: `sid=${v()}`, value: '' })},${element({ name: `sid=${v()}; Path=/`, value: v() })}]`,
  'json value of the wrong type': (v) =>
    `[${element({ name: 'a', value: { inner: v() } })},${element({ name: 'b', value: [v()] })}]`,
  'json without a name': (v) => `[${element({ value: v() })},${element({ name: 'c', value: v() })}]`,
  'json domain is the value': (v) =>
    `[${element({ name: 'a', domain: v(), value: 'x' })},${element({ name: 'c', value: v() })}]`,
  'json path is the value': (v) =>
    `[${element({ name: 'a', path: v(), value: 'x' })},${element({ name: 'c', value: v() })}]`,
  'json expiry is the value': (v) =>
    `[${element({ name: 'a', expirationDate: v(), value: 'x' })},${element({ name: 'c', value: v() })}]`,
  'json key twice': (v) =>
    `[{"domain":".example.com","path":"/","name":"a","value":${JSON.stringify(v())},"value":${JSON.stringify(v())}}]`,
  'json value with TABs and line breaks': (v) =>
    `[${element({ name: 'a', value: `${v()}\t${v()}\n${v()}` })}]`,
  'json name with a TAB': (v) => `[${element({ name: `a\t${v()}`, value: v() })}]`,
  'json cut off': (v) =>
    `[${element({ name: 'a', value: v() })},{"name":"b","value":"${v().replace(/["\\]/g, '')}`,
  'json with a comma too many': (v) => `[${element({ name: 'a', value: v() })},]`,
  'json unquoted': (v) => `[{name: "a", value: ${v()}}]`,
  'json of something else': (v) => JSON.stringify({ token: v(), nested: { value: v() } }),
  'json string': (v) => JSON.stringify(v()),
  'json numbers': (v) => `[${element({ name: 'a', value: v(), sameSite: v(), storeId: 4 })}]`,
};
