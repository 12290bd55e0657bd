import { canonicalLine } from '../formats/canonical-line.ts';
import { aria2Stages } from './aria2-stages.ts';
import { curlStages } from './curl-stages.ts';
import { fileExportTarget } from './file-export-target.ts';
import { pythonStages } from './python-stages.ts';
import { each, mayBeLeftOut, type Stage } from './sieve.ts';
import { wgetStages } from './wget-stages.ts';

/** Those first that leave out most. */
const PROGRAMS = [wgetStages, aria2Stages, pythonStages, curlStages];

/** No expiry says session to all: an empty one is what curl, wget and aria2 take for no cookie. */
const sessionForPython = each(({ expiryTime }) =>
  expiryTime === undefined
    ? mayBeLeftOut(
        'A session cookie: Python up to 3.15 reads its 0 as 1970, unless it loads with ignore_expires=True.',
      )
    : undefined,
);

/** A cookie file for all programs at once: what one of them would not take is left out or told. */
export const everywhere = fileExportTarget({
  id: 'everywhere',
  name: 'Cookie file for every program',
  description: 'A cookie file without HttpOnly marks that curl, wget, aria2, Python and yt-dlp all read.',
  kind: 'file',
  stages: (now) => [...new Set<Stage>(PROGRAMS.flatMap((stages) => stages(now))), sessionForPython],
  line: (cookie) => canonicalLine(cookie, false),
});
