import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import type { WritableFormat, WriteBackRow } from '#shared/formats/format.ts';
import { quoteJson, unescapeJson } from '#shared/formats/json/json-text.ts';
import { parseEntries } from '#shared/formats/json/parse-json.ts';
import { writableFormatById } from '#shared/formats/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import {
  asRead,
  fixture,
  readSource,
  readWell,
  textBytes,
  writtenBack,
} from '../../conformance/format-reading.ts';

function format(id: string): WritableFormat {
  const found = writableFormatById(id);
  if (found === undefined) throw new Error('no such format');
  return found;
}

const editor = format('cookie-editor');

/** The text of a source after one row was given a change. */
function edited(id: string, source: string, at: number, change: Partial<Cookie>): string {
  const { rows, document } = readWell(format(id), textBytes(source));
  const next = rows.map((row, n): WriteBackRow => {
    if (n !== at || row.cookie === undefined) return asRead(row);
    return { origin: row.origin, untouched: false, cookie: { ...row.cookie, ...change } };
  });
  return Buffer.from(writtenBack(document, next)).toString();
}

const ODD_LAYOUT = `[ {"value" : "v\\u0041", "name":"n",
  "extra":{"b":1,"a":[ 1.0 ]},   "domain":".example.com" } , {"name":"m","value":"","domain":"example.com"}]
`;

describe('an edit', () => {
  test('changes the value alone, whatever the layout', () => {
    expect(edited('cookie-editor', ODD_LAYOUT, 0, { value: encodeUtf8('é"') })).toBe(
      ODD_LAYOUT.replace('"v\\u0041"', '"é\\""'),
    );
  });

  test('adds the keys that were not there behind the others, set apart as they are', () => {
    expect(edited('cookie-editor', ODD_LAYOUT, 1, { secureOnly: true })).toBe(
      ODD_LAYOUT.replace('"example.com"}', '"example.com","secure":true}'),
    );
  });

  test('of an expiry takes the session mark along', () => {
    const source = '[{"name":"n","value":"v","domain":"a.example","hostOnly":true,"session":true}]';
    expect(edited('cookie-editor', source, 0, { expiryTime: 1893456000 })).toBe(
      '[{"name":"n","value":"v","domain":"a.example","hostOnly":true,"session":false,"expirationDate":1893456000}]',
    );
  });

  test('that takes an attribute away takes its key and comma away', () => {
    const source = '[{"name":"n","value":"v","domain":"a.example","expiry":1893456000, "path":"/"}]';
    const { rows, document } = readWell(format('selenium'), textBytes(source));
    const [row] = rows;
    if (row?.cookie === undefined) throw new Error('an entry was expected');
    const { expiryTime: _, ...session } = row.cookie;
    const after = writtenBack(document, [{ origin: 0, untouched: false, cookie: session }]);
    expect(Buffer.from(after).toString()).toBe('[{"name":"n","value":"v","domain":"a.example", "path":"/"}]');
  });

  test('of a value changes the size that Puppeteer states', () => {
    const source = '[{"name":"n","value":"v","domain":"a.example","expires":-1,"size":2}]';
    expect(edited('puppeteer', source, 0, { value: 'long' })).toBe(
      '[{"name":"n","value":"long","domain":"a.example","expires":-1,"size":5}]',
    );
  });

  test('of another attribute leaves an odd SameSite, a fraction and a contradicting dot as they are', () => {
    const source =
      '[{"name":"n","value":"v","domain":".a.example","hostOnly":true,"expirationDate":1893456000.75,"sameSite":"x"}]';
    expect(edited('cookie-editor', source, 0, { value: 'w' })).toBe(source.replace('"v"', '"w"'));
    expect(edited('cookie-editor', source, 0, { domain: 'a.example' })).toBe(source.replace('.a.', 'a.'));
  });
});

describe('removing', () => {
  const entry = (name: string) => `{"name":"${name}","value":"","domain":"a.example","hostOnly":true}`;
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(entry);
  const source = `[ ${a} ,\n ${b},  ${c}\t,\r\n${d}\n]`;
  test.each<[string, readonly number[], string]>([
    ['the first', [1, 2, 3], `[ ${b},  ${c}\t,\r\n${d}\n]`],
    ['one in the middle', [0, 2, 3], `[ ${a},  ${c}\t,\r\n${d}\n]`],
    ['the last', [0, 1, 2], `[ ${a} ,\n ${b},  ${c}\n]`],
    ['two', [0, 3], `[ ${a}\t,\r\n${d}\n]`],
    ['all', [], '[]'],
  ])('%s leaves the blanks before what stays', (_, kept, left) => {
    const { rows, document } = readWell(editor, textBytes(source));
    const after = writtenBack(document, rows.filter((row) => kept.includes(row.origin)).map(asRead));
    expect(Buffer.from(after).toString()).toBe(left);
  });
});

describe('adding', () => {
  const cookie: Cookie = {
    name: 'n',
    value: 'v',
    domain: 'a.example',
    hostOnly: true,
    path: '/',
    secureOnly: false,
    httpOnly: false,
  };

  test('follows the layout of the entries that are there', () => {
    const source =
      '[\n\t{\n\t\t"name": "m",\n\t\t"value": "",\n\t\t"domain": "b.example",\n\t\t"expiry": 9\n\t}\n]\n';
    const { rows, document } = readWell(format('selenium'), textBytes(source));
    const after = writtenBack(document, [...rows.map(asRead), { untouched: false, cookie }]);
    expect(Buffer.from(after).toString()).toBe(
      `${source.slice(0, -3)},\n\t{\n\t\t"domain": "a.example",\n\t\t"httpOnly": false,\n\t\t"name": "n",\n\t\t"path": "/",\n\t\t"secure": false,\n\t\t"value": "v"\n\t}\n]\n`,
    );
  });

  test.each(['empty.json', 'compact-empty.json'])(
    'to the empty list of %s keeps origins and indentation',
    (name) => {
      const source = fixture(`formats/playwright-storage-state/${name}`);
      const { document } = readWell(format('playwright-storage-state'), source);
      const after = Buffer.from(writtenBack(document, [{ untouched: false, cookie }])).toString();
      const parsed: unknown = JSON.parse(after);
      expect(parsed).toEqual({
        cookies: [
          {
            name: 'n',
            value: 'v',
            domain: 'a.example',
            path: '/',
            expires: -1,
            httpOnly: false,
            secure: false,
          },
        ],
        origins: [],
      });
      expect(after).toBe(name === 'empty.json' ? JSON.stringify(parsed, null, 2) : JSON.stringify(parsed));
    },
  );
});

describe('reading', () => {
  test('keeps odd entries verbatim and says why', () => {
    const { rows } = readWell(editor, fixture('formats/cookie-editor/odd.json'));
    expect(rows.map(({ cookie, reason }) => reason ?? cookie?.name)).toEqual([
      'good',
      'duplicate-key',
      'field-wrong-type',
      'field-wrong-type',
      'field-wrong-type',
      'field-missing',
      'field-missing',
      'no-domain',
      'tab',
      'contradicts',
      'old\nname',
      'big',
      'not-an-object',
      'not-an-object',
      'not-an-object',
      'not-an-object',
      'field-missing',
      'last',
    ]);
    expect(rows[0]?.cookie?.value).toBe(encodeUtf8('lone \ufffd half'));
    expect(rows[9]?.cookie).toMatchObject({ domain: '.example.com', hostOnly: true });
    expect(rows[10]?.cookie?.expiryTime).toBe(1);
    expect(rows[17]?.cookie?.value).toBe(encodeUtf8('é🍪'));
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });

  test('shows a kept entry on one line', () => {
    const { rows } = readWell(editor, textBytes('[{\n\t"name": 1,\n\t"value": "x"\n}]'));
    expect(rows[0]?.shown).toBe('{ "name": 1, "value": "x" }');
  });

  test.each<[string, string, object]>([
    ['trailing commas', '[{"name":"n"},\n ]', { code: 'syntax', line: 2, column: 2 }],
    ['comments', '[\n  // no\n]', { code: 'syntax', line: 2, column: 3 }],
    ['text behind the end', '[]\r\n[]', { code: 'syntax', line: 2, column: 1 }],
    ['line breaks in strings', '["a\n"]', { code: 'syntax', line: 1, column: 2 }],
    ['an unfinished file', '[{"name":"é', { code: 'syntax', line: 1, column: 10 }],
    ['a list called cookies that is none', '{"cookies":{}}', { code: 'no-entries-possible' }],
    ['a root that is text', '"cookies"', { code: 'no-entries-possible' }],
  ])('refuses %s with the place and no text of the source', (_, source, refusal) => {
    const id = source.startsWith('{') ? 'playwright-storage-state' : 'cookie-editor';
    expect(readSource(format(id), textBytes(source))).toEqual(refusal);
  });

  test('refuses two lists of cookies, for nobody knows which one counts', () => {
    const source = '{"cookies":[],"cookies":[]}';
    expect(readSource(format('playwright-storage-state'), textBytes(source))).toMatchObject({
      code: 'syntax',
    });
  });

  test('refuses a million nested arrays without recursion', () => {
    expect(readSource(editor, new Uint8Array(1_000_000).fill(0x5b))).toEqual({
      code: 'too-deep',
      line: 1,
      column: 65,
    });
  });

  test('takes brackets in strings for text', () => {
    const value = '['.repeat(1000);
    const source = `[{"name":"n","value":"${value}","domain":"a.example"}]`;
    expect(readWell(editor, textBytes(source)).rows[0]?.cookie?.value).toBe(value);
  });
});

test('takes for JSON what JSON.parse takes for JSON', () => {
  const nearly = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom(...'[]{},:"\\ \n\t0-.e+/ntf\u00a0'.split('')))
    .map(
      ([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice(at % (json.length + 1)),
    );
  fc.assert(
    fc.property(fc.oneof(fc.json(), nearly), (json) => {
      const read = finish(parseEntries(encodeUtf8(json), 0, undefined, () => undefined));
      let valid = true;
      try {
        JSON.parse(json);
      } catch {
        valid = false;
      }
      expect(read === undefined || !('faultAt' in read)).toBe(valid);
    }),
    { numRuns: 2000 },
  );
});

test('strings are quoted and unescaped as JSON.stringify and JSON.parse do', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(Buffer.from(quoteJson(encodeUtf8(text)), 'latin1').toString())).toBe(
        Buffer.from(text).toString(),
      );
      expect(unescapeJson(encodeUtf8(JSON.stringify(text).slice(1, -1)))).toBe(encodeUtf8(text));
    }),
  );
});

test('two fields that are no UTF-8 do not pass for it because they are when put together', () => {
  const cookie = { hostOnly: true, path: '', secureOnly: false, httpOnly: false };
  expect(editor.misfit({ ...cookie, domain: 'a.example', name: 'n\xc2', value: '\x80v' })?.code).toBe(
    'entry-left-out',
  );
});

test('a large file is read and written in small parts', () => {
  const one = `{"name":"n","value":"${'v'.repeat(900)}","domain":"a.example"}`;
  const bytes = textBytes(`[${Array.from({ length: 3000 }, () => one).join(',\n')}]`);
  if (editor.kind !== 'source') throw new Error('JSON is no lines');
  const origins: number[] = [];
  const sink = { entry: (_: unknown, origin: number) => origins.push(origin), unparsed: () => undefined };
  const reading = editor.read(bytes, sink, byteStrings);
  let most = 0;
  let step = reading.next();
  for (let before = 0; step.done !== true; step = reading.next()) {
    most = Math.max(most, origins.length - before);
    before = origins.length;
  }
  if ('code' in step.value) throw new Error('the file is well-formed');
  const parts = [...step.value.writeBack(origins.map((origin) => ({ origin, untouched: true })))];
  expect(most).toBeLessThan(100);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(2 ** 21);
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
});
