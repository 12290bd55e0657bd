import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulkEdit, changedIds } from '#shared/document/bulk/commit-bulk.ts';
import { describeBulk, describeCollisions } from '#shared/document/bulk/describe-bulk.ts';
import { type BulkOperation, operationText } from '#shared/document/bulk/operation.ts';
import type { BulkRequest, OnCollision } from '#shared/document/bulk/bulk-plan.ts';
import { planBulk } from '#shared/document/bulk/plan-bulk.ts';
import { isEntryFix } from '#shared/document/bulk/entry-work.ts';
import { cookieIdentity } from '#shared/cookie/cookie-identity.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { fixRule } from '#shared/document/edits/fix-rule.ts';
import { exampleFile } from '#shared/rules/example.ts';
import { RULES } from '#shared/rules/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from '../open-for-test.ts';
import { anyFile } from '../random-file.ts';

const FAR = NOW + 900 * 86_400;
const sid = line(`.example.com TRUE /shop FALSE ${FAR} sid secret-a`);
const old = line('www.Other.example FALSE / TRUE 0 lang en-GB');
const file = HEADER + sid + old;

function request(
  document: CookieDocument,
  operation: BulkOperation,
  onCollision: OnCollision = 'keep',
): BulkRequest {
  return { ids: document.lines.ids().slice(), operation, onCollision, now: NOW };
}

/** What a file becomes, its header apart; or why not. */
function after(operation: BulkOperation, text = file, onCollision: OnCollision = 'keep'): string {
  const document = open(text);
  const done = finish(bulkEdit(document, request(document, operation, onCollision)));
  return done.refused ?? written(document).slice(HEADER.length);
}

function planned(document: CookieDocument, operation: BulkOperation, onCollision: OnCollision = 'keep') {
  const plan = finish(planBulk(document, request(document, operation, onCollision)));
  if ('refused' in plan) throw new Error(plan.refused);
  return plan;
}

describe('an operation on many entries', () => {
  test.each<[string, BulkOperation, string]>([
    [
      'sets a field',
      { do: 'set', field: 'path', text: '/a' },
      file.replace('/shop', '/a').replace('FALSE\t/\t', 'FALSE\t/a\t'),
    ],
    [
      'makes session cookies',
      { do: 'set', field: 'expires', text: 'session' },
      file.replace(String(FAR), '0'),
    ],
    ['replaces text in the case given', { do: 'replace', field: 'value', find: 'EN', with: 'de' }, file],
    [
      'replaces text in any case',
      { do: 'replace', field: 'value', find: 'EN', with: 'de', anyCase: true },
      file.replace('en-GB', 'de-GB'),
    ],
    [
      'takes a plain text as it is',
      { do: 'replace', field: 'value', find: '-', with: '$&.' },
      file.replace('secret-a', 'secret$$&.a').replace('en-GB', 'en$$&.GB'),
    ],
    [
      'replaces by groups',
      { do: 'replace', field: 'value', find: '(\\w+)-(\\w+)', with: '$2-$1', pattern: true },
      file.replace('secret-a', 'a-secret').replace('en-GB', 'GB-en'),
    ],
    [
      'replaces in domains and keeps what they are for',
      { do: 'replace', field: 'domain', find: 'example', with: 'test' },
      file.replace('.example.com', '.test.com').replace('Other.example', 'Other.test'),
    ],
    [
      'toggles a flag',
      { do: 'toggle', field: 'secureOnly' },
      file.replace('/shop\tFALSE', '/shop\tTRUE').replace('FALSE\t/\tTRUE', 'FALSE\t/\tFALSE'),
    ],
    [
      'toggles who is sent to',
      { do: 'toggle', field: 'hostOnly' },
      file
        .replace('.example.com\tTRUE', 'example.com\tFALSE')
        .replace('www.Other.example\tFALSE', '.www.Other.example\tTRUE'),
    ],
    [
      'shifts expiry and leaves sessions',
      { do: 'shift-expiry', by: '-2 weeks' },
      file.replace(String(FAR), String(FAR - 1_209_600)),
    ],
    [
      'caps expiry',
      { do: 'cap-expiry', within: '400d' },
      file.replace(String(FAR), String(NOW + 400 * 86_400)),
    ],
    ['makes domains lower case', { do: 'lower-case', field: 'domain' }, file.replace('Other', 'other')],
  ])('%s', (_, operation, expected) => {
    expect(after(operation)).toBe(expected.slice(HEADER.length));
  });

  test.each<[BulkOperation, string]>([
    [
      { do: 'replace', field: 'value', find: '(a', with: '', pattern: true },
      'This is no regular expression: missing closing ).',
    ],
    [
      { do: 'replace', field: 'value', find: '(a)', with: '$2', pattern: true },
      'The pattern has no group $2.',
    ],
    [
      { do: 'set', field: 'domain', text: 'https://a.com' },
      'Write the host alone, without http:// and path.',
    ],
    [{ do: 'shift-expiry', by: 'soon' }, 'Write a length of time such as 30d, 2 weeks, 6mo or 1y.'],
    [{ do: 'cap-expiry', within: '-1d' }, 'Write a length of time such as 30d, 2 weeks, 6mo or 1y.'],
    [{ do: 'replace', field: 'path', find: '', with: '/' }, 'Write what to look for.'],
    [{ do: 'set', field: 'sameSite', text: 'lax' }, 'This file format cannot hold SameSite.'],
  ])('is refused in words when it cannot be done: %j', (operation, message) => {
    expect(after(operation)).toBe(message);
  });

  test('is one step with a name, and undoing it brings the bytes back', () => {
    const document = open(file);
    const done = finish(bulkEdit(document, request(document, { do: 'set', field: 'path', text: '/a' })));
    expect([done.refused ?? done.changed, document.undoLabel]).toEqual([2, 'Change path of 2 cookies']);
    finish(document.undo());
    expect([written(document), document.dirty]).toEqual([file, false]);
  });

  test('says how it is called', () => {
    expect(operationText({ do: 'set', field: 'expires', text: 'Session' })).toBe('Make session cookies');
    expect(operationText({ do: 'shift-expiry', by: ' 30d ' })).toBe('Shift expiry by 30d');
  });
});

test('a preview tells each entry before and after and never a value', () => {
  const document = open(file);
  const operation: BulkOperation = { do: 'shift-expiry', by: '1d' };
  const rows = describeBulk(document, planned(document, operation), { operation, now: NOW, most: 9 });
  expect(
    rows.map(({ outcome, subject, reason, details }) => [outcome, subject, reason, details.length]),
  ).toEqual([
    ['changed', 'example.com sid', undefined, 1],
    ['refused', 'www.Other.example lang', 'A session cookie has no expiry to shift.', 0],
  ]);
  const hidden: BulkOperation = { do: 'replace', field: 'value', find: 'secret', with: 'other' };
  const told = describeBulk(document, planned(document, hidden), { operation: hidden, now: NOW, most: 9 });
  expect(JSON.stringify(told)).not.toMatch(/secret|other-a/);
  expect(written(document)).toBe(file);
});

describe('entries that would become one cookie', () => {
  const a = line('example.com FALSE /a FALSE 0 sid one');
  const b = line('example.com FALSE /b FALSE 0 sid two');
  const c = line('example.com FALSE / FALSE 0 sid three');
  const all = HEADER + a + b + c;
  const root: BulkOperation = { do: 'set', field: 'path', text: '/' };
  const moved = (text: string): string => text.replace(/\/[ab]\t/, '/\t');

  test('are told before anything is done', () => {
    const document = open(all);
    const told = describeCollisions(document, planned(document, root), 9);
    expect(told.map(({ lines }) => lines.map(({ line: at }) => at))).toEqual([[2, 3, 4]]);
  });

  test.each<[OnCollision, string]>([
    ['keep', moved(a) + moved(b) + c],
    ['skip', a + b + c],
    ['merge', c],
  ])('become what was chosen: %s', (onCollision, expected) => {
    expect(after(root, all, onCollision)).toBe(expected);
  });

  test('are left when one of them is protected', () => {
    const document = open(all);
    document.protection.mark([1], true);
    const plan = planned(document, root, 'merge');
    expect([plan.counts.protected, plan.removed]).toEqual([1, [2]]);
    document.protection.mark([3], true);
    expect(planned(document, root, 'merge').counts).toMatchObject({ protected: 1, collided: 1, removed: 0 });
  });

  test('are none when they were one cookie before', () => {
    const document = open(HEADER + a + a);
    expect(planned(document, root).collisions).toEqual([]);
  });
});

const entryFixes = RULES.filter(isEntryFix);

describe('the fix of a rule, cookie by cookie', () => {
  test.each(entryFixes.map((rule) => ({ id: rule.id, rule })))('$id: as fixing does', ({ id, rule }) => {
    let mended = 0;
    for (const example of rule.examples.fail) {
      const text = exampleFile(rule, example);
      const [one, other] = [open(text, 'netscape'), open(text, 'netscape')];
      finish(fixRule(one, { rule: id, now: NOW }));
      finish(bulkEdit(other, request(other, { do: 'fix', rule: id })));
      expect(written(other)).toBe(written(one));
      if (written(one) !== text) mended++;
    }
    // No line says SameSite: that one is tried on JSON.
    expect(mended > 0).toBe(id !== 'same-site-none-not-secure');
  });

  test('changes JSON as well', () => {
    const text =
      '[{"name":"n","value":"v","domain":"a.example","path":"/","secure":false,"sameSite":"no_restriction"}]';
    const document = open(text, 'cookie-editor');
    finish(bulkEdit(document, request(document, { do: 'fix', rule: 'same-site-none-not-secure' })));
    expect(written(document)).toBe(text.replace('"secure":false', '"secure":true'));
  });

  test.each(['duplicate-identity', 'header-missing', 'no-such-rule'])('%s has none', (rule) => {
    expect(after({ do: 'fix', rule })).toBe('This problem is not mended cookie by cookie.');
  });
});

const anyOperation: fc.Arbitrary<BulkOperation> = fc.oneof(
  fc.record({ do: fc.constant('fix' as const), rule: fc.constantFrom(...entryFixes.map(({ id }) => id)) }),
  fc.record({
    do: fc.constant('set' as const),
    field: fc.constantFrom('name', 'value', 'domain', 'path', 'expires', 'secureOnly' as const),
    text: fc.constantFrom('sid', '/shop', 'example.com', '0', '.a.co.uk', 'no'),
  }),
  fc.record({
    do: fc.constant('replace' as const),
    field: fc.constantFrom('name', 'value', 'domain', 'path' as const),
    find: fc.constantFrom('s', '[a-c]', 'example', '(.)(.)'),
    with: fc.constantFrom('', 'x', 'www.example', '/'),
    pattern: fc.boolean(),
    anyCase: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('toggle' as const),
    field: fc.constantFrom('secureOnly', 'httpOnly', 'hostOnly' as const),
  }),
  fc.record({ do: fc.constant('shift-expiry' as const), by: fc.constantFrom('1d', '-30y', '9999y') }),
  fc.record({ do: fc.constant('cap-expiry' as const), within: fc.constantFrom('1h', '400d') }),
  fc.record({
    do: fc.constant('lower-case' as const),
    field: fc.constantFrom('name', 'value', 'domain', 'path' as const),
  }),
);

describe('for any file, operation and choice', () => {
  const law = { numRuns: 150 };
  const cases = [
    anyFile,
    anyOperation,
    fc.constantFrom<OnCollision>('keep', 'skip', 'merge'),
    fc.array(fc.nat(20), { maxLength: 4 }),
  ] as const;

  test('the preview is what is done, only the lines told change, and undoing brings the bytes back', () => {
    fc.assert(
      fc.property(...cases, (text, operation, onCollision, marks) => {
        const document = open(text, 'netscape');
        const ids = [...document.lines.ids()];
        document.protection.mark(
          ids.filter((_, at) => marks.includes(at)),
          true,
        );
        const before = new Map(ids.map((id) => [id, document.table.line(document.lines.row(id))]));
        const plan = finish(planBulk(document, request(document, operation, onCollision)));
        const done = finish(bulkEdit(document, request(document, operation, onCollision)));
        if ('refused' in plan) {
          expect([done.refused, written(document)]).toEqual([plan.refused, text]);
          return;
        }
        const there = new Set(document.lines.ids());
        const changed = ids.filter(
          (id) => there.has(id) && document.table.line(document.lines.row(id)) !== before.get(id),
        );
        expect(changed).toEqual([...changedIds(plan)]);
        expect(ids.filter((id) => !there.has(id))).toEqual([...plan.removed]);
        for (const id of document.protection.ids) expect(changed.includes(id) || !there.has(id)).toBe(false);
        finish(document.undo());
        expect(written(document)).toBe(text);
      }),
      law,
    );
  });

  test('no two entries become one cookie unless they are to', () => {
    fc.assert(
      fc.property(anyFile, anyOperation, fc.constantFrom('skip', 'merge'), (text, operation, onCollision) => {
        const document = open(text, 'netscape');
        const before = identities(document);
        finish(bulkEdit(document, request(document, operation, onCollision)));
        const met = new Map<string, number>();
        for (const [id, now] of identities(document)) {
          const other = met.get(now);
          if (other !== undefined) expect(before.get(other)).toBe(before.get(id));
          met.set(now, id);
        }
      }),
      law,
    );
  });
});

/** The identities of a document's entries, by line. */
function identities(document: CookieDocument): Map<number, string> {
  const entries = [...document.lines.ids()].filter((id) => document.kind(id) === 'entry');
  return new Map(entries.map((id) => [id, cookieIdentity(document.table.cookie(document.lines.row(id)))]));
}
