import { momentText } from './reading/expiry-field.ts';
import { word } from './reading/words.ts';
import type { TimeRule } from './rule.ts';

export const expired: TimeRule = {
  id: 'expired',
  scope: 'time',
  severity: 'warning',
  field: 'expiry',
  title: 'Expired',
  rationale:
    'The cookie is over, so curl, wget and Python drop it on loading and the site has to give a new one.',
  source: 'F50, F51, F68, F69, F70; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  check: (expiry, now) => expiry !== 0 && expiry <= now,
  explain: (entry, row) => ({ expired: momentText(Number.parseInt(entry.field(row, 'expiry'), 10)) }),
  message: (data) =>
    `Expired on ${word(data, 'expired')}: curl, wget, aria2 and Python drop it on loading, yt-dlp keeps the line.`,
  fix: () => 'remove',
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→0→a→1'],
    fail: [
      'www.geocities.com→FALSE→/→FALSE→937972424→GeoId→2035695874900187870',
      '.linkexchange.com→TRUE→/→FALSE→942191819→SAFE_COOKIE→3425efc81808cebe',
      'www.macromedia.com→FALSE→/→FALSE→877627211→plugs→yes',
      '.example.com→TRUE→/→FALSE→1→a→1',
    ],
  },
};
