import { expect, test } from 'vitest';
import type { DocumentInfo } from '#shared/api/document.ts';
import { USUAL_PREFERENCES } from '#shared/api/settings.ts';
import type { AppState } from '../../../renderer/state/app-store.ts';
import {
  neighbour,
  revisionOf,
  withDocument,
  withoutDocument,
} from '../../../renderer/state/document-list.ts';
import { mergeLayout } from '../../../renderer/state/layout.ts';

function info(id: string, version = 0): DocumentInfo {
  return {
    id,
    title: id,
    hasFile: true,
    formatId: 'netscape',
    formatName: 'Netscape cookies.txt',
    encoding: 'utf-8',
    byteOrderMark: false,
    lineEnd: 'lf',
    bytes: 0,
    lines: 0,
    entries: 0,
    unparsed: 0,
    expired: 0,
    protected: 0,
    ignored: 0,
    version,
    dirty: false,
    changes: 0,
    disk: 'same',
    watching: true,
    findings: { error: 0, warning: 0, info: 0, hint: 0 },
  };
}

function state(ids: readonly string[], active?: string): AppState {
  return {
    connection: 'connected',
    documents: ids.map((id) => info(id)),
    ...(active === undefined ? {} : { active }),
    previews: [],
    views: {},
    copies: {},
    unrepaired: [],
    askedAbout: [],
    recent: [],
    now: 0,
    notices: [],
    announcement: '',
    concealed: 0,
    layout: mergeLayout(undefined),
    preferences: USUAL_PREFERENCES,
  };
}

test('a new document gets the last tab, a known one keeps its place', () => {
  const before = state(['d1', 'd2']);
  expect(withDocument(before, info('d3')).documents?.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
  expect(withDocument(before, info('d1', 4)).documents?.map(({ id, version }) => [id, version])).toEqual([
    ['d1', 4],
    ['d2', 0],
  ]);
});

test('news that is older than what is known is left out', () => {
  const before = { ...state([]), documents: [info('d1', 5)] };
  expect(withDocument(before, info('d1', 4))).toEqual({});
});

test.each([
  ['d1', 'd1', 'd2'],
  ['d2', 'd2', 'd3'],
  ['d3', 'd3', 'd2'],
  ['d1', 'd2', 'd1'],
])('with %s active, closing %s leaves %s active', (active, closed, next) => {
  const after = withoutDocument(state(['d1', 'd2', 'd3'], active), closed);
  expect(after.active).toBe(next);
  expect(after.documents?.map(({ id }) => id)).not.toContain(closed);
});

test('the last tab closed leaves none active, and closing twice changes nothing', () => {
  expect(withoutDocument(state(['d1'], 'd1'), 'd1').active).toBeUndefined();
  expect(withoutDocument(state(['d1'], 'd1'), 'd9')).toEqual({});
});

test('walking the tabs goes round their ends', () => {
  const three = state(['d1', 'd2', 'd3'], 'd3');
  expect([neighbour(three, 1), neighbour(three, -1)]).toEqual(['d1', 'd2']);
});

test('a kept arrangement is taken where it fits and ignored where it does not', () => {
  const merged = mergeLayout({ facets: false, facetsWidth: 'wide', unknown: 1 });
  expect(merged).toEqual({ ...mergeLayout(undefined), facets: false });
  expect(mergeLayout('nonsense')).toEqual(mergeLayout(undefined));
});

test.each<{ readonly what: string; readonly now: Partial<DocumentInfo> }>([
  { what: 'an edit', now: { version: 1 } },
  { what: 'a save', now: { dirty: true } },
  { what: 'another mode of the file', now: { mode: '0600' } },
  { what: 'what the clock expired', now: { findings: { error: 0, warning: 1, info: 0, hint: 0 } } },
])('what is shown of a document is asked for again after $what', ({ now }) => {
  const before = { ...state([]), documents: [info('d1')] };
  const after = { ...before, documents: [{ ...info('d1'), ...now }] };
  expect(revisionOf(after, 'd1')).not.toBe(revisionOf(before, 'd1'));
  expect(revisionOf({ ...before }, 'd1')).toBe(revisionOf(before, 'd1'));
});
