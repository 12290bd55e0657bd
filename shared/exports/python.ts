import { fileExportTarget } from './file-export-target.ts';
import { pythonLine } from './python-line.ts';
import { pythonStages } from './python-stages.ts';
import { fileArgument } from './shells/shell-text.ts';

const SCRIPT = [
  'import sys, http.cookiejar, urllib.request',
  'jar = http.cookiejar.MozillaCookieJar(sys.argv[1])',
  'jar.load(ignore_discard=True)',
  'opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))',
  'sys.stdout.buffer.write(opener.open(sys.argv[2]).read())',
].join('; ');

/** A cookie file as Python's `MozillaCookieJar` wants it, and a command that fetches the address with it. */
export const python = fileExportTarget({
  id: 'python',
  name: 'Python (MozillaCookieJar)',
  description: 'A cookie file in the dialect of http.cookiejar, and a python3 command that sends it.',
  kind: 'program',
  stages: pythonStages,
  line: pythonLine,
  usedBy: ({ fileName, address }) => ({
    args: ['python3', '-c', SCRIPT, fileArgument(fileName), address],
  }),
});
