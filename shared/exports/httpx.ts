import { doubleQuoted } from './literals.ts';
import { fileExportTarget } from './file-export-target.ts';
import { loadJar } from './python-code.ts';
import { pythonLine } from './python-line.ts';
import { pythonStages } from './python-stages.ts';

/** A cookie file, and a client of Python's httpx that has its cookies. */
export const httpx = fileExportTarget({
  id: 'httpx',
  name: 'Python httpx',
  description: 'A cookie file, and a client of httpx that sends it.',
  kind: 'code',
  stages: pythonStages,
  line: pythonLine,
  usedBy: ({ fileName, address }) => ({
    code: [
      'import http.cookiejar',
      '',
      'import httpx',
      '',
      ...loadJar(fileName),
      '',
      'with httpx.Client(cookies=jar) as client:',
      `    response = client.get(${doubleQuoted(address)})`,
      '    print(response.status_code, response.text)',
    ].join('\n'),
  }),
});
