import { AppError } from '#shared/api/app-error.ts';
import type { Target } from '#shared/api/common.ts';
import type { EditResult } from '#shared/api/edit.ts';
import {
  addEntry,
  duplicateLines,
  expireEntries,
  removeExpired,
  removeLines,
  setField,
  validateField,
} from '#shared/document/edits/edits.ts';
import { RULES } from '#shared/rules/registry.ts';
import { fixMany, fixOne } from '../documents/fixing.ts';
import type { DocumentEditDone, OpenDocument } from '../documents/open-document.ts';
import { targetIds } from '../documents/targets.ts';
import type { Asked, HandlersOf } from './handler.ts';

/** Everything that changes a document, each as one step that can be undone. */
export const editHandlers: HandlersOf<'edit'> = {
  'edit.validate': ({ service }, { document, id, field, text }) =>
    validateField(service.get(document).cookies, {
      field,
      text,
      now: service.now,
      ...(id !== undefined && { id }),
    }),
  'edit.set': async (asked, { document, target, field, text }) => {
    const { open, on } = await chosen(asked, document, target);
    return resultOf(open, await open.edit('Editing', (cookies) => setField(cookies, { ...on, field, text })));
  },
  'edit.add': async ({ service }, { document, fields }) => {
    const open = service.get(document);
    const { now } = service;
    const given = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined));
    return resultOf(open, await open.edit('Adding', (cookies) => addEntry(cookies, { fields: given, now })));
  },
  'edit.duplicate': async (asked, { document, target }) => {
    const { open, on } = await chosen(asked, document, target);
    return resultOf(open, await open.edit('Duplicating', (cookies) => duplicateLines(cookies, on)));
  },
  'edit.remove': async (asked, { document, target }) => {
    const { open, on } = await chosen(asked, document, target);
    return resultOf(open, await open.edit('Deleting', (cookies) => removeLines(cookies, on)));
  },
  'edit.expire': async (asked, { document, target }) => {
    const { open, on } = await chosen(asked, document, target);
    return resultOf(open, await open.edit('Expiring', (cookies) => expireEntries(cookies, on)));
  },
  'edit.removeExpired': async ({ service }, { document }) => {
    const open = service.get(document);
    return resultOf(open, await open.edit('Deleting', (cookies) => removeExpired(cookies, service.now)));
  },
  'edit.fix': async (asked, { document, rule, target }) => {
    knownRule(rule);
    const { service } = asked;
    const open = service.get(document);
    const ids = target && (await targetIds(service, open, target));
    const request = { rule, now: service.now, ...(ids && { ids }) };
    return resultOf(open, await fixOne(open, request));
  },
  'edit.fixAll': async ({ service }, { document, rules }) => {
    rules?.forEach(knownRule);
    const open = service.get(document);
    const request = { now: service.now, ...(rules && { rules }) };
    return resultOf(open, await fixMany(open, request));
  },
};

async function chosen({ service }: Asked, document: string, target: Target) {
  const open = service.get(document);
  return { open, on: { ids: await targetIds(service, open, target), now: service.now } };
}

/** Refuses what is no rule. */
export function knownRule(rule: string): void {
  if (!RULES.some(({ id }) => id === rule)) throw new AppError('rule-unknown', { rule });
}

/** What an edit did, as the API tells it. */
export function resultOf(open: OpenDocument, { label, changed, added, mode }: DocumentEditDone): EditResult {
  return { document: open.info, label, changed, added: [...added], ...(mode && { mode }) };
}
