import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportHtml } from '#shared/document/report/report-html.ts';
import { MOST_LISTED, reportOf } from '#shared/document/report/report.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open } from '../open-for-test.ts';
import { anyFile } from '../random-file.ts';

const SECRET = 'a3f9c27be15d48e0';
const JAR = [
  `.example.com TRUE / TRUE ${NOW + 400 * 86_400} _ga ${SECRET}`,
  `www.example.com FALSE /app FALSE 0 sid ${SECRET}`,
  `.ads.test TRUE / FALSE ${NOW - 86_400} <b>x ${SECRET}`,
];

function htmlOf(text: string, site?: string): string {
  const report = finish(reportOf(open(text), { title: 'jar & co.txt', site }));
  if (report === undefined) throw new Error('no report');
  return reportHtml(report);
}

const jar = HEADER + JAR.map((entry) => line(entry)).join('');
const textOf = (html: string): string =>
  html.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');

test('a report tells what is stored, for what, how long and by whom', () => {
  const text = textOf(htmlOf(jar, 'https://www.example.com/'));
  expect(text).toContain('Cookies in jar &#38; co.txt');
  expect(text).toContain('As of 15 January 2027');
  expect(text).toContain('3 cookies of 2 sites.');
  expect(text).toContain('Seen from example.com: 2 first-party');
  expect(text).toContain(
    '_ga example.com and below Analytics. Probably Google Analytics: tells one visitor from another.',
  );
  expect(text).toContain('looks like a long-lived identifier');
  expect(text).toContain('www.example.com alone, /app');
  expect(text).toContain('14 January 2027 (ended)');
  expect(text).toContain('ads.test third-party');
  expect(text).toContain('Ended already 1 33 %');
  expect(text).toContain('Method and limits');
});

test('without a site nothing is said of parties', () => {
  const text = textOf(htmlOf(jar));
  expect(text).not.toContain('third-party cookie');
  expect(text).toContain('No site was named');
});

test('what is no site is refused', () => {
  expect(finish(reportOf(open(jar), { title: 'jar', site: 'a b' }))).toBeUndefined();
});

test('no value is in a report, and no markup of a name', () => {
  const html = htmlOf(jar);
  expect(html).not.toContain(SECRET);
  expect(html).not.toContain('<b>');
});

test('the policy of the page lets its own style in, and nothing else', () => {
  const html = htmlOf(jar);
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
});

test('whatever is in a file, its report loads and runs nothing and has no value in it', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const html = htmlOf(file);
      expect(html).not.toMatch(/<(?:script|img|link|iframe|object|a|form)\b|<[^>]*\son\w+=/i);
      const tags = html.match(/<\/?[a-z0-9]+/gi) ?? [];
      expect(tags.filter((tag) => !KNOWN_TAGS.test(tag))).toEqual([]);
    }),
  );
});

const KNOWN_TAGS =
  /^<\/?(?:html|head|meta|title|style|body|h[123]|p|span|table|caption|thead|tbody|tr|th|td|ul|li)$/;

test('a long file is counted whole, and listed in part', () => {
  const many = Array.from({ length: MOST_LISTED + 7 }, (_, at) => line(`a.test FALSE / FALSE 0 n${at} v`));
  const text = textOf(htmlOf(HEADER + many.join('')));
  expect(text).toContain('5,007 cookies of 1 site.');
  expect(text).toContain('7 further cookies are counted above and not listed.');
});
