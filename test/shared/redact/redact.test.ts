import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { findingsOfLine } from '#shared/document/findings.ts';
import { type Draw, fakeText } from '#shared/document/redact/fake-text.ts';
import { redactDocument } from '#shared/document/redact/redact-document.ts';
import { finish } from '#shared/table/progress.ts';
import { exampleFile } from '#shared/rules/example.ts';
import { RULES } from '#shared/rules/registry.ts';
import { fixtures, open } from '../document/open-for-test.ts';
import { anyFile } from '../document/random-file.ts';

function drawBy(key: string): Draw {
  return (text, length) => {
    const blocks: Buffer[] = [];
    for (let block = 0; blocks.length * 32 < length; block++) {
      blocks.push(
        createHmac('sha256', key)
          .update(`${block}:${text.length > 4096 ? text.slice(0, 4096) : text}`)
          .digest(),
      );
    }
    return Buffer.concat(blocks);
  };
}

const draw = drawBy('key of the test');

function redact(text: string, query?: (document: CookieDocument) => number[]): string {
  const document = open(text);
  return byteString(finish(redactDocument(document, draw, query?.(document))).bytes);
}

const HEADER = '# Netscape HTTP Cookie File\n';
const line = (value: string, { name = 'sid', path = '/', domain = '.example.com' } = {}): string =>
  `${domain}\tTRUE\t${path}\tTRUE\t1900000000\t${name}\t${value}\n`;

/** Does a stretch of four bytes or more of a secret stand where it stood, or a whole word of it anywhere? */
function survives(secret: string, text: string): boolean {
  for (let at = 0; at + 4 <= secret.length; at++) {
    const run = secret.slice(at, at + 4);
    if (/^[0-9A-Za-z]{4}$/.test(run) && text.includes(run)) return true;
  }
  return false;
}

describe('a fake text', () => {
  test.each([
    ['hexadecimal', '3425efc81808cebe', /^[0-9a-f]{16}$/],
    ['a UUID', '0b9fd1a2-5e83-4c1e-9d53-6f0a2b7c8d9e', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-z]{4}-/],
    ['base64', 'QWxhZGRpbjpvcGVu+/8=', /^[\w+/]{19}=$/],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN', /^eyJ\w{17}\.\w{19}\.\w{16}$/],
    ['escapes', 'a%2Fb%c3%a9%C3%BC%20', /^[a-z]%2F[a-z]%c3%[89ab][0-9a-f]%C3%[89AB][0-9A-F]%20$/],
    ['an address', 'berta@example.com', /^[a-z]{5}@[a-z]{7}\.[a-z]{3}$/],
    ['digits and signs', '"12-34 56"', /^"\d\d-\d\d \d\d"$/],
  ])('of %s has its shape', (_what, text, shape) => {
    const fake = fakeText(text, draw);
    expect(fake).toMatch(shape);
    expect(fake).toHaveLength(text.length);
    expect(fake).not.toBe(text);
  });

  test('has no letter or digit where it stood, is the same each time, and another one with another key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (text) => {
        const fake = fakeText(text, draw);
        expect(fake).toHaveLength(text.length);
        expect(fakeText(text, draw)).toBe(fake);
        if (!/%|&|^(?:undefined|null|NaN|true|false|deleted|\[object Object\])$/i.test(text)) {
          for (let at = 0; at < text.length; at++) {
            if (/[0-9A-Za-z]/.test(text.charAt(at)) && !(at < 3 && text.startsWith('eyJ')))
              expect(fake.charAt(at)).not.toBe(text.charAt(at));
          }
        }
      }),
    );
    expect(fakeText('abcdefghij', drawBy('one'))).not.toBe(fakeText('abcdefghij', drawBy('two')));
  });

  test('of UTF-8 is UTF-8, and of anything else is neither', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const bytes = byteString(new TextEncoder().encode(text));
        const fake = Buffer.from(fakeText(bytes, draw), 'latin1');
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(fake)).not.toThrow();
      }),
    );
    expect(fakeText('caf\xe9', draw).charCodeAt(3)).toBeGreaterThanOrEqual(0xfe);
  });
});

test('the same value is the same fake, and nothing of a value is left', () => {
  const secret = 'Ab3dEf9hIjKl';
  const out = redact(HEADER + line(secret) + line(secret, { name: 'again' }) + line('other'));
  expect(survives(secret, out)).toBe(false);
  const values = out.split('\n').map((one) => one.split('\t')[6]);
  expect(values[1]).toBe(values[2]);
  expect(values[1]).not.toBe(values[3]);
});

test('secrets in names, paths, domains and comments go as well; plain ones stay', () => {
  const secret = '8f3kQ0zR7yWm2LpX';
  const out = redact(
    `${HEADER}# my password is hunter22 for ${secret}\n` +
      line('v', { name: secret }) +
      line('v', { path: `/reset/${secret}/done` }) +
      line('v', { domain: `.${secret.toLowerCase()}.example.com` }) +
      `#.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${secret}\n`,
  );
  expect(survives(secret, out)).toBe(false);
  expect(survives(secret.toLowerCase(), out)).toBe(false);
  expect(out).not.toContain('hunter');
  expect(out).toContain('/reset/');
  expect(out).toContain('.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t');
  expect(out.startsWith(HEADER)).toBe(true);
});

test('lines that are no entries lose whatever may be a value', () => {
  const secret = 'k9Xw2Qv7Zr4T';
  const lines = [
    `.example.com TRUE / FALSE 1900000000 sid ${secret}`,
    `Set-Cookie: sid=${secret}; Domain=example.com; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT`,
    `Cookie: a=${secret}; b=2`,
    `<tr><td>example.com</td><td>${secret}</td></tr>`,
    `{"value":"${secret}"}`,
    `a\tb\tc\td\te\tf\t${secret}\th`,
    secret,
    `.example.com\\tTRUE\\t/\\tFALSE\\t0\\tsid\\t${secret}`,
  ];
  const out = redact(`${HEADER}${lines.join('\n')}\n`);
  expect(survives(secret, out)).toBe(false);
  expect(out).toContain('Expires=Wed, 21 Oct 2026 07:28:00 GMT');
  expect(out.split('\n')).toHaveLength(lines.length + 2);
});

test('only the chosen entries are in it, below the header', () => {
  const out = redact(HEADER + line('one') + '# note\n' + line('two', { name: 'b' }), () => [3]);
  expect(out.split('\n').map((one) => one.split('\t')[5] ?? one)).toEqual([HEADER.trim(), 'b', '']);
});

test('JSON keeps its layout, and everything that may be a value is another text', () => {
  const secret = 'Zq8Lm3Vx9Tn4';
  const text = JSON.stringify(
    [
      {
        domain: '.example.com',
        hostOnly: false,
        name: 'sid',
        path: '/',
        value: secret,
        expirationDate: 1900000000.5,
        sameSite: 'lax',
        session: false,
        note: { deep: [secret, 123_456_789] },
      },
    ],
    undefined,
    2,
  );
  const out = redact(text);
  expect(survives(secret, out)).toBe(false);
  expect(out).not.toContain('123456789');
  const [cookie] = JSON.parse(out) as Record<string, unknown>[];
  expect(cookie).toMatchObject({
    domain: '.example.com',
    name: 'sid',
    path: '/',
    expirationDate: 1900000000.5,
    sameSite: 'lax',
  });
  expect(cookie?.['value']).toMatch(/^[A-Z][a-z]\d[A-Z][a-z]\d[A-Z][a-z]\d[A-Z][a-z]\d$/);
});

/** Rules that a line breaks, in order. Of text that is not lines only entries are written. */
function problems(document: CookieDocument): string[][] {
  const ids = [...document.lines.ids()].filter(
    (id) => document.format.kind === 'lines' || document.kind(id) === 'entry',
  );
  return ids.map((id) =>
    findingsOfLine(document, id)
      .map(({ rule }) => rule)
      .sort(),
  );
}

test('a redacted file has the problems of the file, line by line', () => {
  fc.assert(
    fc.property(anyFile, (text) => {
      expect(problems(open(redact(text)))).toEqual(problems(open(text)));
    }),
  );
});

const examples = RULES.flatMap((rule) =>
  rule.examples.fail.map((example, at) => ({ id: rule.id, at, text: exampleFile(rule, example) })),
);

test.each(examples)('what $id reports on is reported on again (example $at)', ({ text }) => {
  const before = problems(open(text));
  expect(problems(open(redact(text)))).toEqual(before);
});

test.each(fixtures())('$name has its problems still', ({ text }) => {
  const before = problems(open(text));
  expect(problems(open(redact(text)))).toEqual(before);
});
