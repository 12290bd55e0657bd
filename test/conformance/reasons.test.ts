import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieFileOf } from '#shared/clients/client.ts';
import type { Reason } from '#shared/clients/reason.ts';
import { REASONS } from '#shared/clients/reasons.ts';
import { CLIENTS } from '#shared/clients/registry.ts';
import { SET_COOKIE_CLAUSES } from '#shared/clients/set-cookie-reasons.ts';
import { BY_CASE, RULES_WITHOUT_FIX, UNMENDED } from '#shared/clients/unmended.ts';
import { RULES } from '#shared/rules/registry.ts';
import { anyFile } from './clients/laws.ts';

const OF_A_FILE = Object.entries(REASONS).filter(([code]) => !(code in SET_COOKIE_CLAUSES));

/** A rule that mends, or one of which it is said why it does not: not both. */
function isAccountedFor(id: string): boolean {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) return false;
  return ('fix' in rule || 'fixLine' in rule) !== id in RULES_WITHOUT_FIX;
}

describe('every reason of the catalogue', () => {
  test.each(OF_A_FILE)('%s names the rule that mends it, or says that none does', (code, text) => {
    const rule = 'rule' in text ? text.rule : undefined;
    const unmended = new Map<string, string>(Object.entries(UNMENDED)).get(code);
    if (rule === undefined) expect(unmended).toMatch(/^(?:by-case|no-trouble|[A-Z].*\.)$/);
    else expect([isAccountedFor(rule), unmended]).toEqual([true, undefined]);
  });
});

test('what programs say of odd files names a rule whenever the catalogue promises one', () => {
  const cases = new Map<string, Set<string>>();
  const note = ({ code, rule }: Reason): void => {
    cases.set(code, (cases.get(code) ?? new Set()).add(rule ?? ''));
  };
  fc.assert(
    fc.property(anyFile, ({ bytes }) => {
      const file = cookieFileOf(bytes);
      for (const client of CLIENTS) {
        for (const { id } of client.versions) {
          const jar = client.load(file, { version: id, now: 1_795_323_480 });
          for (const reasons of jar.reasons.values()) for (const one of reasons) note(one);
        }
      }
    }),
    { numRuns: 400 },
  );
  const told = [...cases].map(([code, rules]) => ({ code, rules: [...rules].filter((rule) => rule !== '') }));
  const without = new Map<string, string>(Object.entries(UNMENDED));
  expect(told.flatMap(({ rules }) => rules).filter((rule) => !isAccountedFor(rule))).toEqual([]);
  const isMended = (code: string): boolean => (without.get(code) ?? BY_CASE) === BY_CASE;
  // The reason of a line that another one spoils stands at that other one.
  const spoilt = new Set(['file-refused', 'behind-bad-line', 'behind-long-line', 'swallowed-by-nul']);
  expect(told.filter(({ code, rules }) => rules.length > 0 !== isMended(code) && !spoilt.has(code))).toEqual(
    [],
  );
  expect(told.length).toBeGreaterThan(30);
});
