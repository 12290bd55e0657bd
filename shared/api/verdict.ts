import * as v from 'valibot';
import { count, documentId, entryId, viewId } from './common.ts';
import { method } from './method.ts';
import { facetValue } from './view.ts';

/** A program and a release as a person names them: `curl`, `curl 8.21.0`, `wget debian12`. */
export const clientText = v.pipe(v.string(), v.maxLength(60));
/** So many clients may be asked at once. */
export const MOST_CLIENTS = 16;
/** Names that are not known are passed over. */
const clients = v.pipe(v.array(clientText), v.maxLength(MOST_CLIENTS));

const clientName = { client: v.string(), title: v.string(), version: v.string() };
const reasonWords = { text: v.string(), rule: v.optional(v.string()) };

export const outcome = v.picklist(['ignored', 'kept', 'changed', 'dropped']);
export type OutcomeWord = v.InferOutput<typeof outcome>;

export const knownClient = v.object({
  id: v.string(),
  title: v.string(),
  /** `program`: loads a cookie file. `browser` and `standard`: receive `Set-Cookie` and send requests. */
  kind: v.picklist(['program', 'browser', 'standard']),
  /** Oldest first. */
  versions: v.array(
    v.object({
      id: v.string(),
      released: v.optional(v.string()),
      debian12: v.optional(v.boolean()),
      measured: v.boolean(),
    }),
  ),
  /** What its model leaves out, a sentence each. */
  limits: v.array(v.string()),
});
export type KnownClient = v.InferOutput<typeof knownClient>;

/** What a client makes of the whole file as it would be saved now. */
export const fileVerdict = v.object({
  ...clientName,
  /** Why nothing is loaded at all; `line` counts from 1. */
  refusal: v.optional(v.object({ ...reasonWords, line: v.optional(count) })),
  kept: count,
  changed: count,
  dropped: count,
});
export type FileVerdict = v.InferOutput<typeof fileVerdict>;

/** What a client makes of one line; `rule` names the rule whose fix mends a reason. */
export const lineVerdict = v.object({ ...clientName, outcome, reasons: v.array(v.object(reasonWords)) });
export type LineVerdict = v.InferOutput<typeof lineVerdict>;

/** `same-site`: the person or a page of the site. `cross-site`: a link elsewhere. `embedded`: a part of a page elsewhere. */
export const origin = v.picklist(['same-site', 'cross-site', 'embedded']);
export type OriginWord = v.InferOutput<typeof origin>;

const askedCookie = {
  id: entryId,
  line: count,
  name: v.string(),
  domain: v.string(),
  path: v.string(),
  /** Only in formats that can say it. */
  sameSite: v.optional(v.picklist(['strict', 'lax', 'none', 'unset'])),
};

/** The header that a client would send with a request. */
export const requestPreview = v.object({
  ...clientName,
  refusal: v.optional(v.object(reasonWords)),
  /** The text behind `Cookie: `; values are masked unless revealed. Absent when no such header is sent. */
  header: v.optional(v.string()),
  /** Of the header as it is sent. */
  bytes: count,
  sent: v.array(v.object(askedCookie)),
  leftOut: v.array(v.object({ ...askedCookie, reason: v.string() })),
  moreLeftOut: count,
});
export type RequestPreview = v.InferOutput<typeof requestPreview>;

export const verdictMethods = {
  'verdict.clients': method(v.strictObject({}), v.array(knownClient)),
  'verdict.file': method(v.strictObject({ document: documentId, clients }), v.array(fileVerdict)),
  'verdict.line': method(
    v.strictObject({ document: documentId, id: entryId, clients }),
    v.array(lineVerdict),
  ),
  /** The outcomes of some lines, by line and then by client. */
  'verdict.outcomes': method(
    v.strictObject({
      document: documentId,
      ids: v.pipe(v.array(entryId), v.maxLength(1000)),
      clients,
    }),
    v.object({ outcomes: v.array(v.array(outcome)) }),
  ),
  /** How many lines of a view each client drops, and how many it changes. */
  'verdict.facet': method(v.strictObject({ view: viewId, clients }), v.array(facetValue)),
  /** The `Cookie` header of each client and browser. */
  'verdict.request': method(
    v.strictObject({
      document: documentId,
      clients,
      url: v.pipe(v.string(), v.maxLength(8192)),
      method: v.optional(v.pipe(v.string(), v.maxLength(20))),
      /** Where the request comes from; only browsers look at it. */
      initiator: v.optional(origin),
      reveal: v.optional(v.boolean()),
    }),
    v.array(requestPreview),
  ),
};
