import { behaviourOf, type ByVersion } from '../version.ts';

/**
 * What of curl's cookie files changed between 7.88.1 and the development tree of August 2026. Sources: the records of
 * seven releases, and lib/cookie.c and lib/curl_get_line.c.
 */
const TABLE = {
  /** How lines are read; `read-lines.ts` knows them. */
  lineReader: [
    { until: '8.7.0', value: 'fixed-buffer' },
    { until: '8.14.0', value: 'growing-buffer' },
    { until: '8.18.0', value: 'growing-buffer-to-end' },
    { value: 'growing-buffer-or-failure' },
  ],
  /** Blanks before a cookie line are skipped. */
  skipsLeadingBlanks: [{ until: '8.0.0', value: true }, { value: false }],
  /** Runs of tabs are one separator, at the ends they are none; or each tab ends a field. */
  separator: [{ until: '8.12.0', value: 'tab-runs' }, { value: 'each-tab' }],
  /** `digits`: leading ones, whatever follows. `signed`: blanks and a plus sign may stand before. `only-digits`: nothing else. */
  expiry: [
    { until: '8.12.0', value: 'signed' },
    { until: '8.13.0', value: 'only-digits' },
    { value: 'digits' },
  ],
  /** The path as it is kept and written: as it came, or the one that is matched. */
  keepsPathAsWritten: [{ until: '8.18.0', value: true }, { value: false }],
  /** Control characters in name or value have a line dropped. */
  refusesControls: [{ until: '8.21.0', value: false }, { value: true }],
  prefixesInAnyCase: [{ until: '8.21.0', value: true }, { value: false }],
  namesInAnyCase: [{ until: '8.11.1', value: true }, { value: false }],
  pathsInAnyCase: [{ until: '8.21.0', value: true }, { value: false }],
  /** A `Set-Cookie:` line is read piece by piece, or only up to the first piece that cannot be read. */
  headerPieces: [{ until: '8.0.0', value: 'each' }, { value: 'until-odd' }],
  /** Lifetimes of `Set-Cookie:` lines are cut to 400 days. */
  capsHeaderLifetimes: [{ until: '8.12.0', value: false }, { value: true }],
  /** The public suffix list also judges files. */
  refusesPublicSuffixes: [{ until: '8.22', value: false }, { value: true }],
  /** The list of fields that `Expires` may hold, in bytes. */
  maxDate: [{ until: '8.12.0', value: 128 }, { value: 80 }],
} as const satisfies Readonly<Record<string, ByVersion<string | number | boolean>>>;

/** What a version of curl does with cookie files. */
export type CurlBehaviour = ReturnType<typeof curlBehaviour>;

/** The behaviour of a version; older ones than 7.88.1 are taken for it. */
export function curlBehaviour(version: string) {
  return behaviourOf(TABLE, version);
}
