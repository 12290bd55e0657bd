import { expect, test } from 'vitest';
import { detectFormat } from '#shared/formats/registry.ts';
import { recognise } from '#shared/formats/recognise.ts';
import { fixture, fixtures, probeOf, textBytes } from '../../conformance/format-reading.ts';

const OTHERS = {
  'page.html': 'format-web-page',
  'comment.html': 'format-web-page',
  'picture.png': 'format-image',
  'picture.jpg': 'format-image',
  'picture.gif': 'format-image',
  'packed.gz': 'format-compressed',
  'packed.zip': 'format-compressed',
  'cookies.sqlite': 'format-database',
  'paper.pdf': 'format-unknown',
  'program.exe': 'format-unknown',
  'package.json': 'format-json-other',
  'numbers.json': 'format-json-other',
  'deep.json': 'format-json-too-deep',
  'notes.txt': 'format-unknown',
};

test('every file of the folder of others is in the table', () => {
  expect(Object.keys(OTHERS).sort()).toEqual(
    fixtures('formats/other')
      .map((path) => path.slice(14))
      .sort(),
  );
});

test.each(Object.entries(OTHERS))('%s is no cookie file and is called %s', (name, code) => {
  const probe = probeOf(fixture(`formats/other/${name}`));
  expect(detectFormat(probe)).toBeUndefined();
  expect(recognise(probe)).toBe(code);
});

const OF_OTHER_FORMATS: Readonly<Record<string, string>> = {
  'clients/files/j02_setcookie.txt': 'set-cookie-headers',
  'clients/files/j02b_setcookie_lower.txt': 'set-cookie-headers',
  'clients/files/j02c_setcookie_http.txt': 'set-cookie-headers',
  'clients/files/j08_lwp.txt': 'lwp-2',
};

test.each([...fixtures('clients/files'), ...fixtures('writers')])('%s opens as what it is', (path) => {
  expect(detectFormat(probeOf(fixture(path)))?.id).toBe(OF_OTHER_FORMATS[path] ?? 'netscape');
});

test.each(['', '\n\n', '# only a comment\n', '\ufeff', '[::1]\tFALSE\t/\tFALSE\t0\tn\tv\n'])(
  'what may become a cookie file opens as one: case %#',
  (text) => {
    expect(detectFormat(probeOf(textBytes(text)))?.id).toBe('netscape');
  },
);

test('a head that ends in the middle of the first entry is enough', () => {
  for (const path of [
    'cookie-editor/export.json',
    'playwright-storage-state/export.json',
    'selenium/export.json',
  ]) {
    const bytes = fixture(`formats/${path}`);
    const { head } = probeOf(bytes.subarray(0, 160));
    expect(detectFormat({ head, size: 1e6 })?.id).toBe(path.split('/')[0]);
  }
});

test('a cookie file that was saved as a web page opens as a cookie file', () => {
  const entry = '.example.com\tTRUE\t/\tFALSE\t0\tn\tv\n';
  const page = `<!DOCTYPE html><html><body><pre># Netscape HTTP Cookie File\n${entry}</pre></body></html>`;
  expect(detectFormat(probeOf(textBytes(page)))?.id).toBe('netscape');
  expect(detectFormat(probeOf(textBytes('<html><body>\tTRUE\t</body></html>')))).toBeUndefined();
});
