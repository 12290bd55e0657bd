import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { entryDetail } from '#shared/document/entry-detail.ts';
import { setField } from '#shared/document/edits/edits.ts';
import {
  documentFindings,
  findingsBySeverity,
  findingsOfLine,
  findingsOfRule,
  findingsSummary,
} from '#shared/document/findings.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open } from './open-for-test.ts';
import { anyFile } from './random-file.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

const sid = line('.example.com TRUE / TRUE 1900000000 sid S3cret');
const old = line('www.example.com FALSE /a FALSE 1 old S3cret');

test('summary, windows and lines tell the same findings', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const document = open(file, 'netscape');
      const { findings } = document.judge;
      const ofLines = [...document.lines.ids()].flatMap((id) => findingsOfLine(document, id));
      const told = [...ofLines, ...documentFindings(document)];
      const summary = findingsSummary(document);
      for (const { rule, count } of summary) {
        expect([rule.id, told.filter((finding) => finding.rule === rule.id).length]).toEqual([
          rule.id,
          count,
        ]);
        const { total, findings: listed } = findingsOfRule(document, rule.id, 0, 1000);
        expect([total, listed]).toEqual([count, told.filter((finding) => finding.rule === rule.id)]);
        expect(findingsOfRule(document, rule.id, 1, 2).findings).toEqual(listed.slice(1, 2));
      }
      expect(told.length).toBe(summary.reduce((sum, { count }) => sum + count, 0));
      expect(Object.values(findingsBySeverity(document)).reduce((sum, count) => sum + count, 0)).toBe(
        told.length,
      );
      expect(findings.rules.length).toBeGreaterThan(30);
    }),
  );
});

test('the worst come first', () => {
  const order = ['error', 'warning', 'info', 'hint'];
  const severities = findingsSummary(open(sid + old + 'junk\n')).map(({ rule }) =>
    order.indexOf(rule.severity),
  );
  expect(severities.length).toBeGreaterThan(1);
  expect(severities).toEqual(severities.toSorted((left, right) => left - right));
});

test('the detail of an entry has everything but its value', () => {
  const document = open(HEADER + sid + old);
  finish(setField(document, { ids: [1], field: 'name', text: 'session', now: NOW }));
  const { findings, ...detail } = entryDetail(document, { id: 1, reveal: false }) ?? { findings: [] };
  expect(findings.every(({ id, line: at }) => id === 1 && at === 2)).toBe(true);
  expect(detail).toEqual({
    id: 1,
    line: 2,
    version: 1,
    kind: 'entry',
    state: 'edited',
    summary: 'Sent to example.com and every subdomain, only over HTTPS, until 17 March 2030.',
    name: 'session',
    domain: 'example.com',
    hostOnly: false,
    path: '/',
    secureOnly: true,
    httpOnly: false,
    expiryTime: 1_900_000_000,
    expiryText: '1900000000',
    registrableDomain: 'example.com',
    purpose: {
      category: 'sign-in',
      title: 'Sign-in',
      text: 'Probably Flask: keeps one visit together, signed in or not.',
    },
    nameBytes: 7,
    valueBytes: 6,
    extras: [],
    editable: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly', 'httpOnly', 'expires'],
    raw: '.example.com\tTRUE\t/\tTRUE\t1900000000\tsession\t••••••',
    savedRaw: '.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t••••••',
  });
});

test('a revealed entry shows its value, its line and the line on disk', () => {
  const document = open(HEADER + sid);
  expect(entryDetail(document, { id: 1, reveal: true })).toMatchObject({
    value: 'S3cret',
    raw: sid.slice(0, -1),
  });
  expect(entryDetail(document, { id: 7, reveal: true })).toBeUndefined();
});

test('a line that could not be read says why, and no value', () => {
  const document = open(`${HEADER}example.com\tTRUE\tS3cret\n# sid=S3cret\n`);
  expect(entryDetail(document, { id: 1, reveal: false })).toMatchObject({
    kind: 'unparsed',
    summary: 'Kept as it is, but not read as an entry.',
    reason: 'It has fewer than seven columns.',
    raw: 'example.com\tTRUE••••••',
    editable: [],
  });
  expect(entryDetail(document, { id: 2, reveal: false })).toMatchObject({
    kind: 'comment',
    raw: '# sid=••••••',
  });
});

test('the attributes of a browser export are told beside the entry', () => {
  const json = JSON.stringify([
    {
      name: 'n',
      value: 'v',
      domain: '.a.com',
      path: '/',
      expires: -1,
      size: 2,
      httpOnly: false,
      secure: true,
      session: true,
      sameSite: 'Lax',
      priority: 'High',
      sourcePort: 443,
    },
  ]);
  const detail = entryDetail(open(json), { id: 0, reveal: false });
  expect(detail).toMatchObject({
    sameSite: 'lax',
    extras: [
      { label: 'Priority', text: 'high' },
      { label: 'Source port', text: '443' },
    ],
  });
  expect(detail?.editable).toContain('sameSite');
});
