import { sessionEmpty } from './entry-damages.ts';
import type { Exporter } from './exporter.ts';
import { opensLikeACookieJar } from './generated-file.ts';

export const python: Exporter = {
  id: 'python',
  title: 'Python',
  source: 'CPython 3.11.7, measured; Lib/http/cookiejar.py',
  recognise: (facts) =>
    facts.count('size-column') === 0 && opensLikeACookieJar(facts, 'http://curl.haxx.se/rfc/cookie_spec.html')
      ? {
          confidence: 'likely',
          evidence: [
            'The three lines at the top are those that MozillaCookieJar writes, two blanks before “Do not edit” included.',
          ],
        }
      : undefined,
  damage: [sessionEmpty],
};
