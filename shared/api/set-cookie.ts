import * as v from 'valibot';
import { ATTRIBUTES } from '../cookie/cookie.ts';
import { count, documentId } from './common.ts';
import { editResult } from './edit.ts';
import { method } from './method.ts';
import { clientText, origin } from './verdict.ts';

const attribute = v.picklist(ATTRIBUTES);

/** The cookie of a header; its value only when it was asked for. */
export const setCookieShown = v.object({
  name: v.string(),
  value: v.optional(v.string()),
  domain: v.string(),
  hostOnly: v.boolean(),
  path: v.string(),
  secureOnly: v.boolean(),
  httpOnly: v.boolean(),
  sameSite: v.optional(v.picklist(['strict', 'lax', 'none'])),
  expiryTime: v.optional(v.number()),
});

/** What became of one header. */
export const setCookieOutcome = v.object({
  /** The line of the pasted text, from 1. */
  line: count,
  /** `ignored`: it deletes what is not there. */
  outcome: v.picklist(['add', 'replace', 'remove', 'ignored', 'rejected']),
  /** Why it is ignored or rejected: a clause without its full stop. */
  reason: v.optional(v.string()),
  /** Where the standard says so. */
  step: v.optional(v.string()),
  /** The name that a rejected header gives, where one can be read. */
  name: v.optional(v.string()),
  /** Absent for a rejected header. */
  cookie: v.optional(setCookieShown),
  /** Against the document; absent when nothing is stored. */
  standing: v.optional(v.picklist(['new', 'identical', 'changed'])),
  /** The line of the document that it replaces or removes, from 1. */
  documentLine: v.optional(count),
  differs: v.array(attribute),
  /** What the document's format cannot hold. */
  notCarried: v.array(attribute),
  /** Why the document cannot hold the cookie at all: one plain sentence. */
  unwritable: v.optional(v.string()),
  /** Attributes that changed nothing; a name that no attribute has is masked. */
  passedOver: v.array(
    v.object({ name: v.string(), reason: v.picklist(['unknown', 'too-long', 'unreadable']) }),
  ),
});
export type SetCookieOutcome = v.InferOutput<typeof setCookieOutcome>;

/** What one browser makes of the headers, in their order. */
export const setCookiePreview = v.object({
  client: v.string(),
  title: v.string(),
  version: v.string(),
  outcomes: v.array(setCookieOutcome),
});
export type SetCookiePreview = v.InferOutput<typeof setCookiePreview>;

const question = {
  document: documentId,
  /** Header lines, whole response heads, or bare values, one a line. */
  text: v.pipe(v.string(), v.maxLength(4_194_304)),
  /** Where they came from. */
  url: v.pipe(v.string(), v.maxLength(8192)),
  initiator: v.optional(origin),
  /** When they came, in seconds since 1970; now where it is not said. */
  time: v.optional(v.pipe(v.number(), v.finite())),
};

export const setCookieMethods = {
  /**
   * What some browsers (`verdict.clients` names them; those not known are passed over) make of `Set-Cookie` headers.
   * Changes nothing. Fails with `address-unusable`, and with `too-many-rows` for more than 1,000 headers.
   */
  'setCookie.preview': method(
    v.strictObject({
      ...question,
      receivers: v.pipe(v.array(clientText), v.maxLength(16)),
      reveal: v.optional(v.boolean()),
    }),
    v.array(setCookiePreview),
  ),
  /** Does to the document what the headers do to that browser's cookies, as one step. */
  'setCookie.apply': method(v.strictObject({ ...question, receiver: clientText }), editResult),
};
