import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleFile } from '#shared/rules/example.ts';
import { RULES, ruleById } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW, SEVERITIES } from '#shared/rules/rule.ts';
import type { Example, Rule } from '#shared/rules/rule.ts';
import { UNPARSED_REASONS } from '#shared/table/columns.ts';
import { FOUNDING_RULES, NOT_DOCUMENT_RULES } from './founding-rules.ts';
import { PlainJudge, tableOf } from './plain-judge.ts';

/** Rules whose findings no line of a Netscape file can have, only elements of JSON. */
const ONLY_IN_JSON = ['element-unreadable', 'same-site-none-not-secure'];

const lineRules = RULES.filter(({ scope }) => scope !== 'document');
const judged = (file: string): PlainJudge => new PlainJudge(tableOf(file), RULES, EXAMPLE_NOW);
const isFixable = (rule: Rule): boolean =>
  ('fix' in rule && rule.fix !== undefined) || ('fixLine' in rule && rule.fixLine !== undefined);

/**
 * Can a fix of this rule bring a finding of that one? A fix looks at its own line; that two lines become one cookie is
 * for group rules to say.
 */
const mayBring = (id: string): boolean => ruleById(id)?.scope === 'group';

/** Every failing example of every rule: material for the laws of all other rules too. */
const allFailing: readonly (readonly [Rule, Example])[] = lineRules.flatMap((rule) =>
  rule.examples.fail.map((example) => [rule, example] as const),
);

/** Is this export of a file a rule? */
const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'scope' in value && 'examples' in value;

describe('the registry', () => {
  test('every file that holds a rule holds one, named like its id, and all are registered once', async () => {
    const folder = new URL('../../shared/rules/', import.meta.url);
    const held: string[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
      const exports: Record<string, unknown> = await import(new URL(name, folder).href);
      const rules = Object.values(exports).filter(isRule);
      if (rules.length > 0) held.push([name, ...rules.map(({ id }) => id)].join(' '));
    }
    expect(held.toSorted()).toEqual(RULES.map(({ id }) => `${id}.ts ${id}`).toSorted());
  });

  test('a rule is found by its id', () => {
    expect(RULES.every((rule) => ruleById(rule.id) === rule)).toBe(true);
    expect(ruleById('no-such-rule')).toBeUndefined();
  });

  test('every reason for which a line is kept has a rule that explains it', () => {
    const explained = UNPARSED_REASONS.filter((reason) =>
      RULES.some((rule) => {
        if (rule.scope !== 'unparsed') return false;
        const lines = tableOf('\tTRUE\t\tFALSE\t0\ta\t1\t2\n');
        return rule.check(reason, lines, 0);
      }),
    );
    expect(explained).toEqual([...UNPARSED_REASONS]);
  });
});

describe('the founding checklist', () => {
  test.each(Object.entries(FOUNDING_RULES))('%s is a rule that cites %s', (id, items) => {
    const cited: readonly string[] = ruleById(id)?.source.match(/\bF[0-9]+\b/g) ?? [];
    expect(items.filter((item) => !cited.includes(item))).toEqual([]);
  });

  test('what is no rule about documents is none', () => {
    expect(Object.keys(NOT_DOCUMENT_RULES).filter((id) => ruleById(id) !== undefined)).toEqual([]);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('is well formed', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(SEVERITIES).toContain(rule.severity);
    expect(rule.examples.pass.length).toBeGreaterThan(0);
    if (!ONLY_IN_JSON.includes(id)) expect(rule.examples.fail.length).toBeGreaterThan(0);
    if (rule.fixNeedsChoice === true) expect(isFixable(rule)).toBe(true);
  });

  test('is written in plain sentences', () => {
    expect(rule.title).toMatch(/^[A-Z].*[^.!?;:,]$/);
    expect(rule.title.length).toBeLessThanOrEqual(60);
    expect(rule.rationale).toMatch(/^(?:[A-Z"]|(?:curl|wget2?|aria2|yt-dlp),? ).*[A-Za-z0-9")]\.$/);
    // One sentence: no full stop, question or exclamation mark before a blank and a capital.
    expect(rule.rationale).not.toMatch(/[.!?] [A-Z]/);
    expect(rule.source).toMatch(/\S/);
    expect(`${rule.title} ${rule.rationale}`).not.toMatch(/ {2}|\bplease\b|\boops\b/i);
  });
});

describe.each(lineRules.map((rule) => [rule.id, rule] as const))('examples of %s', (id, rule) => {
  test.each(rule.examples.fail.map((example, at) => [at + 1, example] as const))(
    'number %d fails',
    (_at, example) => {
      const judge = judged(exampleFile(rule, example));
      expect([...judge.rows(id)]).not.toEqual([]);
    },
  );

  test.each(rule.examples.pass.map((example, at) => [at + 1, example] as const))(
    'number %d passes',
    (_at, example) => {
      expect([...judged(exampleFile(rule, example)).rows(id)]).toEqual([]);
    },
  );

  test('messages are sentences, made without gaps and without values', () => {
    for (const example of rule.examples.fail) {
      const judge = judged(exampleFile(rule, example));
      for (const row of judge.rows(id)) {
        const message = messageOf(rule, judge, row);
        expect(message).toMatch(/^[A-Z"_#0-9a-z:[].*[.]$/s);
        expect(message).not.toMatch(/\bundefined\b|\bNaN\b|\[object| \( *\)|\b0 (?:bytes|fields|cookies)\b/);
      }
    }
  });
});

describe.each(lineRules.filter(isFixable).map((rule) => [rule.id, rule] as const))(
  'the fix of %s',
  (id, rule) => {
    test('mends at least one of its own examples', () => {
      if (ONLY_IN_JSON.includes(id)) return;
      const mended = rule.examples.fail.filter((example) =>
        [...judged(exampleFile(rule, example)).fixes(rule).values()].some((fix) => fix !== undefined),
      );
      expect(mended).not.toEqual([]);
    });

    test('takes the finding away, brings no new warning or error, and changes nothing when it is made again', () => {
      for (const [owner, example] of allFailing) {
        const before = judged(exampleFile(owner, example));
        const fixes = before.fixes(rule);
        const mendable = [...fixes.values()].filter((fix) => fix !== undefined).length;
        if (mendable === 0) continue;
        const file = before.fixed(rule);
        const after = judged(file);
        const brought = [...after.serious()].filter(
          ([other, count]) => !mayBring(other) && count > (before.serious().get(other) ?? 0),
        );
        expect({ example, left: after.rows(id).size, brought, again: after.fixed(rule) }).toEqual({
          example,
          left: fixes.size - mendable,
          brought: [],
          again: file,
        });
      }
    });
  },
);

function messageOf(rule: Rule, judge: PlainJudge, row: number): string {
  const { table } = judge;
  switch (rule.scope) {
    case 'group': {
      const members = judge.group(row);
      const member = members.find((one) => one.row === row);
      return rule.message(member === undefined ? {} : (rule.explain?.(members)(member) ?? {}));
    }
    case 'site':
      return rule.message(rule.explain?.(1000, 100_000) ?? {});
    case 'document':
      return '';
    default:
      return rule.message(rule.explain?.(table, row, EXAMPLE_NOW) ?? {});
  }
}
