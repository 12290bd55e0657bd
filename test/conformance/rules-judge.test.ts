import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { exampleFile } from '#shared/rules/example.ts';
import { Judge } from '#shared/rules/judge.ts';
import { RULES } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { finish } from '#shared/table/progress.ts';
import { PlainJudge, tableOf } from './plain-judge.ts';

/** The lines of all examples, the very long and very many ones apart. */
const LINES: readonly ByteString[] = [
  ...new Set(
    RULES.filter(({ scope }) => scope !== 'document')
      .flatMap((rule) =>
        [...rule.examples.pass, ...rule.examples.fail].map((example) => exampleFile(rule, example)),
      )
      .filter((file) => file.length < 2000)
      .flatMap((file) => file.split('\n')),
  ),
];

/** What the judge of the app finds, rule by rule. */
function found(file: ByteString): Record<string, readonly number[]> {
  const table = tableOf(file);
  const judge = new Judge({ table, rules: RULES, now: EXAMPLE_NOW });
  judge.judgeArrived();
  finish(judge.judgeTogether());
  const rows = Array.from({ length: table.count }, (_, row) => row);
  const byRule = RULES.map((rule, at) => {
    const reported = rows.filter((row) => judge.findings.has(row, at));
    expect([rule.id, judge.findings.count(at)]).toEqual([rule.id, reported.length]);
    return [rule.id, reported] as const;
  });
  return Object.fromEntries(byRule.filter(([, reported]) => reported.length > 0));
}

function foundPlainly(file: ByteString): Record<string, readonly number[]> {
  const judge = new PlainJudge(tableOf(file), RULES, EXAMPLE_NOW);
  const byRule = RULES.map(({ id }) => [id, [...judge.rows(id)].sort((one, other) => one - other)] as const);
  return Object.fromEntries(byRule.filter(([, reported]) => reported.length > 0));
}

describe('the fast judge finds what the plain one finds', () => {
  test('in every example', () => {
    for (const rule of RULES) {
      if (rule.scope === 'document') continue;
      for (const example of [...rule.examples.pass, ...rule.examples.fail]) {
        const file = exampleFile(rule, example);
        expect({ rule: rule.id, found: found(file) }).toEqual({ rule: rule.id, found: foundPlainly(file) });
      }
    }
  });

  test('in any mixture of their lines', () => {
    const mixture = fc.array(fc.constantFrom(...LINES), { maxLength: 40 });
    const end = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(mixture, end, (lines, lineEnd) => {
        const file = lines.join(lineEnd);
        expect(found(file)).toEqual(foundPlainly(file));
      }),
      { numRuns: 300 },
    );
  });

  test('in every file that clients were measured with', () => {
    const folder = new URL('../fixtures/clients/files/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const file = readFileSync(new URL(name, folder), 'latin1');
      expect({ name, found: found(file) }).toEqual({ name, found: foundPlainly(file) });
    }
  });
});
