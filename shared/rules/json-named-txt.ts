import { word } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const jsonNamedTxt: DocumentRule = {
  id: 'json-named-txt',
  scope: 'document',
  severity: 'warning',
  field: 'document',
  title: 'JSON under the name of a text file',
  rationale:
    'Browser extensions also export JSON, which curl, wget and aria2 read no cookie from and Python and yt-dlp refuse, so that a cookies.txt of it is mostly a mistake.',
  source: 'gallery-dl issue 906, facebook-scraper issue 388; yt-dlp names such files in its error',
  check: ({ isJson, extension }) =>
    isJson === true && (extension === 'txt' || extension === 'cookies') ? { extension } : undefined,
  message: (data) =>
    `The file is JSON, whatever its name ends in (.${word(data, 'extension')}): command-line clients read no cookie from it. Save it as Netscape cookies.txt for them.`,
  examples: {
    pass: [
      {
        file: '[{"name":"a","value":"1","domain":".example.com","path":"/","hostOnly":false,"id":1}]',
        name: 'cookies.json',
      },
      {
        file: '#LWP-Cookies-2.0\nSet-Cookie3: a=1; path="/"; domain=a.example; version=0\n',
        name: 'lwp.txt',
      },
      { file: '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n', name: 'cookies.txt' },
    ],
    fail: [
      {
        file: '[{"name":"a","value":"1","domain":".example.com","path":"/","hostOnly":false,"id":1}]',
        name: 'cookies.txt',
      },
      {
        file: '[{"name":"a","value":"1","domain":".example.com","path":"/","hostOnly":false,"id":1}]',
        name: 'www.example.com_Cookies.TXT',
      },
    ],
  },
};
