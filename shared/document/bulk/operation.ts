import * as v from 'valibot';
import { ruleById } from '../../rules/registry.ts';
import { EDITABLE_FIELDS } from '../edits/editable-fields.ts';
import { FIELD_WORDS } from '../edits/set-field.ts';

const text = v.pipe(v.string(), v.maxLength(1_048_576));
/** A length of time as people write it; `valueFor` says what is wrong with it. */
const span = v.pipe(v.string(), v.maxLength(40));

/** Fields that are text. */
const TEXT_FIELDS = ['name', 'value', 'domain', 'path'] as const;
const FLAGS = ['secureOnly', 'httpOnly', 'hostOnly'] as const;

/** What is done to each of many entries, as data: one form for the window, the API and recipes. */
export const bulkOperation = v.variant('do', [
  /** As if the text were typed into that field of each; `expires` takes `session` too. */
  v.strictObject({ do: v.literal('set'), field: v.picklist(EDITABLE_FIELDS), text }),
  v.strictObject({
    do: v.literal('replace'),
    field: v.picklist(TEXT_FIELDS),
    find: v.pipe(v.string(), v.maxLength(1000)),
    /** Of a pattern, `$1` stands for its first group and `$&` for all that it found. */
    with: text,
    pattern: v.optional(v.boolean()),
    anyCase: v.optional(v.boolean()),
  }),
  v.strictObject({ do: v.literal('toggle'), field: v.picklist(FLAGS) }),
  /** Earlier with a minus in front. */
  v.strictObject({ do: v.literal('shift-expiry'), by: span }),
  /** No later than so long from now; sessions stay sessions. */
  v.strictObject({ do: v.literal('cap-expiry'), within: span }),
  v.strictObject({ do: v.literal('lower-case'), field: v.picklist(TEXT_FIELDS) }),
  /** The fix of one rule, where the rule reports the entry. */
  v.strictObject({ do: v.literal('fix'), rule: v.pipe(v.string(), v.maxLength(100)) }),
]);
export type BulkOperation = v.InferOutput<typeof bulkOperation>;

/** An operation in a few words that tell no value: "Change path", "Shift expiry by 30d". */
export function operationText(operation: BulkOperation): string {
  switch (operation.do) {
    case 'set':
      if (operation.field === 'expires' && isSession(operation.text)) return 'Make session cookies';
      return `Change ${FIELD_WORDS[operation.field]}`;
    case 'replace':
      return `Replace in ${FIELD_WORDS[operation.field]}`;
    case 'toggle':
      return `Toggle ${FIELD_WORDS[operation.field]}`;
    case 'shift-expiry':
      return `Shift expiry by ${operation.by.trim()}`;
    case 'cap-expiry':
      return `Cap expiry at ${operation.within.trim()}`;
    case 'lower-case':
      return `Make ${FIELD_WORDS[operation.field]} lower case`;
    case 'fix':
      return `Fix “${ruleById(operation.rule)?.title ?? operation.rule}”`;
  }
}

function isSession(given: string): boolean {
  return ['', '0', 'session'].includes(given.trim().toLowerCase());
}
