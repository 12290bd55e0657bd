import { expect, test } from 'vitest';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { expireEntries, fixAll, fixRule, removeLines, setField } from '#shared/document/edits/edits.ts';
import type { EditOutcome } from '#shared/document/edits/edit-outcome.ts';
import { sparingProtected } from '#shared/document/edits/spare-protected.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from './open-for-test.ts';

const A = line('.a.example TRUE / TRUE 1900000000 a 1');
const B = line('.b.example TRUE / TRUE 1900000000 b 2');
const C = line('.c.example TRUE / TRUE 1900000000 c 3');

/** Three entries, ids 1 to 3, of which the second is protected. */
function jar(): CookieDocument {
  const document = open(HEADER + A + B + C);
  document.protection.mark([2], true);
  return document;
}

const labelOf = (outcome: EditOutcome): string | undefined =>
  outcome.refused === undefined ? outcome.label : undefined;

test.each([
  ['Delete 2 cookies (1 protected stay)', removeLines],
  ['Expire 2 cookies (1 protected stay)', expireEntries],
] as const)('a selection with a protected entry in it: %s', (label, edit) => {
  const document = jar();
  const outcome = finish(edit(document, { ids: [1, 2, 3], now: NOW }));
  expect(labelOf(outcome)).toBe(label);
  expect(written(document)).toContain(B);
  expect(written(document)).not.toContain(A);
  finish(document.undo());
  expect(written(document)).toBe(HEADER + A + B + C);
});

test('one field of many entries passes over protected ones', () => {
  const document = jar();
  const outcome = finish(setField(document, { ids: [1, 2, 3], field: 'path', text: '/x', now: NOW }));
  expect(labelOf(outcome)).toBe('Change path of 2 cookies (1 protected stay)');
  expect(written(document)).toContain(B);
});

test('a protected entry that alone was chosen is meant', () => {
  const document = jar();
  expect(labelOf(finish(removeLines(document, { ids: [2], now: NOW })))).toBe('Delete b');
  expect(written(document)).toBe(HEADER + A + C);
});

test('fixes of many lines pass over protected ones and say so', () => {
  const bad = (name: string): string => line(`.${name}.example FALSE / TRUE 1900000000 ${name} 1`);
  const document = open(HEADER + bad('a') + bad('b'));
  document.protection.mark([1], true);
  const rule = { rule: 'domain-flag-mismatch', now: NOW };
  const outcome = finish(sparingProtected(document, fixRule(document, rule)));
  expect(labelOf(outcome)).toMatch(/on 1 line \(1 protected stay\)$/);
  expect(written(document)).toContain(bad('a'));
  expect(written(document)).not.toContain(bad('b'));
  const again = finish(sparingProtected(document, fixAll(document, { now: NOW })));
  expect(again).toMatchObject({ changed: 0 });
});
