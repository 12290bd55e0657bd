import { canonicalLine } from '../formats/canonical-line.ts';
import { aria2Stages } from './aria2-stages.ts';
import { fileExportTarget } from './file-export-target.ts';

/** A cookie file for aria2, without the HttpOnly mark, and the command that uses it. */
export const aria2 = fileExportTarget({
  id: 'aria2',
  name: 'aria2',
  description: 'A cookie file without HttpOnly marks, and the aria2c command that sends it.',
  kind: 'program',
  stages: aria2Stages,
  line: (cookie) => canonicalLine(cookie, false),
  usedBy: ({ fileName, address }) => ({ args: ['aria2c', `--load-cookies=${fileName}`, address] }),
});
