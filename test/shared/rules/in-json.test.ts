import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { elementUnreadable } from '#shared/rules/element-unreadable.ts';
import { Judge } from '#shared/rules/judge.ts';
import { RULES } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { sameSiteNoneNotSecure } from '#shared/rules/same-site-none-not-secure.ts';
import { finish } from '#shared/table/progress.ts';
import { Table } from '#shared/table/table.ts';
import { byteStrings } from '../../../main/files/byte-strings.ts';

const cookie: Cookie = {
  name: 'a',
  value: '1',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
  expiryTime: 1_820_000_000,
};

function found(fill: (table: Table) => void): readonly (readonly string[])[] {
  const table = new Table(byteStrings);
  fill(table);
  const judge = new Judge({ table, rules: RULES, now: EXAMPLE_NOW });
  judge.judgeArrived();
  finish(judge.judgeTogether());
  return Array.from({ length: table.count }, (_, row) =>
    judge.findings.rulesOf(row).map((rule) => RULES[rule]?.id ?? ''),
  );
}

describe('what only elements of JSON can have', () => {
  test('F53, F100: SameSite=None without Secure', () => {
    const rows = found((table) => {
      table.appendEntry({ ...cookie, extras: { sameSite: 'none' } });
      table.appendEntry({ ...cookie, name: 'b', secureOnly: true, extras: { sameSite: 'none' } });
      table.appendEntry({ ...cookie, name: 'c', extras: { sameSite: 'lax' } });
      table.appendEntry({ ...cookie, name: 'd' });
    });
    expect(rows).toEqual([['same-site-none-not-secure'], [], [], []]);
  });

  test('F53: its fix makes the cookie Secure', () => {
    const table = new Table(byteStrings);
    const row = table.appendEntry({ ...cookie, extras: { sameSite: 'none' } });
    expect(sameSiteNoneNotSecure.fix?.(table.rawEntry(row))).toEqual({ secure: 'TRUE' });
  });

  test.each([
    'not-an-object',
    'field-missing',
    'field-wrong-type',
    'duplicate-key',
    'control-character',
  ] as const)('an element that is kept because of %s, each with a text of its own', (reason) => {
    const table = new Table(byteStrings);
    const row = table.appendUnparsed('{}', reason);
    expect(elementUnreadable.check(reason, table, row)).toBe(true);
    expect(elementUnreadable.message(elementUnreadable.explain?.(table, row) ?? {})).toMatch(
      /^.{30,}kept as it is\.$/,
    );
    expect(found((other) => other.appendUnparsed('{}', reason))).toEqual([['element-unreadable']]);
  });
});
