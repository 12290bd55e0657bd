import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { addEntry, fixRule, removeLines, setField } from '#shared/document/edits/edits.ts';
import { countChanges } from '#shared/document/pending-changes.ts';
import { commitReload, planReload } from '#shared/document/reload.ts';
import type { ReloadPlan } from '#shared/document/reload.ts';
import { View } from '#shared/document/view.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from './open-for-test.ts';
import { anyFile } from './random-file.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

function plan(document: CookieDocument, disk: ByteString, keepEdits = true): ReloadPlan {
  const planned = finish(planReload(document, { bytes: bytesOf(disk), keepEdits, now: NOW }));
  if (planned.refused !== undefined) throw new Error(planned.code);
  return planned;
}

function reload(document: CookieDocument, disk: ByteString, keepEdits = true): ReloadPlan {
  const planned = plan(document, disk, keepEdits);
  finish(commitReload(document, planned));
  return planned;
}

const sid = line('.example.com TRUE / TRUE 1900000000 sid one');
const lang = line('www.example.com FALSE / FALSE 1900000000 lang en');
const marked = line('#HttpOnly_.other.org TRUE / TRUE 1900000000 token three');
const file = HEADER + sid + lang + '# mine\n' + marked;

test('without pending edits the document becomes what is on disk, clean, and undo brings back what was', () => {
  fc.assert(
    fc.property(anyFile, anyFile, fc.boolean(), (before, after, keepEdits) => {
      const document = open(before, 'netscape');
      reload(document, after, keepEdits);
      expect([written(document), document.dirty, countChanges(document).total]).toEqual([after, false, 0]);
      while (finish(document.undo()));
      expect([written(document), document.dirty]).toEqual([before, before !== after]);
      while (finish(document.redo()));
      expect([written(document), document.dirty]).toEqual([after, false]);
    }),
    { numRuns: 800 },
  );
});

test('with pending edits a revert is what is on disk, and what changed since leads from the disk to the document', () => {
  fc.assert(
    fc.property(
      anyFile,
      anyFile,
      fc.array(fc.nat(40), { maxLength: 4 }),
      fc.boolean(),
      (before, after, edits, keepEdits) => {
        const document = open(before, 'netscape');
        for (const n of edits) {
          const ids = document.lines.ids();
          const target = { ids: [ids[n % Math.max(1, ids.length)] ?? 0], now: NOW };
          if (n % 3 === 0) finish(removeLines(document, target));
          else if (n % 3 === 1) finish(setField(document, { ...target, field: 'value', text: 'mine' }));
          else finish(addEntry(document, { fields: { domain: 'mine.example', name: String(n) }, now: NOW }));
        }
        const mine = written(document);
        const reached = document.steps().length;
        reload(document, after, keepEdits);
        if (!keepEdits) expect([written(document), document.dirty]).toEqual([after, false]);
        expect(document.dirty).toBe(countChanges(document).total > 0);
        const merged = written(document);
        // A second look at the same bytes finds nothing that the other program did.
        const again = plan(document, after);
        expect([again.changed, again.overruled, again.summary]).toEqual([0, 0, []]);
        if (document.steps().length > reached) finish(document.undo());
        expect(written(document)).toBe(mine);
        finish(document.redo());
        expect(written(document)).toBe(merged);
      },
    ),
    { numRuns: 800 },
  );
});

describe('a rewrite by another program', () => {
  test('keeps pending edits, additions and removals of lines that it did not touch', () => {
    const document = open(file);
    finish(setField(document, { ids: [2], field: 'value', text: 'de', now: NOW }));
    finish(removeLines(document, { ids: [3], now: NOW }));
    finish(addEntry(document, { fields: { domain: 'mine.example', name: 'new', value: '1' }, now: NOW }));
    const planned = reload(
      document,
      file.replace('\tone', '\tTWO') + line('theirs.example FALSE / FALSE 0 a b'),
    );
    expect(planned.summary).toEqual(['1 value rotated', '1 entry added for theirs.example']);
    expect([planned.changed, planned.overruled]).toEqual([2, 0]);
    expect(written(document)).toBe(
      HEADER +
        sid.replace('one', 'TWO') +
        lang.replace('en', 'de') +
        marked +
        line('theirs.example FALSE / FALSE 0 a b') +
        line('mine.example FALSE / FALSE 0 new 1'),
    );
    expect(countChanges(document)).toMatchObject({ total: 3, edited: 1, removed: 1, added: 1 });
  });

  test('overrules pending edits of lines that it changed too, and says how many', () => {
    const document = open(file);
    finish(setField(document, { ids: [1], field: 'value', text: 'mine', now: NOW }));
    finish(setField(document, { ids: [2], field: 'value', text: 'mine', now: NOW }));
    const planned = reload(document, file.replace('\tone', '\ttheirs').replace(lang, ''));
    expect(planned.overruled).toBe(2);
    expect([written(document), document.dirty]).toEqual([
      HEADER + sid.replace('one', 'theirs') + '# mine\n' + marked,
      false,
    ]);
    finish(document.undo());
    expect([written(document), document.dirty]).toEqual([
      file.replace('\tone', '\tmine').replace('\ten\n', '\tmine\n'),
      true,
    ]);
  });

  test('is told in words that hold no value', () => {
    const document = open(file);
    const disk =
      sid.replace('TRUE\t1900000000\tsid\tone', 'TRUE\t1900000777\tsid\tS3cret') +
      lang +
      marked.replace('#HttpOnly_', '') +
      Array.from({ length: 14 }, (_, at) => line(`.dailymotion.com TRUE / FALSE 0 n${at} S3cret`)).join('');
    expect(plan(document, disk).summary).toEqual([
      '1 value rotated',
      '1 expiry moved',
      '14 entries added for dailymotion.com',
      '1 HttpOnly mark lost',
      'header removed',
      '1 comment removed',
    ]);
  });

  test('that takes lines out among blank ones does not look like another order', () => {
    const before = `${HEADER}${sid}\n${lang}\n${marked}${line('last.example FALSE / FALSE 0 a b')}`;
    const after = `${HEADER}${lang}\n${marked}${line('next.example FALSE / FALSE 0 a b')}`;
    expect(plan(open(before), after).summary).toEqual([
      '1 entry added for next.example',
      '2 entries removed from example.com (1) and last.example (1)',
    ]);
  });

  test('that changes line ends, order or encoding says so', () => {
    const words = (disk: ByteString): readonly string[] => plan(open(file), disk).summary;
    expect([
      words(file),
      words(file.replaceAll('\n', '\r\n')),
      words(HEADER + marked + sid + lang + '# mine\n'),
      words(`\xef\xbb\xbf${file}`),
      words(file.slice(0, -1)),
    ]).toEqual([
      [],
      ['line ends changed'],
      ['lines put in another order'],
      ['byte order mark added'],
      ['blank lines or line ends changed'],
    ]);
  });

  test('leaves ids, selection and marks on the lines that they were on', () => {
    const document = open(file);
    const view = new View(document);
    finish(view.query('', []));
    view.select({ kind: 'only', ids: [1, 4] });
    reload(document, HEADER + line('first.example FALSE / FALSE 0 a b') + marked + sid.replace('one', 'TWO'));
    finish(view.refresh());
    expect(view.rows(0, 9).map(({ name, selected, external }) => [name, selected, external])).toEqual([
      ['a', false, true],
      ['token', true, undefined],
      ['sid', true, true],
    ]);
    document.markSaved(document.version);
    expect(document.external(1)).toBe(true);
    finish(setField(document, { ids: [1], field: 'value', text: 'mine', now: NOW }));
    expect(document.external(1)).toBe(false);
  });

  test('that turned the file into something else is refused', () => {
    const planned = finish(
      planReload(open(file), { bytes: bytesOf('<!doctype html><p>'), keepEdits: true, now: NOW }),
    );
    expect(planned).toEqual({ refused: true, code: 'format-web-page' });
  });

  test('that left something that is hardly a cookie file is still taken line by line', () => {
    const document = open(file);
    reload(document, 'a.com\tTRUE\t/\n');
    expect(written(document)).toBe('a.com\tTRUE\t/\n');
  });

  test('that emptied the file empties the document', () => {
    const document = open(file);
    reload(document, '');
    expect([written(document), document.lines.liveCount]).toEqual(['', 0]);
    finish(document.undo());
    expect(written(document)).toBe(file);
  });

  test('keeps a pending change of the byte order mark where the disk still has it', () => {
    const document = open(`\xef\xbb\xbf${file}`);
    finish(fixRule(document, { rule: 'byte-order-mark', now: NOW }));
    reload(document, `\xef\xbb\xbf${file.replace('\tone', '\tTWO')}`);
    expect([written(document), countChanges(document).properties]).toEqual([
      file.replace('\tone', '\tTWO'),
      1,
    ]);
  });

  test('cannot be taken over in another state than it was planned in', () => {
    const document = open(file);
    const planned = plan(document, HEADER);
    finish(removeLines(document, { ids: [1], now: NOW }));
    expect(() => finish(commitReload(document, planned))).toThrow('another state');
  });
});

test('a JSON export that was rewritten is matched by what its entries say, and still written back verbatim', () => {
  const entry = (name: string, value: string, more = ''): string =>
    `{"domain":".example.com","hostOnly":false,"httpOnly":false,"name":"${name}","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":null,"value":"${value}"${more}}`;
  const before = `[${entry('a', '1')}, ${entry('b', '2')}]`;
  const after = `[\n  ${entry('b', '3', ',"id": 7')},\n  ${entry('c', '4')}]`;
  const document = open(before);
  finish(setField(document, { ids: [0], field: 'value', text: 'mine', now: NOW }));
  const { summary } = reload(document, after);
  expect(summary).toEqual([
    '1 value rotated',
    '1 entry added for example.com',
    '1 entry removed from example.com',
  ]);
  expect([written(document), document.dirty]).toEqual([after, false]);
  finish(setField(document, { ids: [1], field: 'value', text: 'mine', now: NOW }));
  expect(written(document)).toBe(after.replace('"value":"3"', '"value":"mine"'));
  while (finish(document.undo()));
  expect(written(document)).toBe(before);
});
