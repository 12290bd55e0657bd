import { describe, expect, test, vi } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { entryDetail } from '#shared/document/entry-detail.ts';
import { duplicateLines, expireEntries, removeLines, setField } from '#shared/document/edits/edits.ts';
import { finish } from '#shared/table/progress.ts';
import { fixtures, NOW, open, written } from './open-for-test.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** The file as lines with their ends, in the bytes of the table: without byte order mark, in UTF-8, ended by LF. */
function linesOf(document: ReturnType<typeof open>): ByteString[] {
  return [...document.lines.rows()].map((row) => document.table.line(row));
}

/** Where the fields of a row begin and end in its line. */
function placesIn(
  document: ReturnType<typeof open>,
  row: number,
): Record<'name' | 'value' | 'path', [number, number]> {
  const { table } = document;
  const start = table.columns.start[row] ?? 0;
  const ends = (field: 'name' | 'value' | 'path'): [number, number] => {
    const [from, to] = table.fieldEnds(row, field);
    return [from - start, to - start];
  };
  return { name: ends('name'), value: ends('value'), path: ends('path') };
}

describe.each(fixtures())('$name', ({ text }) => {
  test('comes out byte for byte as it went in', () => {
    expect(written(open(text))).toBe(text);
  });

  test('an edit of one entry changes that line alone, and undoing it nothing', () => {
    const document = open(text);
    const before = linesOf(document);
    const ids = [...document.lines.ids()].filter((id) => document.kind(id) === 'entry');
    for (const id of ids) {
      const at = document.lines.place(id) - 1;
      const fields = placesIn(document, document.lines.row(id));
      for (const [field, typed] of [
        ['value', 'new'],
        ['name', 'renamed'],
        ['path', '/elsewhere'],
        ['expires', '1900000001'],
        ['secureOnly', 'yes'],
        ['httpOnly', 'yes'],
        ['httpOnly', 'no'],
        ['hostOnly', 'yes'],
        ['hostOnly', 'no'],
        ['domain', 'other.example'],
      ] as const) {
        const outcome = finish(setField(document, { ids: [id], field, text: typed, now: NOW }));
        if (outcome.refused !== undefined) throw new Error(outcome.refused);
        const after = linesOf(document);
        expect(after.filter((_, place) => place !== at)).toEqual(before.filter((_, place) => place !== at));
        expect(entryDetail(document, { id, reveal: true })?.kind).toBe('entry');
        if (outcome.changed === 0) continue;
        expect(after[at]).not.toBe(before[at]);
        // A line of six columns has no TAB before its value yet: it is put in with it.
        if (
          (field === 'name' || field === 'value' || field === 'path') &&
          before[at]?.[fields[field][0] - 1] === '\t'
        ) {
          expect(after[at]).toBe(
            before[at]?.slice(0, fields[field][0]) + typed + before[at]?.slice(fields[field][1]),
          );
        }
        finish(document.undo());
        expect(written(document)).toBe(text);
      }
    }
  });

  test('what a person typed is what the entry then says', () => {
    const document = open(text);
    const ids = [...document.lines.ids()].filter((id) => document.kind(id) === 'entry');
    const set = (
      field: 'name' | 'value' | 'path' | 'domain' | 'hostOnly' | 'secureOnly' | 'httpOnly' | 'expires',
      typed: string,
    ): void => {
      finish(setField(document, { ids, field, text: typed, now: NOW }));
    };
    set('name', 'renamed');
    set('value', 'a=b c');
    set('path', '/elsewhere');
    set('expires', '1900000001');
    set('secureOnly', 'yes');
    set('httpOnly', 'yes');
    set('domain', '.other.example');
    const expected = {
      name: 'renamed',
      value: 'a=b c',
      domain: 'other.example',
      hostOnly: false,
      path: '/elsewhere',
      secureOnly: true,
      httpOnly: true,
      expiryTime: 1_900_000_001,
    };
    for (const id of ids) expect(document.table.cookie(document.lines.row(id))).toMatchObject(expected);
    set('hostOnly', 'yes');
    for (const id of ids) {
      expect(document.table.rawEntry(document.lines.row(id))).toMatchObject({
        domain: 'other.example',
        flag: 'FALSE',
      });
    }
    const again = open(written(document));
    expect(again.counts().entries).toBe(ids.length);
  });

  test('expired, duplicated, removed and undone, it is the same file', () => {
    const document = open(text);
    const ids = document.lines.ids();
    finish(expireEntries(document, { ids, now: NOW }));
    finish(duplicateLines(document, { ids, now: NOW }));
    finish(removeLines(document, { ids, now: NOW }));
    const end = written(document);
    while (finish(document.undo()));
    expect(written(document)).toBe(text);
    while (finish(document.redo()));
    expect(written(document)).toBe(end);
  });
});
