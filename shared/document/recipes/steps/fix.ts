import * as v from 'valibot';
import { ruleById } from '../../../rules/registry.ts';
import { fixAll } from '../../edits/edits.ts';
import { isFixable } from '../../edits/fix-rule.ts';
import { harmlessRules, overruledRules } from '../../overruled-rules.ts';
import { stepKind } from '../step-kind.ts';

const rule = v.pipe(
  v.string(),
  v.check((id) => {
    const known = ruleById(id);
    return known !== undefined && isFixable(known);
  }, 'is no rule with a fix; “crumbs help fix” lists them.'),
);

/** Applies fixes of rules. Where the writer of the file got wrong what a fix goes by, that fix is left out. */
export const fix = stepKind({
  id: 'fix',
  schema: v.strictObject({ do: v.literal('fix'), rules: v.optional(v.array(rule)) }),
  title: 'Fix problems',
  field: {
    name: 'rules',
    label: 'Rules',
    list: true,
    hint: 'expiry-not-seconds, trailing-tab',
    empty: 'All fixes that need no decision',
  },
  describe: ({ rules = [] }) => (rules.length === 0 ? 'Fix what is safe to fix' : `Fix ${rules.join(', ')}`),
  *run(document, { rules = [] }, { now, writer }) {
    const overruled = overruledRules(document, writer);
    const wanted = rules.length > 0 ? rules : harmlessRules(document);
    const { mode: _, ...done } = yield* fixAll(document, {
      now,
      rules: wanted.filter((id) => !overruled.includes(id)),
    });
    return done;
  },
});
