import type { Probe } from './format.ts';

/** What a file is that no format takes: these are error codes of the API. */
export type Recognised =
  | 'format-web-page'
  | 'format-image'
  | 'format-compressed'
  | 'format-database'
  | 'format-json-other'
  | 'format-unknown';

/** Says what a file is that no format took for its own. */
export function recognise(_probe: Probe): Recognised {
  return 'format-unknown';
}
