import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPIRY_BUCKETS } from '#shared/document/overview/expiry-buckets.ts';
import { overviewOf, partiesOf } from '#shared/document/overview/overview.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { removeLines } from '#shared/document/edits/edits.ts';
import { View } from '#shared/document/view.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open } from '../open-for-test.ts';
import { anyFile } from '../random-file.ts';

function matches(document: CookieDocument, query: string): number {
  const view = new View(document);
  finish(view.query(query, []));
  expect([query, view.error]).toEqual([query, undefined]);
  return view.matches;
}

const JAR = [
  `.example.com TRUE / TRUE ${NOW + 400 * 86_400} _ga GA1.2.2035695874.1614000000`,
  `www.example.com FALSE / FALSE 0 sid alpha`,
  `.other.test TRUE / FALSE ${NOW - 10} lang en`,
  `.other.test TRUE / FALSE ${NOW + 3 * 86_400} theme dark`,
  `.other.test TRUE / FALSE soon odd x`,
];
const jar = (): CookieDocument => open(HEADER + JAR.map((entry) => line(entry)).join(''));

test('each mark stands for the entries that its term finds', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const document = open(file, 'netscape');
      const { sites, expiry, flags, purposes, thisWeek, session, longLived, entries } = finish(
        overviewOf(document),
      );
      const marks = [...sites, ...expiry, ...flags, ...purposes, thisWeek, session, longLived];
      for (const { term, count } of marks) {
        // Lines that are no entries are neither this nor that.
        expect([term, count]).toEqual([
          term,
          matches(document, `${term} ${term.startsWith('-') ? 'is:entry' : ''}`),
        ]);
      }
      expect(entries).toBe(matches(document, 'is:entry'));
      const parties = finish(partiesOf(document, 'https://www.example.com/a'));
      for (const { term, count } of parties === undefined ? [] : [parties.first, parties.third]) {
        expect([term, count]).toEqual([term, matches(document, term)]);
      }
    }),
  );
});

test('the stretches of the timeline have no gaps', () => {
  const gaps = EXPIRY_BUCKETS.filter(({ after }, at) => at > 0 && EXPIRY_BUCKETS[at - 1]?.until !== after);
  expect(gaps).toEqual([]);
});

test('a small jar in figures', () => {
  const { sites, thisWeek, session, unreadable, longLived, bytes } = finish(overviewOf(jar()));
  expect({ thisWeek, session, unreadable, longLived, bytes }).toMatchObject({
    thisWeek: { count: 1 },
    session: { count: 1 },
    unreadable: 1,
    longLived: { count: 1 },
    bytes: 57,
  });
  // What has expired is in no header.
  expect(sites).toEqual([
    { term: 'site:other.test', label: 'other.test', count: 3, bytes: 19, headerBytes: 19 },
    { term: 'site:example.com', label: 'example.com', count: 2, bytes: 38, headerBytes: 44 },
  ]);
});

test('the figures are counted once until the document changes', () => {
  const document = jar();
  const first = finish(overviewOf(document));
  expect(finish(overviewOf(document))).toBe(first);
  finish(removeLines(document, { ids: [1], now: NOW }));
  expect(finish(overviewOf(document)).entries).toBe(first.entries - 1);
});

test.each(['', 'a b', 'http://', '*'])('%o names no site', (text) => {
  expect(finish(partiesOf(jar(), text))).toBeUndefined();
});

test('a site is named by a host or an address', () => {
  for (const text of ['example.com', ' WWW.Example.com ', 'https://www.example.com:8443/a?b']) {
    expect(finish(partiesOf(jar(), text))).toMatchObject({
      site: 'example.com',
      first: { count: 2 },
      third: { count: 3 },
    });
  }
});
