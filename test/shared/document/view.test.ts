import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addEntry, removeLines, setField } from '#shared/document/edits/edits.ts';
import { facets } from '#shared/document/facets.ts';
import type { SortKey } from '#shared/document/sort-rows.ts';
import { View } from '#shared/document/view.ts';
import type { ViewRow } from '#shared/document/view-row.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open } from './open-for-test.ts';
import { plainMatches } from './plain-query.ts';
import { anyFile } from './random-file.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

type Document = ReturnType<typeof open>;

function viewOf(document: Document, query = '', sort: readonly SortKey[] = []): View {
  const view = new View(document);
  finish(view.query(query, sort));
  expect(view.error).toBeUndefined();
  return view;
}

const DAY = 86_400;

const condition = fc.constantFrom(
  'sid',
  'example',
  'COMMENT',
  'name:s',
  'name=sid',
  'name=""',
  'value:ga',
  'value:é',
  'value:"x;y"',
  'domain:.example',
  'domain=other.example',
  'site:example.com',
  'site:a.co.uk',
  'path:/s',
  'path=/',
  'httponly',
  'purpose:analytics',
  'first-party:example.com',
  'third-party:example.com',
  'long-lived-id',
  'secure',
  'hostonly',
  'session',
  'expired',
  'expires<7d',
  'expires>30d',
  'expires:24h',
  'expires:24h..7d',
  'size>4',
  'rule:expired',
  'rule:name-empty',
  'severity:error',
  'severity:warning',
  'problem',
  'is:comment',
  'is:unparsed',
  'is:entry',
  'is:blank',
  'is:edited',
  'is:added',
  '/s.d|^a/',
  'name:/^S/',
  'value:/[é;]/',
  'domain:/^other/',
  'site:/co[.]uk$/',
  'path:/^.$/',
);
const terms = fc
  .array(fc.tuple(fc.constantFrom('', '', '-'), condition), { maxLength: 3 })
  .map((parts) => parts.map((part) => part.join('')).join(' '));
const query = fc.oneof(
  { weight: 3, arbitrary: terms },
  fc
    .array(fc.tuple(terms, terms, fc.constantFrom('', '-')), { minLength: 1, maxLength: 3 })
    .map((parts) =>
      parts.map(([beside, within, sign]) => `${beside} ${sign}(${within || 'a'})`).join(' or '),
    ),
);

/** Some edits, made by numbers that fit any document. */
function edit(document: Document, edits: readonly number[]): void {
  for (const n of edits) {
    const ids = document.lines.ids();
    const id = ids[n % Math.max(1, ids.length)] ?? 0;
    if (n % 4 === 0) finish(removeLines(document, { ids: [id], now: NOW }));
    else if (n % 4 === 1)
      finish(setField(document, { ids: [id], field: 'name', text: n % 3 === 0 ? 'sid' : 'other', now: NOW }));
    else if (n % 4 === 2)
      finish(addEntry(document, { fields: { domain: 'new.example.com', name: 'sid' }, now: NOW }));
    else finish(document.undo());
  }
}

test('a query finds what a plain look at every line finds, before and after edits', () => {
  fc.assert(
    fc.property(
      anyFile,
      fc.array(fc.nat(100), { maxLength: 5 }),
      fc.array(query, { minLength: 1, maxLength: 4 }),
      (file, edits, texts) => {
        const document = open(file, 'netscape');
        const view = new View(document);
        for (const text of texts) {
          finish(view.query(text, []));
          expect([text, ...view.matchedIds()]).toEqual([text, ...plainMatches(document, text)]);
        }
        edit(document, edits);
        for (const text of texts) {
          finish(view.query(text, []));
          expect([text, ...view.matchedIds()]).toEqual([text, ...plainMatches(document, text)]);
          expect(finish(view.firstRows(text, 3)).map(({ id }) => id)).toEqual(
            plainMatches(document, text).slice(0, 3),
          );
        }
      },
    ),
    { numRuns: 800 },
  );
});

test('after edits a view shows what it showed, less what is gone, and what matches or is new', () => {
  fc.assert(
    fc.property(anyFile, query, fc.array(fc.nat(100), { maxLength: 6 }), (file, text, edits) => {
      const document = open(file, 'netscape');
      const view = viewOf(document, text);
      const shown = new Set(view.matchedIds());
      const known = document.lines.idCount;
      for (const n of edits) {
        edit(document, [n]);
        if (view.stale) finish(view.refresh());
        const wanted = new Set(plainMatches(document, text));
        const ids = [...document.lines.ids()].filter((id) => shown.has(id) || wanted.has(id) || id >= known);
        expect([...view.matchedIds()]).toEqual(ids);
        for (const id of ids) shown.add(id);
        // A line that went and came back is judged by the query again.
        for (const id of shown) if (!document.lines.ids().includes(id)) shown.delete(id);
      }
    }),
    { numRuns: 800 },
  );
});

const sortKey = fc.record({
  column: fc.constantFrom(
    'line',
    'name',
    'value',
    'domain',
    'path',
    'expires',
    'secureOnly',
    'httpOnly',
    'hostOnly',
    'size',
    'severity' as const,
  ),
  descending: fc.boolean(),
}) as fc.Arbitrary<SortKey>;

function rank(document: Document, id: number, { column }: SortKey): string | number {
  const row = document.lines.row(id);
  const { table } = document;
  const raw = table.rawEntry(row);
  const cookie = table.cookie(row);
  switch (column) {
    case 'line':
      return document.lines.place(id);
    case 'domain':
      return cookie.domain.toLowerCase();
    case 'name':
    case 'value':
    case 'path':
      return raw[column];
    case 'expires': {
      const expiry = table.columns.expiry[row] ?? NaN;
      return expiry === 0 ? Infinity : Number.isNaN(expiry) ? -Infinity : expiry;
    }
    case 'secureOnly':
    case 'httpOnly':
    case 'hostOnly':
      return cookie[column] ? 1 : 0;
    case 'size':
      return cookie.name.length + cookie.value.length;
    case 'severity':
      return document.judge.findings.severity(row);
    case 'sameSite':
      return 0;
  }
}

test('lines are sorted by each column in turn, what is alike in document order', () => {
  fc.assert(
    fc.property(
      anyFile,
      fc.array(sortKey, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(100), { maxLength: 4 }),
      (file, sort, edits) => {
        const document = open(file, 'netscape');
        edit(document, edits);
        const ids = plainMatches(document, 'is:entry');
        const sorted = ids.toSorted((left, right) => {
          for (const key of sort) {
            const [one, other] = [rank(document, left, key), rank(document, right, key)];
            if (one !== other) return (one < other ? -1 : 1) * (key.descending ? -1 : 1);
          }
          return ids.indexOf(left) - ids.indexOf(right);
        });
        expect([...viewOf(document, 'is:entry', sort).matchedIds()]).toEqual(sorted);
      },
    ),
    { numRuns: 800 },
  );
});

test('facets count the lines that their terms would find in the same view', () => {
  fc.assert(
    fc.property(anyFile, fc.constantFrom('', 'sid', 'is:entry', 'problem'), (file, text) => {
      const document = open(file, 'netscape');
      const view = viewOf(document, text);
      const openSites = finish(facets(view)).sites.values.map(({ label }) => label);
      const { sites, problems, expiry, flags, purposes } = finish(facets(view, { openSites }));
      const hosts = sites.values.flatMap((site) => site.hosts);
      for (const { term, label, count } of [
        ...sites.values,
        ...hosts,
        ...problems,
        ...expiry,
        ...flags,
        ...purposes,
      ]) {
        const negated = term.startsWith('-') ? 'is:entry' : '';
        expect([label, count]).toEqual([label, viewOf(document, `${text} ${term} ${negated}`).matches]);
      }
    }),
  );
});

describe('a view', () => {
  const file =
    HEADER +
    line('.example.com TRUE / TRUE 0 sid one') +
    line('www.example.com FALSE / FALSE 1900000000 lang two') +
    'broken line\n' +
    line('#HttpOnly_.other.org TRUE /a FALSE 1 old three');

  test('shows entries and unread lines, values masked', () => {
    const view = viewOf(open(file));
    const rows = view.rows(0, 10);
    expect(rows.map(({ line: at, name, domain, text }) => [at, name, domain, text])).toEqual([
      [2, 'sid', 'example.com', undefined],
      [3, 'lang', 'www.example.com', undefined],
      [4, '', '', '••••••'],
      [5, 'old', 'other.org', undefined],
    ]);
    expect(rows.some((row) => 'value' in row)).toBe(false);
    expect([view.matches, view.total]).toEqual([4, 4]);
  });

  test('gives the value of a revealed line only', () => {
    const view = viewOf(open(file));
    expect(view.rows(0, 4, new Set([2])).map(({ value }) => value)).toEqual([
      undefined,
      'two',
      undefined,
      undefined,
    ]);
  });

  test('keeps what it shows when a query is wrong, and says where', () => {
    const view = viewOf(open(file), 'sid');
    finish(view.query('sid size>big', []));
    expect([view.matches, view.text, view.error?.from]).toEqual([1, 'sid', 4]);
    finish(view.query('lang', []));
    expect([view.matches, view.error]).toEqual([1, undefined]);
  });

  test('keeps a line in place that no longer matches, until the next query', () => {
    const document = open(file);
    const view = viewOf(document, 'name:sid');
    finish(setField(document, { ids: [1], field: 'name', text: 'renamed', now: NOW }));
    expect(view.stale).toBe(true);
    finish(view.refresh());
    expect(view.rows(0, 9).map(({ name, state }) => [name, state])).toEqual([['renamed', 'edited']]);
    finish(view.query('name:sid', []));
    expect(view.matches).toBe(0);
  });

  test('brings a line back into a sorted view when its removal is undone', () => {
    const document = open(file);
    const view = viewOf(document, 'is:entry', [{ column: 'name', descending: false }]);
    finish(removeLines(document, { ids: [4], now: NOW }));
    finish(view.refresh());
    expect(view.rows(0, 9).map(({ name }) => name)).toEqual(['lang', 'sid']);
    finish(document.undo());
    finish(view.refresh());
    expect(view.rows(0, 9).map(({ name }) => name)).toEqual(['lang', 'old', 'sid']);
  });

  test('follows the clock where its query speaks of time', () => {
    const document = open(file);
    const view = viewOf(document, 'expired');
    const other = viewOf(document, 'sid');
    finish(document.setNow(1_900_000_001));
    expect([view.stale, other.stale]).toEqual([true, false]);
    finish(view.refresh());
    expect(view.rows(0, 9).map(({ name }) => name)).toEqual(['lang', 'old']);
  });

  test('selects by position, all, none, and all but some, and works on shown lines only', () => {
    const view = viewOf(open(file));
    view.select({ kind: 'all' });
    view.select({ kind: 'toggle', ids: [2] });
    expect([view.selected, ...view.selectedIds()]).toEqual([3, 1, 3, 4]);
    finish(view.query('name:old', []));
    expect([view.selected, ...view.selectedIds()]).toEqual([1, 4]);
    finish(view.query('', []));
    view.select({ kind: 'range', from: 1, to: 2, keep: false });
    view.select({ kind: 'invert' });
    expect([...view.selectedIds()]).toEqual([1, 4]);
    view.select({ kind: 'only', ids: [3] });
    view.select({ kind: 'range', from: 3, to: 3, keep: true });
    expect(view.rows(0, 9).map(({ selected }: ViewRow) => selected)).toEqual([false, false, true, true]);
    view.select({ kind: 'none' });
    expect(view.selected).toBe(0);
  });

  test('locates lines and walks findings round', () => {
    const view = viewOf(open(file), '', [{ column: 'line', descending: true }]);
    expect([view.locate(4), view.locate(1), view.locate(0)]).toEqual([0, 3, undefined]);
    const problems = viewOf(view.document, 'problem').matchedIds();
    const walked = [];
    let at = -1;
    for (const _ of problems) {
      const next = view.nextFinding(at, false);
      walked.push(next?.id);
      at = next?.position ?? at;
    }
    expect(walked).toEqual([...problems].toReversed());
    expect(view.nextFinding(at, false)?.id).toBe(walked[0]);
    expect(view.nextFinding(at, true)?.id).toBe(walked.at(-2) ?? walked[0]);
  });

  test('marks the facet values that stand in its query', () => {
    const view = viewOf(open(file), 'site:example.com -httponly');
    const { sites, flags } = finish(facets(view, {}));
    expect(sites.values.map(({ label, active, count }) => [label, active, count])).toEqual([
      ['example.com', true, 2],
    ]);
    expect(flags.filter(({ active }) => active).map(({ term }) => term)).toEqual(['-httponly']);
  });

  test('lists the sites with most entries first, as many as asked for', () => {
    const { sites } = finish(facets(viewOf(open(file)), { siteLimit: 1 }));
    expect([sites.values.map(({ label }) => label), sites.more]).toEqual([['example.com'], 1]);
    const found = finish(facets(viewOf(open(file)), { siteSearch: 'OTHER' })).sites;
    expect([found.values.map(({ term }) => term), found.more]).toEqual([['site:other.org'], 0]);
  });

  test('lists the hosts of the sites that are open, and how many there are of the others', () => {
    const view = viewOf(open(file), 'domain=www.example.com or site:other.org');
    const { sites } = finish(facets(view, { openSites: ['example.com'] }));
    expect(sites.values.map(({ label, hostCount }) => [label, hostCount])).toEqual([
      ['example.com', 1],
      ['other.org', 0],
    ]);
    const all = finish(facets(viewOf(open(file)), { openSites: ['example.com'] })).sites;
    expect(all.values.map(({ hosts }) => hosts.map(({ term, count }) => [term, count]))).toEqual([
      [
        ['domain=example.com', 1],
        ['domain=www.example.com', 1],
      ],
      [],
    ]);
  });
});

test('days are counted from the clock', () => {
  const soon = open(
    HEADER +
      line(`a.com FALSE / FALSE ${NOW + DAY - 1} a 1`) +
      line(`a.com FALSE / FALSE ${NOW + DAY + 1} b 1`),
  );
  expect(
    viewOf(soon, 'expires:24h')
      .rows(0, 5)
      .map(({ name }) => name),
  ).toEqual(['a']);
});
