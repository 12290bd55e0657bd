import { unescapedQuotes } from '../clients/python/requests-library.ts';
import { doubleQuoted } from './literals.ts';
import { fileExportTarget } from './file-export-target.ts';
import { loadJar } from './python-code.ts';
import { pythonLine } from './python-line.ts';
import { pythonStages } from './python-stages.ts';
import { changed, each } from './sieve.ts';

const escapedQuotesAreLost = each(({ value }) =>
  unescapedQuotes(value) === value
    ? undefined
    : changed('requests takes the escaped quotation marks out of a value in quotation marks.'),
);

/** A cookie file, and a session of Python's requests that has its cookies. */
export const requests = fileExportTarget({
  id: 'requests',
  name: 'Python requests',
  description: 'A cookie file, and a session of requests that sends it.',
  kind: 'code',
  stages: (now) => [...pythonStages(now), escapedQuotesAreLost],
  line: pythonLine,
  usedBy: ({ fileName, address }) => ({
    code: [
      'import http.cookiejar',
      '',
      'import requests',
      '',
      ...loadJar(fileName),
      '',
      'session = requests.Session()',
      'session.cookies = jar',
      `response = session.get(${doubleQuoted(address)})`,
      'print(response.status_code, response.text)',
    ].join('\n'),
  }),
});
