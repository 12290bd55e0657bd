import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { fixAll } from '#shared/document/edits/fix-all.ts';
import { fixRule, isFixable } from '#shared/document/edits/fix-rule.ts';
import { parseEntries } from '#shared/formats/json/parse-json.ts';
import { findingsOfRule } from '#shared/document/findings.ts';
import { setField } from '#shared/document/edits/set-field.ts';
import { finish } from '#shared/table/progress.ts';
import { RULES } from '#shared/rules/registry.ts';
import { NOW, open, written } from './open-for-test.ts';

type Element = Readonly<Record<string, unknown>>;

const ODD_TEXT = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'a\nb',
    'tail\r',
    'tail\t',
    '\u0000',
    'x\u0000',
    '"quoted"',
    'münchen',
    'a;b',
    '%zz',
    '{"a":1}',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const NUMBER = fc.oneof(
  fc.constantFrom(0, 1, -5, 1e21, 1.5e300, 1893456000.25, 1893456000123, 253402300800, 2 ** 53 + 2),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const DOMAIN = fc.constantFrom(
  '.example.com',
  'example.com',
  'Example.COM.',
  '..two.example',
  'münchen.example',
  'host:8080',
  '192.0.2.1',
  '.192.0.2.1',
  'co.uk',
  '.co.uk',
);
const PATH = fc.constantFrom('/', '', '/a/', 'relative', '/a b', '/x\\y');
const NAME = fc.oneof(fc.constantFrom('sid', '__Host-a', '__Secure-b', '$v', 'a b', ''), ODD_TEXT);

const element: fc.Arbitrary<Element> = fc.record(
  {
    domain: DOMAIN,
    name: NAME,
    value: ODD_TEXT,
    path: PATH,
    hostOnly: fc.boolean(),
    secure: fc.boolean(),
    httpOnly: fc.boolean(),
    session: fc.boolean(),
    expirationDate: NUMBER,
    sameSite: fc.constantFrom('no_restriction', 'lax', 'strict', 'unspecified', 'odd'),
    storeId: fc.constantFrom('0', '7'),
    note: fc.jsonValue(),
  },
  { requiredKeys: ['domain', 'name', 'value', 'hostOnly'] },
);

/** The members that a fix of a rule about this field may touch. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'secure', 'httpOnly', 'hostOnly', 'domain', 'path'],
  value: ['value'],
  domain: ['domain', 'hostOnly'],
  flag: ['domain', 'hostOnly'],
  hostOnly: ['domain', 'hostOnly'],
  path: ['path'],
  secure: ['secure'],
  secureOnly: ['secure'],
  sameSite: ['secure', 'sameSite'],
  expiry: ['expirationDate', 'session'],
  expires: ['expirationDate', 'session'],
  httpOnly: ['httpOnly'],
};

/** An element as it is spelt: all of it, and the value of each member. */
interface Spelt {
  readonly all: ByteString;
  readonly members: ReadonlyMap<string, ByteString>;
}

function speltIn(document: CookieDocument): readonly Spelt[] {
  const text = written(document);
  const elements: Spelt[] = [];
  const reading = parseEntries(text, 0, undefined, ({ start, end, members = [] }) =>
    elements.push({
      all: text.slice(start, end),
      members: new Map(members.map(({ key, value }) => [key, text.slice(value.start, value.end)])),
    }),
  );
  const list = finish(reading);
  if (list === undefined || 'faultAt' in list) throw new Error('no JSON was written');
  return elements;
}

/** In a spelling that nothing writes by itself. */
function opened(elements: readonly Element[]): CookieDocument {
  const text = JSON.stringify(elements, undefined, 2).replaceAll('/', '\\/').replaceAll('": ', '"  : ');
  return open(encodeUtf8(text), 'cookie-editor');
}

/** The keys whose values are spelt otherwise; a comma, a blank or a key that changed counts as one. */
function changedKeys(was: Spelt | undefined, now: Spelt): readonly string[] {
  const keys = [...new Set([...(was?.members.keys() ?? []), ...now.members.keys()])];
  const changed = keys.filter((key) => was?.members.get(key) !== now.members.get(key));
  return changed.length === 0 && was?.all !== now.all ? ['something between the members'] : changed;
}

describe('a fix in JSON', () => {
  const fixable = RULES.filter(isFixable);

  test('changes what it is about and nothing else, and can be taken back', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 3 }), (elements) => {
        const document = opened(elements);
        const before = written(document);
        const old = speltIn(document);
        for (const rule of fixable) {
          finish(fixRule(document, { rule: rule.id, now: NOW }));
          const fixed = speltIn(document);
          const touched = TOUCHED[rule.field] ?? [];
          const beyond =
            fixed.length === old.length
              ? fixed.flatMap((now, at) => changedKeys(old[at], now).filter((key) => !touched.includes(key)))
              : fixed.map(({ all }) => all).filter((all) => old.every((one) => one.all !== all));
          expect({ rule: rule.id, field: rule.field, beyond }).toEqual({
            rule: rule.id,
            field: rule.field,
            beyond: [],
          });
          while (document.dirty) finish(document.undo());
          expect(written(document)).toBe(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never fails, whatever the values are', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), (elements) => {
        const document = opened(elements);
        const before = written(document);
        finish(fixAll(document, { now: NOW }));
        finish(fixAll(document, { now: NOW, rules: fixable.map(({ id }) => id) }));
        while (document.dirty) finish(document.undo());
        expect(written(document)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

test('a mistake on the way leaves nothing half done', () => {
  const document = opened([
    {
      domain: 'example.com',
      name: 'sid',
      value: 'x',
      hostOnly: true,
      path: '/',
      secure: false,
      httpOnly: false,
      session: true,
    },
  ]);
  const before = { text: written(document), version: document.version };
  const rule = RULES.find(({ id }) => id === 'secure-missing');
  if (rule?.scope !== 'row') throw new Error('the rule is a row rule');
  const work = fixAll(document, { now: NOW, rules: ['secure-missing'] });
  let step = work.next();
  while (step.done !== true && document.version === before.version) step = work.next();
  expect(document.version).not.toBe(before.version);
  let failed: unknown;
  try {
    for (let next = work.throw(new Error('stopped')); next.done !== true;) next = work.next();
  } catch (error) {
    failed = error;
  }
  expect(failed).toBeInstanceOf(Error);
  expect({
    text: written(document),
    version: document.version,
    steps: document.steps(),
    redo: document.redoLabel,
  }).toEqual({ ...before, steps: [], redo: undefined });
});

test('findings of JSON name the line of the file in which an entry begins', () => {
  const document = opened([
    { domain: 'example.com', name: 'a', value: 'x', hostOnly: true, path: '/', session: true },
    { domain: 'example.com', name: 'b', value: 'x', hostOnly: true, path: '/', session: true },
  ]);
  expect([document.lineNumber(0), document.lineNumber(1)]).toEqual([2, 10]);
});

test('a finding that points at another entry points at its line of the file', () => {
  const one = { domain: 'example.com', name: 'a', value: 'x', hostOnly: true, path: '/', session: true };
  const document = opened([one, one]);
  const lines = (): readonly unknown[] =>
    findingsOfRule(document, 'duplicate-identity', 0, 9).findings.map(({ line, data }) => [
      line,
      data['line'],
    ]);
  expect(lines()).toEqual([[2, 10]]);
  finish(setField(document, { ids: [0], field: 'value', text: 'y', now: NOW }));
  expect(lines()).toEqual([[2, 10]]);
});

test('elements that are no cookie have a line too', () => {
  const document = open(
    '\r\n[\r\n  17,\n\n {"domain": "example.com", "name": "a", "value": "1", "hostOnly": true}, 4\n]',
    'cookie-editor',
  );
  expect([0, 1, 2].map((id) => document.lineNumber(id))).toEqual([3, 5, 5]);
});
