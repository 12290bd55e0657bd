import { browserOf } from './browser-of.ts';
import type { Browser } from './browser.ts';

/** The standard itself, to the letter: a user agent that differs in nothing. */
export const rfc6265bis: Browser = browserOf({
  id: 'rfc6265bis',
  title: 'RFC 6265bis',
  versions: [{ id: '22', measured: false }],
  differences: [],
  limits: [
    'What the standard leaves to user agents, such as how many cookies a site may have, has no limit.',
  ],
});
