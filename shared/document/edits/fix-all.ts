import type { EpochSeconds } from '../../cookie/cookie.ts';
import { ruleById } from '../../rules/registry.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { fixRule, isFixable } from './fix-rule.ts';
import type { FixOutcome } from './fix-rule.ts';

/** A fix may bring a line into a shape that another rule can mend, a header line in front of it for example. */
const MOST_ROUNDS = 4;

/**
 * Applies the fixes of several rules as one step; without `rules` all that need no choice by a person. `mode` is
 * what the host is to make of the file's permissions.
 */
export function* fixAll(
  document: CookieDocument,
  request: { readonly rules?: readonly string[]; readonly now: EpochSeconds },
): Generator<Progress, FixOutcome> {
  const { findings } = document.judge;
  for (const id of request.rules ?? []) {
    if (ruleById(id) === undefined) return { refused: 'There is no such rule.' };
  }
  const before = document.version;
  const wanted = (rule: Rule, place: number): boolean =>
    isFixable(rule) &&
    (request.rules === undefined
      ? rule.fixNeedsChoice !== true && findings.shown(place)
      : request.rules.includes(rule.id));
  const inTurn = findings.rules
    .filter(wanted)
    .toSorted((left, right) => Number(left.fixLast ?? false) - Number(right.fixLast ?? false));
  const work = inTurn.map(({ id }) => id);
  let done: { readonly changed: number; readonly mode?: 0o600 };
  try {
    done = yield* inRounds(document, work, request.now);
  } catch (error) {
    // A mistake of a rule, or the person stopped it: nothing is left half done.
    yield* document.takeBack(before);
    throw error;
  }
  const { changed, mode } = done;
  const label = `Fix ${changed.toLocaleString('en')} ${changed === 1 ? 'problem' : 'problems'}`;
  if (changed > 0) document.squash(before, label, 'fix.rule');
  return { label, changed, added: [], ...(mode !== undefined && { mode }) };
}

function* inRounds(
  document: CookieDocument,
  rules: readonly string[],
  now: EpochSeconds,
): Generator<Progress, { readonly changed: number; readonly mode?: 0o600 }> {
  let changed = 0;
  let mode: 0o600 | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let again = 0;
    for (const rule of rules) {
      const done = yield* fixRule(document, { rule, now });
      if (done.refused !== undefined) continue;
      again += done.changed;
      mode ??= done.mode;
    }
    changed += again;
    if (again === 0) break;
  }
  return { changed, ...(mode !== undefined && { mode }) };
}
