import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { RULES } from '../../../shared/rules/registry.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const SECRET = 'canary9e0fValue';
const folder = temporaryFolder();

function put(name: string, content: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content, { mode: 0o600 });
  return file;
}

const text = v.pipe(v.string(), v.minLength(1));
const message = v.strictObject({ text });
const level = v.picklist(['none', 'note', 'warning', 'error']);

/** What SARIF 2.1.0 (OASIS, §3.13 to §3.49) demands of the parts that are used here; nothing else may be there. */
const sarifLog = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.tuple([
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: text,
          version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/)),
          rules: v.array(
            v.strictObject({
              id: text,
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: v.strictObject({ level }),
              properties: v.strictObject({ tags: v.array(text) }),
            }),
          ),
        }),
      }),
      columnKind: v.literal('utf16CodeUnits'),
      results: v.array(
        v.strictObject({
          ruleId: text,
          ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
          level,
          message,
          locations: v.tuple([
            v.strictObject({
              physicalLocation: v.strictObject({
                artifactLocation: v.strictObject({ uri: v.pipe(v.string(), v.regex(/^[\w./~:%!'()*-]+$/)) }),
                region: v.optional(
                  v.strictObject({ startLine: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
                ),
              }),
            }),
          ]),
        }),
      ),
      invocations: v.tuple([
        v.strictObject({
          executionSuccessful: v.boolean(),
          toolExecutionNotifications: v.array(v.strictObject({ level: v.literal('error'), message })),
        }),
      ]),
    }),
  ]),
});

const WRONG = [
  '# Netscape HTTP Cookie File',
  `.example.com\tTRUE\t/\tTRUE\t1500000000\told\t${SECRET}A`,
  `example.com\tTRUE\t/\tTRUE\t4000000000\tnew\t${SECRET}B`,
  `nothing but ${SECRET}C`,
  '',
].join('\n');

async function logOf(...args: string[]) {
  const { code, out } = await runCaptured(['check', '--sarif', ...args]);
  const { runs } = v.parse(sarifLog, JSON.parse(out));
  return { code, out, run: runs[0] };
}

test('a log follows SARIF 2.1.0, its results name rules that it describes, and no value is in it', async () => {
  const file = put('a jar%.txt', WRONG);
  const { code, out, run } = await logOf(file, put('b.txt', WRONG));
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(run.results.map(({ ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id)).toEqual(
    run.results.map(({ ruleId }) => ruleId),
  );
  const places = run.results.map(({ locations }) => locations[0].physicalLocation);
  expect(new URL(places[0]?.artifactLocation.uri ?? '').pathname).toBe(`${folder}/a%20jar%25.txt`);
  expect(new Set(places.map(({ region }) => region?.startLine))).toContain(4);
  expect({ code, leaks: out.includes(SECRET) }).toEqual({ code: 1, leaks: false });
});

test('a file without findings leaves a log without results', async () => {
  const { code, run } = await logOf(
    '--from',
    'netscape',
    put('empty.txt', '# Netscape HTTP Cookie File\n\n'),
  );
  const serious = run.results.filter(({ level: one }) => one === 'error' || one === 'warning');
  expect({ code, serious }).toEqual({ code: 0, serious: [] });
});

test('what could not be read is told in the log, which is whole all the same', async () => {
  const { code, run } = await logOf(path.join(folder, 'missing'), put('c.txt', WRONG));
  const [invocation] = run.invocations;
  expect({ code, results: run.results.length > 0, well: invocation.executionSuccessful }).toEqual({
    code: 2,
    results: true,
    well: false,
  });
  expect(invocation.toolExecutionNotifications[0]?.message.text).toContain('missing does not exist');
});

test('a log that breaks the rules is seen', () => {
  const broken = { $schema: 'x', version: '2.1', runs: [] };
  expect(v.safeParse(sarifLog, broken).success).toBe(false);
});
