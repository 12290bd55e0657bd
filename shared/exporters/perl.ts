import type { Exporter } from './exporter.ts';
import { httpOnlyLost, sessionsLeftOut } from './file-damages.ts';
import { opensLikeACookieJar } from './generated-file.ts';

export const perl: Exporter = {
  id: 'perl',
  title: 'Perl HTTP::Cookies',
  source: 'HTTP::Cookies 6.10, measured; HTTP/Cookies/Netscape.pm of 6.12',
  recognise: (facts) =>
    opensLikeACookieJar(facts, 'http://www.netscape.com/newsref/std/cookie_spec.html')
      ? {
          confidence: 'likely',
          evidence: [
            'The three lines at the top are those that HTTP::Cookies::Netscape writes, the address of netscape.com included.',
          ],
        }
      : undefined,
  damage: [httpOnlyLost, sessionsLeftOut],
};
