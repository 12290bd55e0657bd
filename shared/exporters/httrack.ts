import { flagAlwaysTrue } from './entry-damages.ts';
import { saidAtTop } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { expiryInvented, httpOnlyLost, otherHeader, secureLost } from './file-damages.ts';

export const httrack: Exporter = {
  id: 'httrack',
  title: 'HTTrack',
  source: 'HTTrack 3.49, src/htsbauth.c',
  // The second line stays when the first is mended.
  recognise: (facts) =>
    saidAtTop(
      facts,
      /^# (?:HTTrack Website Copier Cookie File|This file format is compatible with Netscape cookies)/,
    ),
  damage: [otherHeader, flagAlwaysTrue, expiryInvented, secureLost, httpOnlyLost],
};
