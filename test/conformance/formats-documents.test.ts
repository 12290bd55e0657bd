import { describe, expect, test } from 'vitest';
import { byteString } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { duplicateLines, fixRule, removeLines, setField } from '#shared/document/edits/edits.ts';
import { ndjson } from '#shared/formats/ndjson.ts';
import { FORMATS } from '#shared/formats/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { NOW, open, written as saved } from '../shared/document/open-for-test.ts';
import { fixture, fixtures, readWell, type ReadRow } from './format-reading.ts';

const EDITS = [
  ['name', 'renamed'],
  ['value', 'a "new" value'],
  ['path', '/elsewhere'],
  ['expires', '1900000001'],
  ['expires', 'session'],
  ['secureOnly', 'yes'],
  ['httpOnly', 'yes'],
  ['hostOnly', 'yes'],
  ['sameSite', 'strict'],
  ['domain', '.other.example'],
] as const;

const SAMPLES = FORMATS.filter(({ kind }) => kind === 'source').flatMap((format) =>
  fixtures(`formats/${format.id}`).map((path) => ({ path, format })),
);

/** The cookie of a row with the full stop that contradicts its host-only mark, where there is one. */
function stated({ table }: CookieDocument, row: number): Cookie {
  const cookie = table.cookie(row);
  const dotted = cookie.hostOnly && table.field(row, 'domain').startsWith('.');
  return dotted ? { ...cookie, domain: `.${cookie.domain}` } : cookie;
}

describe.each(SAMPLES)('$path as an open document', ({ path, format }) => {
  const text = byteString(fixture(path));
  const read = (source: string) => readWell(format, Buffer.from(source, 'latin1')).rows;
  const facts = ({ cookie, reason }: ReadRow) => cookie ?? reason;

  test('holds what the reader read, and is saved byte for byte', () => {
    const document = open(text);
    expect(document.format).toBe(format);
    const rows = [...document.lines.rows()];
    expect(rows.length).toBe(read(text).length);
    for (const [at, { cookie }] of read(text).entries()) {
      if (cookie !== undefined) expect(stated(document, rows[at] ?? 0)).toEqual(cookie);
    }
    expect(saved(document)).toBe(text);
  });

  test('is edited entry by entry: the others stay as they are, and undo brings every byte back', () => {
    const document = open(text);
    const ids = [...document.lines.ids()].filter((id) => document.kind(id) === 'entry');
    for (const id of ids) {
      const at = document.lines.place(id) - 1;
      for (const [field, typed] of EDITS) {
        const outcome = finish(setField(document, { ids: [id], field, text: typed, now: NOW }));
        if (outcome.refused !== undefined) {
          expect(saved(document)).toBe(text);
          continue;
        }
        const after = read(saved(document));
        const expected = read(text).map(facts);
        expected[at] = stated(document, document.lines.row(id));
        if (outcome.changed > 0) expect(after.map(facts)).toEqual(expected);
        else expect(saved(document)).toBe(text);
        if (outcome.changed > 0) finish(document.undo());
        expect(saved(document)).toBe(text);
      }
    }
  });

  test('is taken apart and put together again', () => {
    const document = open(text);
    const ids = [...document.lines.ids()];
    finish(duplicateLines(document, { ids, now: NOW }));
    const doubled = read(saved(document)).filter(({ cookie }) => cookie !== undefined).length;
    expect(doubled).toBe(2 * read(text).filter(({ cookie }) => cookie !== undefined).length);
    finish(removeLines(document, { ids: [...document.lines.ids()], now: NOW }));
    expect(read(saved(document))).toEqual([]);
    while (finish(document.undo()));
    expect(saved(document)).toBe(text);
  });
});

const IMPORTED = FORMATS.filter(({ kind }) => kind === 'import').flatMap((format) =>
  fixtures(`formats/${format.id}`).map((path) => ({ path, format })),
);

describe.each(IMPORTED)('$path as a copy', ({ path, format }) => {
  const copy = () => open(byteString(fixture(path)), format.id);

  test('is kept in a format that holds all that was read', () => {
    const document = copy();
    const { rows } = readWell(format, fixture(path));
    expect(document.importedFrom).toBe(format);
    expect(document.format).toBe(ndjson);
    const back = readWell(ndjson, Buffer.from(saved(document), 'latin1')).rows;
    expect(back.map(({ cookie }) => cookie)).toEqual(rows.map(({ cookie }) => cookie));
    expect(document.readOnly).toBeUndefined();
  });

  test('is edited like any document, and undo brings everything back', () => {
    const document = copy();
    const before = saved(document);
    const ids = [...document.lines.ids()].filter((id) => document.kind(id) === 'entry');
    finish(setField(document, { ids, field: 'value', text: 'a new value', now: NOW }));
    expect(saved(document).split('a new value').length - 1).toBe(ids.length);
    finish(document.undo());
    expect(saved(document)).toBe(before);
  });
});

test('fixing a full stop that contradicts the host-only mark reaches the file', () => {
  const source = '[{"name":"n","value":"v","domain":".a.example","hostOnly":true,"path":"/","session":true}]';
  const document = open(source);
  finish(fixRule(document, { rule: 'domain-flag-mismatch', now: NOW }));
  expect(saved(document)).toBe(source.replace('.a.example', 'a.example'));
});
