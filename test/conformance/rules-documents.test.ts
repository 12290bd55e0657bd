import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { byteString, bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { fixRule } from '#shared/document/edits/fix-rule.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { finish } from '#shared/table/progress.ts';
import { exampleFile } from '#shared/rules/example.ts';
import { RULES, ruleById } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import type { DocumentRule, Example, FilePlace, Severity } from '#shared/rules/rule.ts';
import { byteStrings } from '../../main/files/byte-strings.ts';

const documentRules = RULES.filter((rule): rule is DocumentRule => rule.scope === 'document');

function opened(file: ByteString, mode?: number, name?: string): CookieDocument {
  const document = finish(
    openDocument({
      bytes: bytesOf(file),
      strings: byteStrings,
      now: EXAMPLE_NOW,
      ...(name === undefined && { as: 'netscape' }),
    }),
  );
  if (!(document instanceof CookieDocument)) throw new Error('an example is a cookie file');
  document.setMode(mode);
  if (name !== undefined) document.setName(name);
  return document;
}

function placed(document: CookieDocument, { git, sync }: FilePlace): CookieDocument {
  document.setPlace({ ...(git !== undefined && { git }), ...(sync !== undefined && { sync }) });
  return document;
}

const openedExample = (rule: DocumentRule, example: Example): CookieDocument =>
  typeof example === 'string'
    ? opened(exampleFile(rule, example))
    : placed(opened(exampleFile(rule, example), example.mode, example.name), example);

/** The document rules that report, with their data. */
const reported = (document: CookieDocument): ReadonlyMap<string, Record<string, unknown>> =>
  new Map(
    document
      .documentFindings()
      .map(({ rule, data }) => [document.judge.findings.rules[rule]?.id ?? '', data]),
  );

/** The severities of all findings, by rule. */
function severities(document: CookieDocument): ReadonlyMap<string, Severity> {
  const { findings } = document.judge;
  const lines = findings.rules.filter((_, at) => findings.count(at) > 0);
  const whole = documentRules.filter(({ id }) => reported(document).has(id));
  return new Map([...lines, ...whole].map(({ id, severity }) => [id, severity]));
}

const bytesAfter = (document: CookieDocument): ByteString =>
  [...document.write()].map((chunk) => byteString(chunk)).join('');

describe.each(documentRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.fail.map((example, at) => [at + 1, example] as const))(
    'example %d fails',
    (_at, example) => {
      const data = reported(openedExample(rule, example)).get(id);
      expect(data).toBeDefined();
      expect(rule.message({ ...ruleData(data) })).toMatch(/^(?!.*(?:undefined|NaN|""|\(\))).*[.]$/s);
    },
  );

  test.each(rule.examples.pass.map((example, at) => [at + 1, example] as const))(
    'example %d passes',
    (_at, example) => {
      expect(reported(openedExample(rule, example)).get(id)).toBeUndefined();
    },
  );

  test('its fix takes the finding away, brings no new warning or error, and changes nothing when it is made again', () => {
    if (rule.fix === undefined) return;
    for (const owner of documentRules) {
      for (const example of owner.examples.fail) {
        const document = openedExample(owner, example);
        if (!reported(document).has(id) || document.readOnly !== undefined) continue;
        const before = severities(document);
        const done = finish(fixRule(document, { rule: id, now: EXAMPLE_NOW }));
        const mode = 'mode' in done ? done.mode : typeof example === 'string' ? undefined : example.mode;
        const file = bytesAfter(document);
        const after = opened(file, mode);
        const brought = [...severities(after)]
          .filter(
            ([other, severity]) => !before.has(other) && (severity === 'error' || severity === 'warning'),
          )
          .map(([other]) => other);
        finish(fixRule(after, { rule: id, now: EXAMPLE_NOW }));
        const seen = { owner: owner.id, left: reported(after).has(id), brought, again: bytesAfter(after) };
        expect(seen).toEqual({ owner: owner.id, left: false, brought: [], again: file });
      }
    }
  });
});

function ruleData(data: Record<string, unknown> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [key, String(value)]));
}

describe('severities keep their word', () => {
  interface Measured {
    readonly file: string;
    readonly digest: Readonly<Record<string, string>>;
  }
  const folder = new URL('../fixtures/clients/', import.meta.url);
  const cases: Readonly<Record<string, Measured>> = JSON.parse(
    readFileSync(new URL('cases.json', folder), 'utf8'),
  );
  const judged = ({ file }: Measured): ReadonlyMap<string, Severity> =>
    severities(opened(readFileSync(new URL(`files/${file}`, folder), 'latin1')));

  /** Losses that are a client's own way with what many files hold: told as info, by the client or the export. */
  const OWN_WAYS: Readonly<Record<string, string>> = {
    e00_zero: 'F51: Perl never reads session cookies',
    o01_httponly_dot: 'F99: wget and aria2 know no HttpOnly',
    o02_httponly_host: 'F99: wget and aria2 know no HttpOnly',
    d13c_couk_host: 'F106: curl 8.22 drops a host-only suffix, browsers keep it',
    d18_intranet: 'F109: curl 8.22 drops a single label, browsers keep it',
    j04_empty: 'an empty file has nothing to lose, yet Python refuses it',
    j05_headeronly: 'no cookie, none dropped',
    u05_domcase: 'aria2 keeps two cookies of which others keep one',
  };
  const lost = Object.entries(cases).filter(([, { digest }]) =>
    Object.entries(digest).some(
      ([client, fate]) => client !== 'wget2 1.99.1' && /^(?:drop|FILE REJECTED|TRANSFER FAILS)/.test(fate),
    ),
  );

  test.each(lost.filter(([id]) => OWN_WAYS[id] === undefined))(
    'where a client drops the cookie or refuses the file there is an error or a warning: %s',
    (_id, measured) => {
      const found = [...judged(measured)].filter(
        ([, severity]) => severity === 'error' || severity === 'warning',
      );
      expect(found).not.toEqual([]);
    },
  );

  /** Errors that no text client shows: browsers refuse the cookie, or every client keeps it and sends it to nobody. */
  const KEPT_IN_VAIN = new Set([
    'size-over-limit',
    'name-prefix-broken',
    'domain-has-port',
    'domain-not-a-host',
    'domain-not-ascii',
    'domain-many-dots',
  ]);
  const kept = Object.entries(cases).filter(([, { digest }]) =>
    Object.values(digest).every((fate) => fate === 'ok'),
  );

  test.each(kept)('where every client keeps the line there is no error: %s', (_id, measured) => {
    const errors = [...judged(measured)].filter(
      ([id, severity]) => severity === 'error' && !KEPT_IN_VAIN.has(id),
    );
    expect(errors).toEqual([]);
  });

  test('there are cases of both kinds, and the rules excepted exist', () => {
    expect(lost.length).toBeGreaterThan(60);
    expect(kept.length).toBeGreaterThan(20);
    expect([...KEPT_IN_VAIN].filter((id) => ruleById(id) === undefined)).toEqual([]);
  });
});
