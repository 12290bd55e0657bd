import { expect, test } from 'vitest';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { removeLines, setField } from '#shared/document/edits/edits.ts';
import { findingsOfRule, findingsSummary } from '#shared/document/findings.ts';
import { View } from '#shared/document/view.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open } from './open-for-test.ts';

const OLD = line('.a.example TRUE / TRUE 1 old 1');
const OLDER = line('.b.example TRUE / TRUE 1 older 2');
const TWICE = line('.c.example TRUE / TRUE 1900000000 twice 3');

/** Ids 1 and 2 are expired, 3 and 4 are one cookie. */
const jar = (): CookieDocument => open(HEADER + OLD + OLDER + TWICE + TWICE);

const count = (document: CookieDocument, rule: string): number =>
  findingsSummary(document).find((summary) => summary.rule.id === rule)?.count ?? 0;
const placesOf = (document: CookieDocument, rule: string) =>
  findingsOfRule(document, rule, 0, 9).findings.map(({ id }) => id);

test('a finding that is ignored on one line is not counted, listed or found there, and is elsewhere', () => {
  const document = jar();
  const { findings } = document.judge;
  const before = findings.countOf(1);
  document.ignoreHere('expired', [1]);
  expect(count(document, 'expired')).toBe(1);
  expect(placesOf(document, 'expired')).toEqual([2]);
  expect(findings.countOf(1)).toBe(before - 1);
  const view = new View(document);
  finish(view.query('rule:expired', []));
  expect(view.matches).toBe(1);
  expect(document.ignored.list()).toMatchObject([{ rule: { id: 'expired' }, everywhere: false, places: 1 }]);
});

test('it stays ignored when the line is edited, the edit is undone, the clock moves and lines are judged together', () => {
  const document = jar();
  document.ignoreHere('expired', [1]);
  document.ignoreHere('duplicate-identity', [4]);
  const before = placesOf(document, 'duplicate-identity');
  finish(setField(document, { ids: [1], field: 'value', text: 'other', now: NOW }));
  expect(placesOf(document, 'expired')).toEqual([2]);
  finish(document.undo());
  expect(placesOf(document, 'expired')).toEqual([2]);
  finish(document.setNow(NOW + 1));
  expect(placesOf(document, 'expired')).toEqual([2]);
  finish(removeLines(document, { ids: [2], now: NOW }));
  expect(count(document, 'expired')).toBe(0);
  expect(placesOf(document, 'duplicate-identity')).toEqual(before);
  finish(document.undo());
  expect(placesOf(document, 'expired')).toEqual([2]);
});

test('it is heard again as it would be had nobody ignored it, whatever happened meanwhile', () => {
  const document = jar();
  document.ignoreHere('expired', [1, 2]);
  document.ignoreHere('duplicate-identity', [3, 4]);
  finish(setField(document, { ids: [1], field: 'expires', text: '1900000000', now: NOW }));
  finish(removeLines(document, { ids: [3], now: NOW }));
  finish(document.heed('expired'));
  finish(document.heed('duplicate-identity'));
  const other = jar();
  finish(setField(other, { ids: [1], field: 'expires', text: '1900000000', now: NOW }));
  finish(removeLines(other, { ids: [3], now: NOW }));
  for (const rule of ['expired', 'duplicate-identity']) {
    expect(placesOf(document, rule)).toEqual(placesOf(other, rule));
  }
  expect(findingsSummary(document).map(({ rule, count: found }) => [rule.id, found])).toEqual(
    findingsSummary(other).map(({ rule, count: found }) => [rule.id, found]),
  );
  expect(document.ignored.list()).toEqual([]);
});

test('a rule that is ignored everywhere finds nothing, and those that are off stay off', () => {
  const document = jar();
  const usual = findingsSummary(document).map(({ rule }) => rule.id);
  document.ignoreRules(['expired']);
  expect(count(document, 'expired')).toBe(0);
  expect(document.ignored.list()).toMatchObject([{ rule: { id: 'expired' }, everywhere: true, places: 0 }]);
  document.ignoreRules([]);
  expect(findingsSummary(document).map(({ rule }) => rule.id)).toEqual(usual);
});
