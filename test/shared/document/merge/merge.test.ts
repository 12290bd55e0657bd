import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { describeMerge } from '#shared/document/merge/describe-merge.ts';
import { droppedBy } from '#shared/document/merge/merge-choices.ts';
import { previewMerge } from '#shared/document/merge/preview-merge.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, open, written } from '../open-for-test.ts';
import { AUTO, commit, compared, edited, merged, MINE, planned, THEIRS } from './merge-for-test.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

const sid = line('.example.com TRUE / TRUE 1900000000 sid one');
const lang = line('www.example.com FALSE / FALSE 1900000000 lang en');
const token = line('#HttpOnly_.other.org TRUE / TRUE 1900000000 token three');
const base = HEADER + sid + lang + '# mine\n' + token;

/** A cookie of its own: `n` is in its name, and each column is given or as in the base. */
const cookie = (n: number, value = 'v', expiry = '1900000000', mark = ''): string =>
  line(`${mark}.site${n}.example TRUE / TRUE ${expiry} c${n} ${value}`);

/** What one side does to one cookie. */
const deed = fc.constantFrom('nothing', 'value', 'expiry', 'mark', 'remove');
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

function done(n: number, deeds: readonly Deed[]): string {
  const has = (wanted: Deed): boolean => deeds.includes(wanted);
  if (has('remove')) return '';
  return cookie(
    n,
    has('value') ? 'new' : 'v',
    has('expiry') ? '1950000000' : undefined,
    has('mark') ? '#HttpOnly_' : '',
  );
}

test('no edit of either side is lost: fields go together, and only a removal meets an edit as a conflict', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(deed, deed), { minLength: 1, maxLength: 12 }),
      fc.tuple(fc.nat(3), fc.nat(3)),
      (deeds, [added, addedThere]) => {
        const file = (side: (n: number, pair: readonly [Deed, Deed]) => string): string =>
          HEADER + deeds.map((pair, n) => side(n, pair)).join('');
        const extra = (count: number, from: number): string =>
          Array.from({ length: count }, (_, at) => cookie(from + at)).join('');
        const sides = {
          base: file((n) => cookie(n)),
          mine: file((n, [mine]) => done(n, [mine])) + extra(added, 100),
          theirs: file((n, [, theirs]) => done(n, [theirs])) + extra(addedThere, 200),
        };
        const clash = ([one, other]: readonly [Deed, Deed]): boolean =>
          (one === 'remove') !== (other === 'remove') && one !== 'nothing' && other !== 'nothing';
        const document = edited(sides.base, sides.mine);
        const plan = planned(document, sides.theirs);
        expect(plan.conflicts).toBe(deeds.filter(clash).length);
        commit(document, plan, MINE);
        const expected = file((n, pair) => done(n, clash(pair) ? [pair[0]] : pair));
        expect(written(document).split('\n').toSorted()).toEqual(
          (expected + extra(added, 100) + extra(addedThere, 200)).split('\n').toSorted(),
        );
      },
    ),
    { numRuns: 300 },
  );
});

describe('a merge', () => {
  test('puts different fields of one entry together and leaves every other line as it was', () => {
    const mine = base.replace('1900000000\tsid', '1950000000\tsid');
    const theirs = base.replace('\tone', '\tROTATED') + line('new.example FALSE / FALSE 0 a b');
    const document = merged({ base, mine, theirs }, AUTO);
    expect(written(document)).toBe(theirs.replace('1900000000\tsid', '1950000000\tsid'));
    expect(document.dirty).toBe(true);
    expect(document.undoLabel).toBe('Merge with the file on disk');
    finish(document.undo());
    expect(written(document)).toBe(mine);
  });

  test('leaves a field that both sides changed open until somebody decides', () => {
    const mine = base.replace('\tone', '\tmine').replace('1900000000\tsid', '1950000000\tsid');
    const theirs = base.replace('\tone', '\ttheirs');
    const document = edited(base, mine);
    const plan = planned(document, theirs);
    expect(finish(previewMerge(document, plan, AUTO))).toEqual({ open: 1, added: 0, edited: 0, removed: 0 });
    const [id = -1] = plan.differing;
    expect(describeMerge(document, plan, id, true)).toMatchObject({
      subject: 'example.com sid',
      outcome: 'conflict',
      fields: [
        { field: 'value', outcome: 'conflict', base: 'one', mine: 'mine', theirs: 'theirs' },
        { field: 'expires', outcome: 'mine' },
      ],
    });
    expect(JSON.stringify(describeMerge(document, plan, id, false))).not.toMatch(
      /sid\\t(?:one|mine|theirs)|:"(?:one|theirs)"/,
    );
    commit(document, plan, { ...AUTO, lines: new Map([[id, { fields: { value: 'theirs' } }]]) });
    expect(written(document)).toBe(theirs.replace('1900000000\tsid', '1950000000\tsid'));
  });

  test('takes a whole line of one side where that is chosen', () => {
    const mine = base.replace('\tone', '\tmine').replace('1900000000\tsid', '1950000000\tsid');
    const theirs = base.replace('\tone', '\ttheirs');
    const document = edited(base, mine);
    const plan = planned(document, theirs);
    const [id = -1] = plan.differing;
    commit(document, plan, { ...AUTO, lines: new Map([[id, 'theirs']]) });
    expect([written(document), document.dirty]).toEqual([theirs, false]);
  });

  test('takes all of either side', () => {
    const mine = base.replace('\tone', '\tmine').replace(token, '');
    const theirs = base.replace('\tone', '\ttheirs').replace('three', 'four');
    expect(written(merged({ base, mine, theirs }, MINE))).toBe(mine);
    expect(written(merged({ base, mine, theirs }, THEIRS))).toBe(theirs);
    expect(written(merged({ base, mine, theirs }, { ...AUTO, others: 'theirs', conflicts: 'theirs' }))).toBe(
      theirs,
    );
    expect(written(merged({ base, mine, theirs }, { ...AUTO, others: 'mine', conflicts: 'mine' }))).toBe(
      mine,
    );
  });

  test('knows a cookie that both sides added, and one that I removed and added again', () => {
    const added = line('added.example FALSE / FALSE 0 a');
    const both = merged({ base, mine: base + added + '', theirs: base + added }, AUTO);
    expect([written(both), both.dirty]).toEqual([base + added, false]);
    const again = base.replace(sid, '') + sid.replace('one', 'mine');
    const plan = planned(edited(base, again), base.replace('1900000000\tsid', '1950000000\tsid'));
    expect(plan.conflicts).toBe(0);
  });

  test('puts back what they dropped and keeps what else they did', () => {
    const theirs = `${HEADER}# written by somebody\n${sid.replace('one', 'two')}${lang}${token.replace('#HttpOnly_', '').replace('three', 'four')}`;
    const document = edited(base, base);
    const plan = planned(document, theirs);
    expect(droppedBy(document, plan)).toEqual({ entries: 0, httpOnly: 1, comments: 1 });
    commit(document, plan, { ...AUTO, keepDropped: true });
    expect(written(document)).toBe(
      `${HEADER}# written by somebody\n${sid.replace('one', 'two')}${lang}# mine\n${token.replace('three', 'four')}`,
    );
    finish(document.undo());
    expect(written(document)).toBe(base);
  });

  test('puts notes and HttpOnly entries back that wget does not see, and no signature of another writer', () => {
    const signed =
      HEADER + '# This file is generated by yt-dlp.  Do not edit.\n\n# mine\n' + sid + lang + token;
    const theirs = `# HTTP Cookie File\n# Generated by Wget on 2026-11-23 02:57:49.\n# Edit at your own risk.\n\n${lang}${sid}`;
    const document = edited(signed, signed.replace('\tone', '\tmine'));
    const plan = planned(document, theirs);
    expect(plan.summary).toEqual([
      '1 entry removed from other.org',
      'header changed',
      '1 comment removed',
      'lines put in another order',
    ]);
    expect(droppedBy(document, plan)).toEqual({ entries: 1, httpOnly: 0, comments: 1 });
    commit(document, plan, { ...AUTO, keepDropped: true });
    const lines = written(document).split('\n');
    expect(lines[0]).toBe('# HTTP Cookie File');
    expect(lines.filter((one) => one !== '# mine' && !one.startsWith('#HttpOnly_')).join('\n')).toBe(
      theirs.replace('\tone', '\tmine'),
    );
    expect(lines).toEqual(expect.arrayContaining(['# mine', token.trimEnd()]));
  });

  test('keeps my order of the lines, or takes theirs where I have none of my own', () => {
    const swapped = HEADER + lang + sid + '# mine\n' + token;
    const rotated = base.replace('\tone', '\ttwo');
    expect(written(merged({ base, mine: swapped, theirs: rotated }, AUTO))).toBe(
      swapped.replace('\tone', '\ttwo'),
    );
    expect(written(merged({ base, mine: rotated, theirs: swapped }, AUTO))).toBe(
      swapped.replace('\tone', '\ttwo'),
    );
  });

  test('writes a JSON export with fields of both sides', () => {
    const entry = (value: string, expires: number): string =>
      `[{"domain":".example.com","hostOnly":false,"httpOnly":false,"name":"a","path":"/","sameSite":"lax","secure":true,"session":false,"storeId":null,"value":"${value}","expirationDate":${expires}}]`;
    const sides = {
      base: entry('1', 1_900_000_000),
      mine: entry('1', 1_950_000_000),
      theirs: entry('2', 1_900_000_000),
    };
    const document = merged({ ...sides, as: open(sides.base).format.id }, AUTO);
    expect(JSON.parse(written(document))).toEqual(JSON.parse(entry('2', 1_950_000_000)));
    finish(document.undo());
    expect(written(document)).toBe(sides.mine);
  });
});

describe('a comparison', () => {
  test('changes nothing until lines are chosen, and then those alone', () => {
    const other = open(
      base.replace('\tone', '\ttwo').replace(lang, '') + line('new.example FALSE / FALSE 0 a b'),
    );
    const document = open(base);
    const plan = compared(document, other);
    const rows = [...plan.differing].map((id) => describeMerge(document, plan, id, false));
    expect(rows.map(({ subject, outcome }) => [subject, outcome])).toEqual([
      ['example.com sid', 'theirs'],
      ['www.example.com lang', 'theirs'],
      ['new.example a', 'theirs'],
    ]);
    const NONE = { ...AUTO, others: 'mine' as const };
    commit(document, plan, NONE);
    expect([written(document), document.dirty]).toEqual([base, false]);
    const last = plan.differing[2] ?? -1;
    commit(document, plan, { ...NONE, lines: new Map([[last, 'theirs']]) });
    expect(written(document)).toBe(base + line('new.example FALSE / FALSE 0 a b'));
    expect(document.dirty).toBe(true);
  });

  test('of two files taken over whole is the other file', () => {
    const other = base.replace('\tone', '\ttwo').replace(lang, '') + line('new.example FALSE / FALSE 0 a b');
    const document = open(base);
    commit(document, compared(document, open(other)), { ...AUTO, others: 'theirs' });
    expect(written(document)).toBe(other);
  });

  test('takes an entry of a JSON export as a line', () => {
    const json = open(
      '[{"domain":".json.example","hostOnly":false,"httpOnly":true,"name":"a","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":null,"value":"1"}]',
    );
    const document = open(HEADER);
    const plan = compared(document, json);
    expect(plan.differing.length).toBe(1);
    commit(document, plan, { ...AUTO, others: 'theirs' });
    expect(written(document)).toBe(`${HEADER}${line('#HttpOnly_.json.example TRUE / TRUE 0 a 1')}`);
  });
});

test('a hundred thousand lines are merged', () => {
  const cookies = Array.from({ length: 100_000 }, (_, n) => cookie(n));
  const text = (of: (one: string, n: number) => string): string => HEADER + cookies.map(of).join('');
  const sides = {
    base: text((one) => one),
    mine: text((one, n) => (n % 10 === 0 ? one.replace('1900000000', '1950000000') : one)),
    theirs: text((one, n) => (n % 7 === 0 ? one.replace('\tv\n', '\tnew\n') : one)),
  };
  const document = merged(sides, AUTO);
  const both = cookies.map((one, n) => {
    const rotated = n % 7 === 0 ? one.replace('\tv\n', '\tnew\n') : one;
    return n % 10 === 0 ? rotated.replace('1900000000', '1950000000') : rotated;
  });
  expect(written(document) === HEADER + both.join('')).toBe(true);
});
