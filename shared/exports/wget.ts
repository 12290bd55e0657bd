import { canonicalLine } from '../formats/canonical-line.ts';
import { fileExportTarget } from './file-export-target.ts';
import { each } from './sieve.ts';
import { wgetStages } from './wget-stages.ts';

const sessionNeedsOption = each(({ expiryTime }) =>
  expiryTime === undefined
    ? {
        code: 'needs-option',
        message:
          'A session cookie: wget2 loads it, and either saves it, only with --keep-session-cookies, which the command has.',
        written: true,
      }
    : undefined,
);

/** A cookie file for wget, without the HttpOnly mark, and the command that uses it. */
export const wget = fileExportTarget({
  id: 'wget',
  name: 'wget',
  description: 'A cookie file without HttpOnly marks, and the wget command that sends it.',
  kind: 'program',
  stages: (now) => [...wgetStages(now), sessionNeedsOption],
  line: (cookie) => canonicalLine(cookie, false),
  usedBy({ fileName, address }, written) {
    const hasSession = written.some(({ expiryTime }) => expiryTime === undefined);
    const option = hasSession ? ['--keep-session-cookies'] : [];
    return { args: ['wget', `--load-cookies=${fileName}`, ...option, address] };
  },
});
