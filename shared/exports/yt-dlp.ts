import { fileExportTarget } from './file-export-target.ts';
import { pythonStages } from './python-stages.ts';
import { fileArgument } from './shells/shell-text.ts';
import { each } from './sieve.ts';

const httpOnlyIsForgotten = each(({ httpOnly }) =>
  httpOnly
    ? {
        code: 'attribute-lost',
        attribute: 'httpOnly',
        message: 'yt-dlp writes the file anew when it ends, without HttpOnly marks.',
        written: true,
      }
    : undefined,
);

/** A cookie file for yt-dlp and the command that uses it. */
export const ytDlp = fileExportTarget({
  id: 'yt-dlp',
  name: 'yt-dlp',
  description:
    'A cookie file, and the yt-dlp command that sends it. yt-dlp writes the file anew when it ends.',
  kind: 'program',
  stages: (now) => [...pythonStages(now), httpOnlyIsForgotten],
  usedBy: ({ fileName, address }) => ({ args: ['yt-dlp', '--cookies', fileArgument(fileName), address] }),
});
