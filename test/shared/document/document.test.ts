import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import {
  addEntry,
  duplicateLines,
  expireEntries,
  fixAll,
  removeLines,
  setField,
} from '#shared/document/edits/edits.ts';
import { newDocument, openDocument } from '#shared/document/open-document.ts';
import { countChanges, discardChanges } from '#shared/document/pending-changes.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, strings, written } from './open-for-test.ts';
import { paste } from './transfer/paste.ts';
import { anyFile } from './random-file.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** What the rules say of every line, and of the document. */
function verdicts(document: CookieDocument): unknown {
  const { judge, lines } = document;
  return {
    lines: [...lines.rows()].map((row) => judge.findings.rulesOf(row)),
    counts: judge.findings.rules.map((rule, at) =>
      rule.scope === 'document' ? 0 : judge.findings.count(at),
    ),
    document: document.documentFindings(),
  };
}

type Act =
  | 'name'
  | 'expires'
  | 'domain'
  | 'remove'
  | 'duplicate'
  | 'expire'
  | 'add'
  | 'paste'
  | 'fix'
  | 'undo'
  | 'redo'
  | 'save'
  | 'discard';
const act = fc.record({
  act: fc.constantFrom<Act>(
    'name',
    'expires',
    'domain',
    'remove',
    'duplicate',
    'expire',
    'add',
    'paste',
    'fix',
    'undo',
    'redo',
    'save',
    'discard',
  ),
  at: fc.array(fc.nat(50), { minLength: 1, maxLength: 3 }),
});

function make(
  document: CookieDocument,
  { act: kind, at }: { readonly act: Act; readonly at: readonly number[] },
): void {
  const all = document.lines.ids();
  const ids = at.map((n) => all[n % Math.max(1, all.length)] ?? 0);
  const target = { ids, now: NOW };
  switch (kind) {
    case 'name':
      return void finish(setField(document, { ...target, field: 'name', text: 'sid' }));
    case 'expires':
      return void finish(setField(document, { ...target, field: 'expires', text: '30d' }));
    case 'domain':
      return void finish(setField(document, { ...target, field: 'domain', text: '.example.com' }));
    case 'remove':
      return void finish(removeLines(document, target));
    case 'duplicate':
      return void finish(duplicateLines(document, target));
    case 'expire':
      return void finish(expireEntries(document, target));
    case 'add':
      return void finish(
        addEntry(document, { fields: { domain: 'example.com', name: 'sid', value: '1' }, now: NOW }),
      );
    case 'paste':
      return void paste(document, `${line('.example.com TRUE / FALSE 0 _ga 1', '\r\n')}junk`);
    case 'fix':
      return void finish(fixAll(document, { now: NOW }));
    case 'undo':
      return void finish(document.undo());
    case 'redo':
      return void finish(document.redo());
    case 'save':
      return document.markSaved(document.version);
    case 'discard': {
      const step = discardChanges(document, at.length === 1 ? undefined : ids, NOW);
      return step === undefined ? undefined : finish(document.commit(step));
    }
  }
}

test('whatever was done: undone it is the same file, judged as if opened anew, and dirty only when it differs', () => {
  fc.assert(
    fc.property(anyFile, fc.array(act, { maxLength: 12 }), (file, acts) => {
      const document = open(file, 'netscape');
      let saved = file;
      for (const one of acts) {
        make(document, one);
        if (one.act === 'save') saved = written(document);
        if (!document.dirty) expect(written(document)).toBe(saved);
        const { total, ...kinds } = countChanges(document);
        expect(total).toBe(Object.values(kinds).reduce((sum, count) => sum + count, 0));
        expect(total > 0).toBe(document.dirty);
      }
      const now = written(document);
      const again = open(now, 'netscape');
      expect(verdicts(document)).toEqual(verdicts(again));
      const { open: _open, ...facts } = document.counts();
      const { open: _other, ...expected } = again.counts();
      expect({ ...document.facts(), ...facts }).toMatchObject({
        ...again.facts(),
        entries: expected.entries,
        unparsed: expected.unparsed,
      });
      const discard = discardChanges(document, undefined, NOW);
      if (discard !== undefined) finish(document.commit(discard));
      expect([written(document), document.dirty]).toEqual([saved, false]);
      while (finish(document.undo()));
      expect(written(document)).toBe(file);
    }),
    { numRuns: 800 },
  );
});

test('any bytes can be opened as a cookie file, and come out as they went in', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', '\xef\xbb\xbf', '\xff\xfe', '\xfe\xff'),
      (bytes, mark) => {
        const text = mark + [...bytes].map((byte) => String.fromCharCode(byte)).join('');
        const document = open(text, 'netscape');
        if (document.readOnly === undefined) expect(written(document)).toBe(text);
      },
    ),
    { numRuns: 80 },
  );
});

describe('a document', () => {
  const file =
    HEADER + line('.example.com TRUE / TRUE 0 sid one') + line('other.org FALSE /a FALSE 1 old two');

  test('in UTF-16 is edited and written back in UTF-16', () => {
    const wide = `\xff\xfe${file.replace(/[^]/g, '$&\0')}`;
    const document = open(wide, 'netscape');
    finish(setField(document, { ids: [1], field: 'value', text: 'é', now: NOW }));
    expect(written(document)).toBe(wide.replace('o\0n\0e\0', '\xe9\0'));
    expect(document.facts()).toMatchObject({ encoding: 'utf-16le', byteOrderMark: true, entries: 2 });
  });

  test('with lone CRs is edited and written back with lone CRs', () => {
    const old = file.replaceAll('\n', '\r');
    const document = open(old);
    finish(addEntry(document, { fields: { domain: 'new.example', name: 'a' }, now: NOW }));
    expect(written(document)).toBe(`${old}${line('new.example FALSE / FALSE 0 a ', '\r')}`);
    expect(document.facts().lineEnds).toEqual({ lf: 0, crLf: 0, cr: 4 });
  });

  test('without a final line end gets one where a line follows', () => {
    const document = open(file.slice(0, -1));
    expect(document.facts().finalNewline).toBe(false);
    finish(addEntry(document, { fields: { domain: 'new.example', name: 'a' }, now: NOW }));
    expect(written(document)).toBe(file + line('new.example FALSE / FALSE 0 a '));
  });

  test('with CR LF gets new lines with CR LF', () => {
    const document = open(file.replaceAll('\n', '\r\n'));
    finish(addEntry(document, { fields: { domain: 'new.example', name: 'a' }, now: NOW }));
    expect(written(document)).toBe((file + line('new.example FALSE / FALSE 0 a ')).replaceAll('\n', '\r\n'));
  });

  test('that is new has the header, is not dirty, and takes entries', () => {
    const document = newDocument(strings, NOW);
    expect([written(document), document.dirty, document.undoLabel]).toEqual([
      `${HEADER}\n`,
      false,
      undefined,
    ]);
    finish(addEntry(document, { fields: { domain: '.example.com', name: 'a', value: 'b' }, now: NOW }));
    expect(written(document)).toBe(`${HEADER}\n${line('.example.com TRUE / FALSE 0 a b')}`);
  });

  test('writes untouched stretches as slices of its own bytes', () => {
    const document = open(HEADER + line('a.com FALSE / FALSE 0 a 1').repeat(100));
    finish(setField(document, { ids: [50], field: 'value', text: '2', now: NOW }));
    const pieces = [...document.write()];
    expect([pieces.length, pieces.every((piece) => piece.buffer === document.table.bytes.buffer)]).toEqual([
      3,
      true,
    ]);
  });

  test('tells the state of its lines against what was saved last', () => {
    const document = open(file);
    finish(setField(document, { ids: [1], field: 'value', text: 'x', now: NOW }));
    finish(duplicateLines(document, { ids: [2], now: NOW }));
    const states = (): string[] => [...document.lines.ids()].map((id) => document.state(id));
    expect(states()).toEqual(['saved', 'edited', 'saved', 'added']);
    document.markSaved(document.version);
    expect(states()).toEqual(['saved', 'saved', 'saved', 'saved']);
    finish(document.undo());
    expect([states(), document.dirty]).toEqual([['saved', 'saved', 'saved'], true]);
  });

  test('is refused when it is something else', () => {
    const refusal = finish(
      openDocument({ bytes: bytesOf('<!doctype html><html></html>'), strings, now: NOW }),
    );
    expect(refusal).toEqual({ refused: true, code: 'format-web-page' });
  });
});
