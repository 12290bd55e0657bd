import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { savedLines } from '#shared/document/reload/saved-lines.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { byteString } from '#shared/cookie/byte-string.ts';
import { finish } from '#shared/table/progress.ts';
import { written } from '../open-for-test.ts';
import { anyFile, anyLine } from '../random-file.ts';
import { commit, edited, merged, MINE, planned, THEIRS } from './merge-for-test.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** A file and two others that come from it by a few edits each: lines changed, taken out, put in or swapped. */
const edit = fc.record({
  at: fc.nat(30),
  kind: fc.constantFrom('value', 'expiry', 'remove', 'insert', 'mark', 'swap', 'replace'),
  line: anyLine,
  text: fc.constantFrom('one', 'two', '1', '1900000000'),
});
const edits = fc.array(edit, { maxLength: 5 });

function changed(
  text: string,
  list: readonly (typeof edit extends fc.Arbitrary<infer One> ? One : never)[],
): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  for (const { at, kind, line, text: to } of list) {
    const place = lines.length === 0 ? 0 : at % lines.length;
    const was = lines[place] ?? '';
    const columns = was.replace(/\r?\n$/, '').split('\t');
    const end = /\r?\n$/.exec(was)?.[0] ?? '';
    if (kind === 'remove') lines.splice(place, 1);
    else if (kind === 'insert') lines.splice(place, 0, `${line}\n`);
    else if (kind === 'replace') lines[place] = line + end;
    else if (kind === 'swap') lines.splice(place, 2, ...lines.slice(place, place + 2).reverse());
    else if (kind === 'mark') lines[place] = was.startsWith('#HttpOnly_') ? was.slice(10) : was;
    else if (columns.length === 7) {
      columns[kind === 'value' ? 6 : 4] = to;
      lines[place] = columns.join('\t') + end;
    }
  }
  return lines.map((one, at) => (at < lines.length - 1 && !one.endsWith('\n') ? `${one}\n` : one)).join('');
}

const sides = fc
  .tuple(anyFile, edits, edits)
  .map(([base, here, there]) => ({ base, mine: changed(base, here), theirs: changed(base, there) }));

const sortedLines = (text: string): string[] =>
  (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((one) => one.replace(/\r?\n$/, '')).toSorted();

function saved(document: CookieDocument): string {
  return [...document.writeSaved()].map((bytes) => byteString(bytes)).join('');
}

test('a merge with what was there already is what I have', () => {
  fc.assert(
    fc.property(sides, ({ base, mine }) => {
      const document = merged({ base, mine, theirs: base }, MINE);
      expect(written(document)).toBe(mine);
      expect(saved(document)).toBe(base);
    }),
    { numRuns: 500 },
  );
});

test('a merge without edits of mine is what they have', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        sides,
        fc.tuple(anyFile, anyFile).map(([base, theirs]) => ({ base, theirs })),
      ),
      ({ base, theirs }) => {
        const document = merged({ base, mine: base, theirs }, MINE);
        expect([written(document), document.dirty]).toEqual([theirs, false]);
      },
    ),
    { numRuns: 500 },
  );
});

test('what is on disk counts as saved, what differs from it is dirty, and undo and redo are exact', () => {
  fc.assert(
    fc.property(sides, fc.constantFrom(MINE, THEIRS), ({ base, mine, theirs }, choices) => {
      const document = edited(base, mine);
      const steps = document.steps().length;
      commit(document, planned(document, theirs), choices);
      const result = written(document);
      expect(saved(document)).toBe(theirs);
      if (result !== theirs) expect(document.dirty).toBe(true);
      if (!document.dirty) expect(result).toBe(theirs);
      expect(savedLines(document).ids.length).toBe(planned(document, theirs).disk.table.count);
      if (document.steps().length > steps) finish(document.undo());
      expect(written(document)).toBe(mine);
      finish(document.redo());
      expect([written(document), saved(document)]).toEqual([result, theirs]);
      // A second look at the same bytes finds nothing that they did.
      expect(planned(document, theirs).conflicts).toBe(0);
    }),
    { numRuns: 800 },
  );
});

test('the lines of a merge are the same from either side when conflicts take the same one', () => {
  // A line that is no cookie has no identity: which line a new one stands for is known on one side only.
  const ofEntries = edits.map((list) =>
    list.filter(
      ({ kind, line }) => kind !== 'replace' && (kind !== 'insert' || line.split('\t').length === 7),
    ),
  );
  const entrySides = fc
    .tuple(anyFile, ofEntries, ofEntries)
    .map(([base, here, there]) => ({ base, mine: changed(base, here), theirs: changed(base, there) }));
  fc.assert(
    fc.property(entrySides, ({ base, mine, theirs }) => {
      const one = merged({ base, mine, theirs }, MINE);
      const other = merged({ base, mine: theirs, theirs: mine }, THEIRS);
      expect(sortedLines(written(one))).toEqual(sortedLines(written(other)));
    }),
    { numRuns: 500 },
  );
});
