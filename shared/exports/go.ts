import { headerExportTarget } from './header-export-target.ts';
import { doubleQuoted } from './literals.ts';

interface GoProgram {
  readonly imports: readonly string[];
  /** The lines that make `cookie`. */
  readonly cookie: readonly string[];
  readonly address: string;
}

const FAILS = ['\tif err != nil {', '\t\tpanic(err)', '\t}'];

function program({ imports, cookie, address }: GoProgram): string {
  return [
    'package main',
    '',
    'import (',
    ...imports.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...cookie,
    `\trequest, err := http.NewRequest("GET", ${doubleQuoted(address)}, nil)`,
    ...FAILS,
    '\trequest.Header.Set("Cookie", cookie)',
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...FAILS,
    '\tdefer response.Body.Close()',
    '\tfmt.Println(response.Status)',
    '\tio.Copy(os.Stdout, response.Body)',
    '}',
  ].join('\n');
}

/** The cookies of one request in a file, and a Go program that sends them. */
export const go = headerExportTarget({
  id: 'go',
  name: 'Go',
  description: 'The cookies for an address in a file, and a Go program that sends them with net/http.',
  kind: 'code',
  usedBy: ({ fileName, address }) => ({
    code: program({
      imports: ['fmt', 'io', 'net/http', 'os', 'strings'],
      cookie: [
        `\tbytes, err := os.ReadFile(${doubleQuoted(fileName)})`,
        ...FAILS,
        '\tcookie := strings.TrimRight(string(bytes), "\\r\\n")',
      ],
      address,
    }),
  }),
  inline: (pairs, address) =>
    program({
      imports: ['fmt', 'io', 'net/http', 'os'],
      cookie: [`\tcookie := ${doubleQuoted(pairs)}`],
      address,
    }),
});
