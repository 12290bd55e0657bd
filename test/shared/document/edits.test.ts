import { describe, expect, test } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import type { EditDone, EditOutcome } from '#shared/document/edits/edit-outcome.ts';
import {
  addEntry,
  duplicateLines,
  expireEntries,
  fixAll,
  fixRule,
  removeExpired,
  removeLines,
  setField,
  validateField,
} from '#shared/document/edits/edits.ts';
import type { EditableField } from '#shared/document/edits/edits.ts';
import { finish } from '#shared/table/progress.ts';
import type { Progress } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from './open-for-test.ts';
import { paste } from './transfer/paste.ts';

const sid = line('.example.com TRUE / TRUE 1900000000 sid one');
const lang = line('www.example.com FALSE / FALSE 0 lang en');
const old = line('#HttpOnly_.other.org TRUE / TRUE 1 token three');
const file = HEADER + sid + lang + old;

function done(work: Generator<Progress, EditOutcome>): EditDone {
  const outcome = finish(work);
  if (outcome.refused !== undefined) throw new Error(outcome.refused);
  return outcome;
}

function set(
  document: CookieDocument,
  field: EditableField,
  text: string,
  ids: readonly number[] = [1],
): EditOutcome {
  return finish(setField(document, { ids, field, text, now: NOW }));
}

/** The first entry's line after one field was set. */
function after(field: EditableField, text: string, first: ByteString = sid): ByteString {
  const document = open(HEADER + first);
  set(document, field, text);
  return written(document).slice(HEADER.length);
}

describe('setting a field', () => {
  test.each<[EditableField, string, ByteString]>([
    ['name', 'SID', line('.example.com TRUE / TRUE 1900000000 SID one')],
    ['value', '', line('.example.com TRUE / TRUE 1900000000 sid ')],
    ['value', 'é', line('.example.com TRUE / TRUE 1900000000 sid \xc3\xa9')],
    ['value', '\\xE9', line('.example.com TRUE / TRUE 1900000000 sid \\xE9')],
    ['path', '/a', line('.example.com TRUE /a TRUE 1900000000 sid one')],
    ['domain', 'other.org', line('.other.org TRUE / TRUE 1900000000 sid one')],
    ['domain', ' .other.org ', line('.other.org TRUE / TRUE 1900000000 sid one')],
    ['hostOnly', 'yes', line('example.com FALSE / TRUE 1900000000 sid one')],
    ['hostOnly', 'no', sid],
    ['secureOnly', 'off', line('.example.com TRUE / FALSE 1900000000 sid one')],
    ['httpOnly', 'TRUE', line('#HttpOnly_.example.com TRUE / TRUE 1900000000 sid one')],
    ['expires', '1', line('.example.com TRUE / TRUE 1 sid one')],
    ['expires', 'session', line('.example.com TRUE / TRUE 0 sid one')],
    ['expires', '0', line('.example.com TRUE / TRUE 0 sid one')],
    ['expires', '30d', line(`.example.com TRUE / TRUE ${NOW + 30 * 86_400} sid one`)],
    ['expires', '2027-03-01', line('.example.com TRUE / TRUE 1803859200 sid one')],
    ['expires', '2027-03-01T10:00:30+01:00', line('.example.com TRUE / TRUE 1803891630 sid one')],
  ])('%s to %j', (field, text, expected) => {
    expect(after(field, text)).toBe(expected);
  });

  test('keeps dot and flag in agreement, also where they were not', () => {
    const odd = line('.example.com FALSE / TRUE 0 sid one');
    expect([
      after('domain', 'new.org', odd),
      after('domain', '.new.org', odd),
      after('hostOnly', 'no', odd),
    ]).toEqual([
      line('new.org FALSE / TRUE 0 sid one'),
      line('.new.org TRUE / TRUE 0 sid one'),
      line('.example.com TRUE / TRUE 0 sid one'),
    ]);
  });

  test('takes bytes that are shown as \\xE9 back as that byte', () => {
    expect(after('value', '\\xE9t\\xE9!', line('a.com FALSE / FALSE 0 a \xe9t\xe9'))).toBe(
      line('a.com FALSE / FALSE 0 a \xe9t\xe9!'),
    );
  });

  test('leaves a lower-case flag and an empty expiry alone where they mean the same', () => {
    const lower = line('.example.com true / true  sid one');
    expect([
      after('secureOnly', 'yes', lower),
      after('expires', 'session', lower),
      after('domain', 'example.com', lower),
    ]).toEqual([lower, lower, lower]);
  });

  test.each<[EditableField, string, string]>([
    ['value', 'a\tb', 'A TAB in the value would break the line.'],
    ['value', 'a\nb', 'A line break in the value would break the line.'],
    ['name', 'a\rb', 'A line break in the name would break the line.'],
    ['path', 'a\0b', 'A NUL byte in the path would break the line.'],
    ['domain', ' ', 'An entry needs a domain.'],
    ['domain', '.', 'An entry needs a domain.'],
    ['domain', '#a.com', 'A domain that begins with # or a blank would make the line a comment.'],
    ['domain', 'https://a.com/x', 'Write the host alone, without http:// and path.'],
    ['hostOnly', 'maybe', 'Write yes or no.'],
    [
      'expires',
      'soon',
      'Write a date such as 1 March 2027 or 2027-03-01, a time from now such as 30d, seconds since 1970, or session.',
    ],
    [
      'expires',
      '-5',
      'Write a date such as 1 March 2027 or 2027-03-01, a time from now such as 30d, seconds since 1970, or session.',
    ],
    ['expires', '999999999999', 'The time lies past the year 9999.'],
    ['sameSite', 'lax', 'This file format cannot hold SameSite.'],
  ])('%s refuses %j', (field, text, refused) => {
    const document = open(file);
    expect(set(document, field, text)).toEqual({ refused });
    expect(validateField(document, { id: 1, field, text, now: NOW })).toEqual({
      error: refused,
      warnings: [],
    });
    expect([written(document), document.undoLabel]).toEqual([file, undefined]);
  });

  test('only warns of what is unwise', () => {
    const document = open(file);
    expect(validateField(document, { field: 'value', text: 'a;b', now: NOW }).warnings).toHaveLength(1);
    expect(validateField(document, { field: 'value', text: 'abc', now: NOW })).toEqual({ warnings: [] });
    expect(validateField(document, { id: 0, field: 'value', text: 'abc', now: NOW }).error).toBe(
      'Only entries have fields.',
    );
  });

  test('of many lines is one step with the count in its label, and passes over what is no entry', () => {
    const document = open(file);
    const outcome = set(document, 'path', '/x', [3, 0, 2, 2, 1, 99]);
    expect(outcome).toEqual({ label: 'Change path of 3 cookies', changed: 3, added: [] });
    expect([document.undoLabel, document.steps().length]).toEqual(['Change path of 3 cookies', 1]);
  });

  test('to what it is already makes no step', () => {
    const document = open(file);
    expect([set(document, 'value', 'one'), document.steps().length]).toEqual([
      { label: 'Change value of sid', changed: 0, added: [] },
      0,
    ]);
  });
});

describe('lines', () => {
  test('are added at the end, with what a person left out filled in', () => {
    const document = open(file);
    const first = done(
      addEntry(document, { fields: { domain: 'new.example', name: 'a', value: 'b' }, now: NOW }),
    );
    expect(first).toEqual({ label: 'Add a', changed: 1, added: [4] });
    done(
      addEntry(document, {
        fields: { domain: '.new.example', path: '/x', secureOnly: 'yes', httpOnly: 'yes', expires: '1d' },
        now: NOW,
      }),
    );
    expect(written(document)).toBe(
      file +
        line('new.example FALSE / FALSE 0 a b') +
        line(`#HttpOnly_.new.example TRUE /x TRUE ${NOW + 86_400}  `),
    );
    expect(finish(addEntry(document, { fields: { name: 'a' }, now: NOW }))).toEqual({
      refused: 'An entry needs a domain.',
    });
  });

  test('are duplicated right behind themselves', () => {
    const document = open(file);
    expect(done(duplicateLines(document, { ids: [3, 1], now: NOW }))).toEqual({
      label: 'Duplicate 2 cookies',
      changed: 2,
      added: [4, 5],
    });
    expect(written(document)).toBe(HEADER + sid + sid + lang + old + old);
  });

  test('are removed whatever they are', () => {
    const document = open(file);
    expect(done(removeLines(document, { ids: [0, 1], now: NOW })).label).toBe('Delete 2 lines');
    expect(written(document)).toBe(lang + old);
    done(removeLines(document, { ids: [2], now: NOW }));
    expect(document.undoLabel).toBe('Delete lang');
  });

  test('expire with 1, never 0', () => {
    const document = open(file);
    expect(done(expireEntries(document, { ids: [1, 2, 3], now: NOW }))).toMatchObject({
      label: 'Expire 3 cookies',
      changed: 2,
    });
    expect(written(document)).toBe(
      HEADER + sid.replace('1900000000', '1') + lang.replace('\t0\t', '\t1\t') + old,
    );
    expect(done(removeExpired(document, NOW)).label).toBe('Delete 3 expired cookies');
    expect(written(document)).toBe(HEADER);
  });
});

describe('fixes', () => {
  test('of one rule mend all its findings, or those on some lines', () => {
    const lower = line('.a.com true / FALSE 0 a 1');
    const document = open(HEADER + lower + lower);
    const rule = document.judge.findings.rulesOf(1).map((at) => document.judge.findings.rules[at]?.id ?? '');
    const boolean = rule.find((id) => id.includes('flag') || id.includes('boolean')) ?? '';
    done(fixRule(document, { rule: boolean, ids: [2], now: NOW }));
    expect(written(document)).toBe(HEADER + lower + lower.replace('true', 'TRUE'));
    done(fixRule(document, { rule: boolean, now: NOW }));
    expect(written(document)).toBe(HEADER + (lower + lower).replaceAll('true', 'TRUE'));
  });

  test('put a header in front, take the byte order mark away and make all line ends LF, each as one step', () => {
    const document = open(`\xef\xbb\xbf${(sid + lang).replaceAll('\n', '\r\n')}${old.slice(0, -1)}`);
    const fix = (rule: string): ByteString => {
      done(fixRule(document, { rule, now: NOW }));
      return written(document);
    };
    const ended = (sid + lang).replaceAll('\n', '\r\n') + old.slice(0, -1);
    expect([fix('byte-order-mark'), fix('header-missing')]).toEqual([
      ended,
      HEADER.replace('\n', '\r\n') + ended,
    ]);
    done(fixAll(document, { rules: ['crlf-line-ends', 'final-newline-missing'], now: NOW }));
    expect([written(document), document.steps().length]).toEqual([HEADER + sid + lang + old, 3]);
    while (finish(document.undo()));
    expect(document.properties.encoding.byteOrderMark).toBe(true);
  });

  test('that the host carries out are handed to it', () => {
    const document = open(file);
    document.setMode(0o644);
    expect(finish(fixRule(document, { rule: 'file-readable-by-others', now: NOW }))).toMatchObject({
      changed: 0,
      mode: 0o600,
    });
  });

  test('of duplicates remove the lines that a later one overrules, or the chosen ones of them', () => {
    const again = (value: string): ByteString => line(`.example.com TRUE / TRUE 1900000000 sid ${value}`);
    const twice = HEADER + again('1') + lang + again('2') + again('3');
    const document = open(twice);
    done(fixRule(document, { rule: 'duplicate-identity', ids: [3], now: NOW }));
    expect(written(document)).toBe(HEADER + again('1') + lang + again('3'));
    done(fixRule(document, { rule: 'duplicate-identity', now: NOW }));
    expect([written(document), document.undoLabel]).toEqual([
      HEADER + lang + again('3'),
      'Fix “Overruled by a later line” on 1 line',
    ]);
  });

  test('that are not there are refused', () => {
    expect(finish(fixRule(open(file), { rule: 'none-such', now: NOW }))).toEqual({
      refused: 'There is no such rule.',
    });
    expect(finish(fixAll(open(file), { rules: ['none-such'], now: NOW }))).toEqual({
      refused: 'There is no such rule.',
    });
  });
});

describe('a JSON document', () => {
  const entry = (name: string, value: string, more = ''): ByteString =>
    `{"domain":".example.com","hostOnly":false,"httpOnly":false,"name":"${name}","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":"0","value":"${value}"${more}}`;
  const json = `[\n  ${entry('a', '1', ', "unknown": [1, 2]')},\n  42,\n  ${entry('b', '2')}\n]\n`;

  test('comes out as it went in, keeps what it does not know, and changes only what was set', () => {
    const document = open(json);
    expect([document.format.id, written(document)]).toEqual(['cookie-editor', json]);
    set(document, 'value', 'new\tvalue', [0]);
    expect(written(document)).toBe(json.replace('"value":"1"', '"value":"new\\u0009value"'));
    set(document, 'sameSite', 'strict', [2]);
    expect(document.table.extras(document.lines.row(2))?.sameSite).toBe('strict');
    done(removeLines(document, { ids: [1], now: NOW }));
    expect(JSON.parse(written(document))).toHaveLength(2);
    while (finish(document.undo()));
    expect(written(document)).toBe(json);
  });

  test('takes new entries, copies and pasted lines', () => {
    const document = open(json);
    done(
      addEntry(document, {
        fields: { domain: 'new.example', name: 'n', value: 'v', sameSite: 'none' },
        now: NOW,
      }),
    );
    done(duplicateLines(document, { ids: [0], now: NOW }));
    paste(document, sid);
    const parsed = JSON.parse(written(document)) as readonly { readonly name?: string }[];
    expect(parsed.map((one) => one.name)).toEqual(['a', 'a', undefined, 'b', 'n', 'sid']);
    expect(open(written(document)).counts().entries).toBe(5);
  });
});
