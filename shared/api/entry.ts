import * as v from 'valibot';
import { copyRequest, count, documentId, entryId, severity } from './common.ts';
import { loss } from './export.ts';
import { CATEGORIES } from '../purposes/purpose.ts';
import { method } from './method.ts';

export const finding = v.object({
  rule: v.string(),
  severity,
  /** From 1; absent for findings about the whole document. */
  line: v.optional(count),
  id: v.optional(entryId),
  field: v.string(),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  title: v.string(),
  message: v.string(),
  fixable: v.boolean(),
});
export type Finding = v.InferOutput<typeof finding>;

/** Everything the inspector shows of one line. */
export const entryDetail = v.object({
  id: entryId,
  line: count,
  version: count,
  kind: v.picklist(['entry', 'comment', 'blank', 'unparsed']),
  state: v.picklist(['saved', 'added', 'edited']),
  /** "Sent to example.com and every subdomain, only over HTTPS, until 3 March 2027." */
  summary: v.string(),
  /** Work on many entries leaves it alone. */
  protected: v.optional(v.boolean()),
  /** What it is probably for, when its name is well known; `text` is a sentence that says so. */
  purpose: v.optional(v.object({ category: v.picklist(CATEGORIES), title: v.string(), text: v.string() })),
  name: v.string(),
  value: v.optional(v.string()),
  domain: v.string(),
  hostOnly: v.boolean(),
  path: v.string(),
  secureOnly: v.boolean(),
  httpOnly: v.boolean(),
  expiryTime: v.optional(v.number()),
  /** The expiry field as the file spells it. */
  expiryText: v.string(),
  sameSite: v.optional(v.string()),
  registrableDomain: v.optional(v.string()),
  /** The host in Unicode when it is written in punycode. */
  unicodeDomain: v.optional(v.string()),
  nameBytes: count,
  valueBytes: count,
  /** Further attributes that the format carries. */
  extras: v.array(v.object({ label: v.string(), text: v.string() })),
  /** The fields that this document's format can hold. */
  editable: v.array(v.string()),
  findings: v.array(finding),
  /** The line as it would be written, masked unless revealed. */
  raw: v.string(),
  /** The line as it is on disk, when it differs. */
  savedRaw: v.optional(v.string()),
  reason: v.optional(v.string()),
});
export type EntryDetail = v.InferOutput<typeof entryDetail>;

export const entryMethods = {
  'entry.get': method(
    v.strictObject({ document: documentId, id: entryId, reveal: v.optional(v.boolean()) }),
    entryDetail,
  ),
  /** Text for the clipboard of a host whose page does the copying (a browser tab); the person asked for it. */
  'entry.copyText': method(copyRequest, v.object({ text: v.string(), losses: v.array(loss) })),
};
