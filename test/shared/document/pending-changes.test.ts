import { expect, test } from 'vitest';
import { removeLines, setField, addEntry, fixRule } from '#shared/document/edits/edits.ts';
import { countChanges, discardChanges, listChanges } from '#shared/document/pending-changes.ts';
import { commitReload, planReload } from '#shared/document/reload.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from './open-for-test.ts';

const sid = line('.example.com TRUE / TRUE 1900000000 sid S3cret');
const lang = line('www.example.com FALSE / FALSE 0 lang S3cret');
const file = `\xef\xbb\xbf${HEADER}${sid}# note\n${lang}`;

function changed(): ReturnType<typeof open> {
  const document = open(file);
  finish(setField(document, { ids: [1], field: 'value', text: 'n3w', now: NOW }));
  finish(setField(document, { ids: [1], field: 'expires', text: 'session', now: NOW }));
  finish(removeLines(document, { ids: [2], now: NOW }));
  finish(addEntry(document, { fields: { domain: 'new.example', name: 'a' }, now: NOW }));
  finish(fixRule(document, { rule: 'byte-order-mark', now: NOW }));
  return document;
}

test('what differs from the disk is listed in document order, properties first, and values are masked', () => {
  const document = changed();
  expect(countChanges(document)).toEqual({
    total: 4,
    added: 1,
    edited: 1,
    removed: 1,
    moved: 0,
    properties: 1,
  });
  expect(listChanges(document, { from: 0, to: 10, reveal: false })).toEqual([
    { kind: 'property', subject: 'Byte order mark', details: [], before: 'there', after: 'none' },
    {
      id: 1,
      kind: 'edited',
      subject: 'example.com sid',
      details: [
        { field: 'value', before: '••••••', after: '••••••' },
        { field: 'expires', before: '17 March 2030, 17:46 UTC', after: 'session' },
      ],
      line: 2,
      before: '.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t••••••',
      after: '.example.com\tTRUE\t/\tTRUE\t0\tsid\t••••••',
    },
    { id: 2, kind: 'removed', subject: 'Comment', details: [], before: '# note' },
    {
      id: 4,
      kind: 'added',
      subject: 'new.example a',
      details: [],
      line: 4,
      after: 'new.example\tFALSE\t/\tFALSE\t0\ta\t',
    },
  ]);
  expect(listChanges(document, { from: 1, to: 2, reveal: true })[0]?.details[0]).toEqual({
    field: 'value',
    before: 'S3cret',
    after: 'n3w',
  });
});

test('some changes are taken back and the others stay', () => {
  const document = changed();
  const step = discardChanges(document, [2, 4], NOW);
  if (step === undefined) throw new Error('there is something to discard');
  expect(step.label).toBe('Discard 2 changes');
  finish(document.commit(step));
  expect(countChanges(document)).toMatchObject({ total: 2, edited: 1, properties: 1 });
  const rest = discardChanges(document, undefined, NOW);
  if (rest !== undefined) finish(document.commit(rest));
  expect([written(document), document.dirty, discardChanges(document, undefined, NOW)]).toEqual([
    file,
    false,
    undefined,
  ]);
  finish(document.undo());
  expect(countChanges(document).total).toBe(2);
});

test('after undoing a reload that moved lines, the moved ones are listed', () => {
  const plain = open(HEADER + sid + lang + line('a.com FALSE / FALSE 0 a 1'));
  const disk = HEADER + line('a.com FALSE / FALSE 0 a 1') + sid + lang;
  const plan = finish(planReload(plain, { bytes: bytesOf(disk), keepEdits: true, now: NOW }));
  if (plan.refused !== undefined) throw new Error(plan.code);
  finish(commitReload(plain, plan));
  expect(plain.dirty).toBe(false);
  finish(plain.undo());
  expect([
    countChanges(plain),
    listChanges(plain, { from: 0, to: 9, reveal: false }).map(({ id, kind }) => [id, kind]),
  ]).toEqual([{ total: 1, added: 0, edited: 0, removed: 0, moved: 1, properties: 0 }, [[3, 'moved']]]);
});
