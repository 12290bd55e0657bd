import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { har } from '#shared/formats/har.ts';
import { byteStrings } from '../../../../main/files/byte-strings.ts';
import { fixture, readSource, readWell, textBytes } from '../../../conformance/format-reading.ts';

const START = '2026-11-20T10:00:00.000Z';
const SECONDS = Date.parse(START) / 1000;

interface Entry {
  readonly url?: string;
  readonly at?: string;
  readonly sent?: readonly object[];
  readonly sentHeader?: string;
  readonly received?: readonly object[];
  readonly set?: readonly string[];
}

/** A log of these exchanges. */
function log(...entries: readonly Entry[]): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      entries: entries.map(({ url = 'https://a.example/x/y', at = START, ...entry }) => ({
        startedDateTime: at,
        response: {
          cookies: entry.received ?? [],
          headers: (entry.set ?? []).map((value) => ({ name: 'Set-Cookie', value })),
          content: { text: 'x"}]'.repeat(50) },
        },
        request: {
          url,
          cookies: entry.sent ?? [],
          headers: entry.sentHeader === undefined ? [] : [{ name: 'cookie', value: entry.sentHeader }],
        },
      })),
    },
  });
}

function cookiesIn(text: string): readonly Cookie[] {
  return readWell(har, textBytes(text)).rows.flatMap(({ cookie }) => cookie ?? []);
}

const pairs = (text: string): readonly string[] =>
  cookiesIn(text).map(({ name, value }) => `${name}=${value}`);

describe('responses', () => {
  test('set cookies as a browser keeps them: for the host, with the default path, from then on', () => {
    expect(cookiesIn(log({ set: ['a=b; Max-Age=60; Secure; SameSite=Lax'] }))).toEqual([
      {
        name: 'a',
        value: 'b',
        domain: 'a.example',
        hostOnly: true,
        path: '/x',
        secureOnly: true,
        httpOnly: false,
        expiryTime: SECONDS + 60,
        extras: { creationTime: SECONDS, sameSite: 'lax' },
      },
    ]);
  });

  test('replace and delete what earlier ones set', () => {
    const text = log({ set: ['a=1', 'b=1', 'c=1; Path=/'] }, { set: ['a=2', 'b=; Max-Age=0'] });
    expect(pairs(text)).toEqual(['a=2', 'c=1']);
  });

  test('are read from the list of cookies where the headers were taken out', () => {
    const received = [
      {
        name: 'a',
        value: 'b',
        domain: '.a.example',
        path: '/',
        expires: '2026-12-01T00:00:00Z',
        secure: true,
      },
    ];
    const [cookie] = cookiesIn(log({ received }));
    expect(cookie).toMatchObject({ domain: 'a.example', hostOnly: false, secureOnly: true, path: '/' });
    expect(cookie?.expiryTime).toBe(Date.parse('2026-12-01T00:00:00Z') / 1000);
  });

  test('whose cookies browsers refuse are shown, not stored', () => {
    const text = log({ set: ['a=b; Domain=other.example', '__Host-a=b; Path=/x'] });
    const { rows } = readWell(har, textBytes(text));
    expect(rows.map(({ cookie, reason }) => cookie ?? reason)).toEqual([
      'refused-by-browsers',
      'refused-by-browsers',
    ]);
  });

  test('with several headers in one are taken apart', () => {
    expect(pairs(log({ set: ['a=1; Path=/\nb=2\r\nc=3'] }))).toEqual(['a=1', 'b=2', 'c=3']);
  });

  test('of an unknown time have no lifetime that counts from it', () => {
    const [one, other] = cookiesIn(
      log({ at: '', set: ['a=b; Max-Age=60', 'c=d; Expires=Wed, 01 Jan 2031 00:00:00 GMT'] }),
    );
    expect(one).not.toHaveProperty('expiryTime');
    expect(one?.extras).toEqual({});
    expect(other?.expiryTime).toBe(Date.UTC(2031, 0, 1) / 1000);
  });
});

describe('requests', () => {
  test('tell of cookies that no response set', () => {
    const sent = [{ name: 'old', value: 'kept' }];
    expect(cookiesIn(log({ sent, set: ['new=1'] })).map(({ name, path }) => name + path)).toEqual([
      'new/x',
      'old/',
    ]);
    expect(pairs(log({ sentHeader: 'old=kept; more=too' }))).toEqual(['old=kept', 'more=too']);
  });

  test('tell all of a cookie where the program wrote all of it', () => {
    const sent = [
      { name: 'old', value: 'kept', domain: '.example', path: '/p', httpOnly: true, sameSite: 'None' },
    ];
    expect(cookiesIn(log({ sent }))).toEqual([
      {
        name: 'old',
        value: 'kept',
        domain: 'example',
        hostOnly: false,
        path: '/p',
        secureOnly: false,
        httpOnly: true,
        extras: { sameSite: 'none' },
      },
    ]);
  });

  test('tell nothing of what a response set or deleted, until it is sent again', () => {
    const sent = [{ name: 'a', value: 'before' }];
    expect(pairs(log({ sent }, { set: ['a=after; Path=/'] }, { sent }))).toEqual(['a=after']);
    expect(pairs(log({ sent }, { set: ['a=; Max-Age=0'] }))).toEqual([]);
    expect(pairs(log({ set: ['a=; Max-Age=0'] }, { sent }))).toEqual(['a=before']);
  });

  test('without an address keep their cookies as they are', () => {
    const { rows } = readWell(har, fixture('formats/har/minimal.har'));
    expect(rows.map(({ reason }) => reason)).toEqual(['no-domain']);
  });
});

test('what Chromium recorded is what its jar held at the end', () => {
  const { rows } = readWell(har, fixture('formats/har/playwright-chromium-156.har'));
  const held = rows.flatMap(({ cookie }) =>
    cookie ? [`${cookie.name} ${cookie.path} ${cookie.value.length}`] : [],
  );
  expect(held).toEqual(['sid / 17', 'theme / 4', 'scoped /app 1', 'before / 9', 'script / 4']);
  expect(rows.filter(({ reason }) => reason === 'refused-by-browsers').length).toBe(1);
});

describe('bad logs', () => {
  const readable = log({ set: ['a=b'] });

  test.each([
    ['cut off', readable.slice(0, -20), { code: 'syntax', line: 1 }],
    ['with text behind it', `${readable}x`, { code: 'syntax', line: 1 }],
    [
      'with a comment',
      readable.replace('"entries":[', '"entries":[\n/* */'),
      { code: 'syntax', line: 2, column: 1 },
    ],
    ['without entries', '{"log":{"version":"1.2"}}', { code: 'no-entries-possible' }],
    [
      'too deep',
      readable.replace('"log":{', `"log":{"pages":${'['.repeat(1e6)},`),
      { code: 'too-deep', line: 1 },
    ],
  ])('one %s is refused', (_, text, expected) => {
    expect(readSource(har, textBytes(text))).toMatchObject(expected);
  });

  test('keys of prototypes and keys that come twice do nothing but what they say', () => {
    const text = log({
      received: [JSON.parse('{"name":"__proto__","value":"v","__proto__":{"domain":"b.example"}}') as object],
    }).replace('"entries"', '"__proto__":{"entries":[]},"entries"');
    expect(cookiesIn(text).map(({ name, domain }) => name + domain)).toEqual(['__proto__a.example']);
    const twice = text.replace('"value":"v"', '"value":"v","value":"w"');
    expect(readWell(har, textBytes(twice)).rows.map(({ reason }) => reason)).toEqual(['duplicate-key']);
  });

  test('a body of many megabytes is passed over in slices and never decoded', () => {
    const body = Buffer.alloc(8 << 20, 'cookies \\" ');
    const bytes = new Uint8Array(
      Buffer.concat([Buffer.from('{"log":{"entries":[],"comment":"'), body, Buffer.from('"}}')]),
    );
    let decoded = 0;
    const strings = {
      ...byteStrings,
      decode: (from: Uint8Array, start: number, end: number) => {
        decoded += end - start;
        return byteStrings.decode(from, start, end);
      },
    };
    const sink = { entry: () => undefined, unparsed: () => undefined };
    const slices = [...har.read(bytes, sink, strings)];
    expect(slices.length).toBeGreaterThan(100);
    expect(slices.every(({ done }, at) => at === 0 || done > (slices[at - 1]?.done ?? 0))).toBe(true);
    expect(decoded).toBe(0);
  });

  test('a cookie that is longer than any is kept, not read', () => {
    const { rows } = readWell(har, textBytes(log({ received: [{ name: 'a', value: 'b'.repeat(70_000) }] })));
    expect(rows.map(({ reason }) => reason)).toEqual(['field-too-long']);
  });
});
