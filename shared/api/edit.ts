import * as v from 'valibot';
import { count, documentId, editableField, entryId, fieldText, target } from './common.ts';
import type { EditableField } from './common.ts';
import { documentInfo } from './document.ts';
import { method } from './method.ts';

/** What a change did: the document afterwards, and what to say of it ("Delete 14 cookies"). */
export const editResult = v.object({
  document: documentInfo,
  label: v.string(),
  changed: count,
  /** Lines that were added, so that they can be selected. */
  added: v.array(entryId),
  /** What became of the file's permissions, where the change meant them: they change on disk at once. */
  mode: v.optional(
    v.object({ before: v.string(), after: v.string(), state: v.picklist(['done', 'planned', 'failed']) }),
  ),
});
export type EditResult = v.InferOutput<typeof editResult>;

const newEntryFields = {
  name: v.optional(fieldText),
  value: v.optional(fieldText),
  domain: v.optional(fieldText),
  hostOnly: v.optional(fieldText),
  path: v.optional(fieldText),
  secureOnly: v.optional(fieldText),
  httpOnly: v.optional(fieldText),
  expires: v.optional(fieldText),
  sameSite: v.optional(fieldText),
} as const satisfies Record<EditableField, unknown>;

export const editMethods = {
  /** Would this text be taken for this field? The message says why not. Nothing is changed. */
  'edit.validate': method(
    v.strictObject({ document: documentId, id: v.optional(entryId), field: editableField, text: fieldText }),
    v.object({ error: v.optional(v.string()), warnings: v.array(v.string()) }),
  ),
  /** Sets one field; fails with `edit-refused` and `data.message` where it would break the line. */
  'edit.set': method(
    v.strictObject({ document: documentId, target, field: editableField, text: fieldText }),
    editResult,
  ),
  'edit.add': method(
    v.strictObject({
      document: documentId,
      fields: v.strictObject(newEntryFields),
    }),
    editResult,
  ),
  'edit.duplicate': method(v.strictObject({ document: documentId, target }), editResult),
  'edit.remove': method(v.strictObject({ document: documentId, target }), editResult),
  /** Writes the expiry 1 (1970), never 0: in most clients 0 means a session cookie. */
  'edit.expire': method(v.strictObject({ document: documentId, target }), editResult),
  'edit.removeExpired': method(v.strictObject({ document: documentId }), editResult),
  /** Applies the fix of a rule to all its findings, or to those on some lines. */
  'edit.fix': method(
    v.strictObject({ document: documentId, rule: v.string(), target: v.optional(target) }),
    editResult,
  ),
  /** Applies every fix that changes nothing a client reads today (or the fixes of the rules named). */
  'edit.fixAll': method(
    v.strictObject({ document: documentId, rules: v.optional(v.array(v.string())) }),
    editResult,
  ),
};
