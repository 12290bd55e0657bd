import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Judge } from '#shared/rules/judge.ts';
import { RULES } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { finish } from '#shared/table/progress.ts';
import { Table } from '#shared/table/table.ts';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import { anyFile, anyLine } from '../table/arbitrary-lines.ts';
import { readText } from '../table/read.ts';

/** A judge that has seen all rows of a table. */
function judgeOf(table: Table, now = EXAMPLE_NOW): Judge {
  const judge = new Judge({ table, rules: RULES, now });
  judge.judgeArrived();
  finish(judge.judgeTogether());
  return judge;
}

/** The rules that report on each of these rows, and all counts. */
function stateOf(judge: Judge, rows: readonly number[]): unknown {
  const { findings } = judge;
  return {
    findings: rows.map((row) => findings.rulesOf(row).map((rule) => RULES[rule]?.id)),
    counts: RULES.map((_, rule) => findings.count(rule)),
    severities: rows.map((row) => findings.severity(row)),
  };
}

/** The same lines as a file of their own. */
function alone(table: Table, rows: readonly number[]): Judge {
  const copy = new Table(byteStrings);
  for (const row of rows) copy.appendRow(table, row);
  return judgeOf(copy);
}

// Few hosts, names and paths, so that lines meet in groups.
const twin = fc
  .tuple(
    fc.constantFrom('.example.com\tTRUE', 'example.com\tFALSE', 'EXAMPLE.com\tFALSE', 'a.example.com\tFALSE'),
    fc.constantFrom('/', '/a', '/a/', '/a/b', ''),
    fc.constantFrom('0', '1', '1900000000'),
    fc.constantFrom('a', 'A', 'b', 'sid'),
  )
  .map(([domain, path, expiry, name]) => `${domain}\t${path}\tFALSE\t${expiry}\t${name}\t1\n`);
const line = fc.oneof(
  { weight: 4, arbitrary: twin },
  { weight: 1, arbitrary: anyLine.map((text) => `${text}\n`) },
);
const steps = fc.array(
  fc.record({ remove: fc.array(fc.nat(60), { maxLength: 5 }), add: fc.array(line, { maxLength: 5 }) }),
  { maxLength: 5 },
);

describe('the judge', () => {
  it('finds after any edits what it finds in a file that was always so', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), steps, (lines, edits) => {
        const table = readText(lines.join(''));
        const judge = judgeOf(table);
        let rows = Array.from({ length: table.count }, (_, row) => row);
        for (const { remove, add } of edits) {
          const retired = rows.filter((row) => remove.includes(row));
          const fresh = add.map((text) => table.appendLine(text));
          rows = [...rows.filter((row) => !retired.includes(row)), ...fresh];
          finish(judge.replace(Uint32Array.from(retired), Uint32Array.from(fresh)));
        }
        expect(stateOf(judge, rows)).toEqual(stateOf(alone(table, rows), [...rows.keys()]));
      }),
      { numRuns: 300 },
    );
  });

  it('is where it was when an edit is taken back', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.array(fc.nat(39)), (lines, chosen) => {
        const table = readText(lines.join(''));
        const judge = judgeOf(table);
        const rows = Array.from({ length: table.count }, (_, row) => row);
        const before = stateOf(judge, rows);
        const retired = Uint32Array.from(rows.filter((row) => chosen.includes(row)));
        finish(judge.replace(retired, new Uint32Array(0)));
        expect(rows.map((row) => judge.isCurrent(row))).toEqual(rows.map((row) => !chosen.includes(row)));
        finish(judge.replace(new Uint32Array(0), retired));
        expect(stateOf(judge, rows)).toEqual(before);
      }),
    );
  });

  it('does not care in which pieces the rows arrive', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.nat(40), (lines, first) => {
        const table = new Table(byteStrings);
        const judge = new Judge({ table, rules: RULES, now: EXAMPLE_NOW });
        lines.forEach((text, at) => {
          table.appendLine(text);
          if (at % (first + 1) === 0) judge.judgeArrived();
        });
        judge.judgeArrived();
        finish(judge.judgeTogether());
        const rows = Array.from({ length: table.count }, (_, row) => row);
        expect(stateOf(judge, rows)).toEqual(stateOf(judgeOf(table), rows));
      }),
    );
  });

  it('judges by a new clock as if it had been so from the beginning', () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom(0, 1_700_000_000, 4_000_000_000), (file, now) => {
        const table = readText(file);
        const judge = judgeOf(table);
        finish(judge.setNow(now));
        const rows = Array.from({ length: table.count }, (_, row) => row);
        expect(stateOf(judge, rows)).toEqual(stateOf(judgeOf(table, now), rows));
      }),
    );
  });

  it('finds in a group what its rules find among the members as they stand in the document', () => {
    fc.assert(
      fc.property(fc.array(twin, { maxLength: 40 }), (lines) => {
        const table = readText(lines.join(''));
        const judge = judgeOf(table);
        const rules = RULES.flatMap((rule, at) => (rule.scope === 'group' ? [{ rule, at }] : []));
        for (let row = 0; row < table.count; row++) {
          const members = judge.group(row);
          const found = rules.filter(({ rule }) => {
            const marked = new Set<number>();
            if (members.length > 1) rule.check(members, (member) => marked.add(member.row));
            return marked.has(row);
          });
          const told = judge.findings.rulesOf(row).filter((at) => RULES[at]?.scope === 'group');
          expect(told).toEqual(found.map(({ at }) => at));
        }
      }),
    );
  });

  it('explains whatever it finds, without the value', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const table = readText(lines.join(''));
        const judge = judgeOf(table);
        for (let row = 0; row < table.count; row++) {
          for (const rule of judge.findings.rulesOf(row)) {
            const one = RULES[rule];
            if (one === undefined || one.scope === 'document') continue;
            expect(one.message(judge.explain(rule, row))).toMatch(/\.$/);
          }
        }
      }),
    );
  });

  it('knows the members of a group, in the order of the document', () => {
    const text = (name: string, path: string): string =>
      `.example.com\tTRUE\t${path}\tFALSE\t0\t${name}\t1\n`;
    const table = readText(text('a', '/') + text('b', '/') + text('A', '/x') + text('a', '/y'));
    const judge = judgeOf(table);
    expect(judge.group(0).map(({ row, path }) => [row, path])).toEqual([
      [0, '/'],
      [2, '/x'],
      [3, '/y'],
    ]);
    judge.usePositions({ rank: (row) => 10 - row, place: (row) => 10 - row });
    expect(judge.group(2).map(({ row }) => row)).toEqual([3, 2, 0]);
    finish(judge.replace(Uint32Array.of(2), new Uint32Array(0)));
    expect(judge.group(3).map(({ row }) => row)).toEqual([3, 0]);
    expect(judge.group(1).map(({ row }) => row)).toEqual([1]);
  });

  it('leaves rules that are off by default out of severities until they are shown', () => {
    const table = readText('.example.com\tTRUE\t/\tFALSE\t1900000000\ta-b\t1\n');
    const { findings } = judgeOf(table);
    const rule = findings.indexOf('name-unusual-character');
    expect([findings.has(0, rule), findings.shown(rule), findings.count(rule)]).toEqual([true, false, 1]);
    const before = findings.countOf(0);
    findings.setShown(rule, true);
    expect(findings.countOf(0)).toBe(before + 1);
    expect(findings.indexOf('no-such-rule')).toBe(-1);
  });
});
