import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteString, bytesOf } from '#shared/cookie/byte-string.ts';
import { cookieFileOf } from '#shared/clients/client.ts';
import { chooseClient, type ChosenClient } from '#shared/clients/registry.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { expireEntries, setField } from '#shared/document/edits/edits.ts';
import { fileVerdicts, lineVerdicts } from '#shared/document/verdicts/describe-verdicts.ts';
import { previewRequest } from '#shared/document/verdicts/request-preview.ts';
import { writtenFile } from '#shared/document/verdicts/written-file.ts';
import { utf16FromUtf8 } from '#shared/table/utf-16.ts';
import { finish } from '#shared/table/progress.ts';
import { View } from '#shared/document/view.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { fixtures, HEADER, line, NOW, open, strings, written } from './open-for-test.ts';

const FUTURE = '1893456000';

function client(text: string): ChosenClient {
  const chosen = chooseClient(text);
  if ('refused' in chosen) throw new Error(`no client ${text}`);
  return chosen;
}

function textOf(document: CookieDocument): string {
  const file = writtenFile(document);
  if (file === undefined) return '';
  return Array.from({ length: file.lineCount }, (_, at) => file.line(at)).join('');
}

test.each(fixtures().map(({ name, text }) => [name, text] as const))(
  'clients read the bytes of %s as a save would write them',
  (_, text) => {
    const document = open(text);
    expect(textOf(document)).toBe(document.format.kind === 'lines' ? written(document) : '');
  },
);

test.each(['wget2', 'wget2 debian12', 'curl 8.22-dev'])(
  'what the table knows of domains is what %s would find out about them',
  (text) => {
    const domains = [
      'co.uk',
      'github.io',
      'me.github.io',
      'localhost',
      'example.com',
      'EXAMPLE.com',
      'Co.Uk',
      'a.b',
      '10.0.0.1',
      'example.com.',
      'co.uk.',
      'a_b.example',
      `${'a'.repeat(70)}.example.com`,
      'city.kobe.jp',
      'kobe.jp',
      'x.kobe.jp',
      's3.amazonaws.com',
      `${'abcdefgh.'.repeat(30)}com`,
      'com',
      '-.com',
      'xn--p1ai',
    ];
    const lines = Array.from({ length: 1200 }, (_, at) => {
      const domain = domains[at % domains.length] ?? '';
      const [owner, flag] = at % 2 === 0 ? [domain, 'FALSE'] : [`.${domain}`, 'TRUE'];
      return line(`${owner} ${flag} / FALSE ${FUTURE} n${at} v`);
    });
    const bytes = HEADER + lines.join('');
    const chosen = client(text);
    const loaded = finish(open(bytes).verdicts.load(chosen));
    const { lineCount, line: lineAt } = cookieFileOf(bytes);
    const slow = chosen.client.load({ lineCount, line: lineAt }, { version: chosen.version, now: NOW });
    expect(loaded?.jar.outcomes).toEqual(slow.outcomes);
    expect(loaded?.jar.reasons).toEqual(slow.reasons);
  },
);

test('clients read the bytes that a save would write, whatever is edited', () => {
  const wide = (text: string): string =>
    byteString(Uint8Array.of(0xff, 0xfe)) + byteString(utf16FromUtf8(bytesOf(text), false));
  const base =
    HEADER +
    line(`.example.com TRUE / TRUE ${FUTURE} sid one`) +
    line(`.example.com TRUE / TRUE ${FUTURE} lang`, '');
  const files = fc.constantFrom(
    base,
    `\xef\xbb\xbf${base}`,
    base.replaceAll('\n', '\r\n'),
    base.replaceAll('\n', '\r'),
    wide(base),
    '',
    '\n',
  );
  fc.assert(
    fc.property(files, fc.array(fc.nat(3), { maxLength: 3 }), (text, ids) => {
      const document = open(text, 'netscape');
      finish(setField(document, { ids, field: 'path', text: '/other', now: NOW }));
      expect(textOf(document)).toBe(written(document));
    }),
  );
});

test('verdicts follow edits, and the clock past an expiry', () => {
  const document = open(HEADER + line(`.example.com TRUE / TRUE ${NOW + 100} sid one`));
  const curl = [client('curl')];
  const kept = (): number => finish(fileVerdicts(document, curl))[0]?.kept ?? -1;
  expect(kept()).toBe(1);
  finish(document.setNow(NOW + 50));
  expect(kept()).toBe(1);
  finish(document.setNow(NOW + 200));
  expect(kept()).toBe(0);
  finish(document.undo());
  finish(document.setNow(NOW));
  expect(kept()).toBe(1);
  finish(expireEntries(document, { ids: [1], now: NOW }));
  expect(finish(fileVerdicts(document, curl))[0]).toMatchObject({ kept: 0, dropped: 1 });
  expect(finish(lineVerdicts(document, 1, curl))[0]).toMatchObject({
    outcome: 'dropped',
    reasons: [{ text: 'it has expired', rule: 'expired' }],
  });
});

test('a query finds what a client drops, in one of its releases', () => {
  const document = open(
    HEADER +
      line(`.example.com TRUE / TRUE ${FUTURE}.5 sid one`) +
      line(`.example.com TRUE / TRUE ${FUTURE} lang en`),
  );
  const view = new View(document);
  const found = (query: string): number => {
    finish(view.query(query, []));
    return view.matches;
  };
  expect(found('dropped-by:"curl 8.12.1"')).toBe(1);
  expect(found('dropped-by:"curl 8.11.0"')).toBe(0);
  expect(found('changed-by:"curl 8.11.0"')).toBe(1);
  expect(found('accepted-by:"curl 8.11.0"')).toBe(2);
});

test('a request shows names, the true length, and why the others stay', () => {
  const document = open(
    HEADER +
      line(`.example.com TRUE / FALSE ${FUTURE} sid secret-of-mine`) +
      line(`.other.org TRUE / FALSE ${FUTURE} b c`),
  );
  const question = { url: 'http://www.example.com/', reveal: false };
  const answer = finish(previewRequest(document, question, [client('curl')]));
  expect(answer).toMatchObject([
    {
      header: 'sid=••••••',
      bytes: 'sid=secret-of-mine'.length,
      sent: [{ line: 2, name: 'sid' }],
      leftOut: [{ line: 3, name: 'b' }],
    },
  ]);
  expect(finish(previewRequest(document, { ...question, reveal: true }, [client('curl')]))).toMatchObject([
    { header: 'sid=secret-of-mine' },
  ]);
});

test.each([
  ['nothing', 'not-an-address'],
  ['file:///etc/hosts', 'other-scheme'],
  ['http://', 'no-host'],
  ['http://[::1', 'not-an-address'],
])('the address %s is refused', (url, why) => {
  const answer = finish(previewRequest(open(HEADER), { url, reveal: false }, [client('curl')]));
  expect(answer).toEqual({ refused: why });
});

test('no client reads another format than JSON either, and none is told that it is JSON', () => {
  const document = open('{"domain":".example.com","name":"a","value":"b"}\n');
  expect(finish(fileVerdicts(document, [client('curl')]))[0]).toMatchObject({
    dropped: 1,
    refusal: { text: 'it is no Netscape cookie file' },
  });
});

test('no client reads JSON', () => {
  const document = open('[{"domain":".example.com","name":"a","value":"b","path":"/"}]');
  expect(finish(fileVerdicts(document, [client('curl')]))[0]).toMatchObject({
    dropped: 1,
    refusal: { text: 'it is JSON and no cookie file' },
  });
  expect(
    finish(previewRequest(document, { url: 'http://example.com', reveal: false }, [client('curl')])),
  ).toMatchObject([{ bytes: 0, sent: [] }]);
});

test('what a copy of something else could not read is said to be unread, not a comment', () => {
  const text = 'Cookie: lost=1\n\nGET / HTTP/1.1\nHost: a.example\nCookie: a=b\n\n';
  const document = finish(openDocument({ bytes: bytesOf(text), strings, now: NOW }));
  if ('code' in document) throw new Error(document.code);
  const outcomes = [...document.lines.ids()].map((id) => {
    const [verdict] = finish(lineVerdicts(document, id, [client('curl')]));
    return [verdict?.outcome, verdict?.reasons.map(({ text: words }) => words)];
  });
  expect(outcomes).toEqual([
    ['ignored', ['it was not read as a cookie, so no file of cookies has it']],
    ['kept', []],
  ]);
});
