import * as v from 'valibot';
import { count, documentId, entryId, severity, viewId } from './common.ts';
import { method } from './method.ts';

export const sortColumn = v.picklist([
  'line',
  'name',
  'value',
  'domain',
  'path',
  'expires',
  'secureOnly',
  'httpOnly',
  'hostOnly',
  'sameSite',
  'size',
  'severity',
]);
export type SortColumn = v.InferOutput<typeof sortColumn>;
export const sort = v.array(v.strictObject({ column: sortColumn, descending: v.boolean() }));
export type Sort = v.InferOutput<typeof sort>;

/** A line as the grid shows it. Text is ready for people (UTF-8, or bytes as `\xE9`); `value` only when revealed. */
export const row = v.object({
  id: entryId,
  /** From 1, in the file as it would be written now. */
  line: count,
  kind: v.picklist(['entry', 'comment', 'blank', 'unparsed']),
  state: v.picklist(['saved', 'added', 'edited']),
  /** Another program wrote this line since the document was opened. */
  external: v.optional(v.boolean()),
  selected: v.boolean(),
  /** Work on many entries leaves it alone. */
  protected: v.optional(v.boolean()),
  name: v.string(),
  value: v.optional(v.string()),
  domain: v.string(),
  hostOnly: v.boolean(),
  path: v.string(),
  secureOnly: v.boolean(),
  httpOnly: v.boolean(),
  /** Seconds; absent for a session cookie and for an expiry that cannot be read. */
  expiryTime: v.optional(v.number()),
  expiryUnreadable: v.optional(v.boolean()),
  sameSite: v.optional(v.string()),
  /** name + value, in bytes (RFC 6265bis §5.6). */
  size: count,
  severity: v.optional(severity),
  findings: count,
  /** Comments and kept lines: their text, masked where it could hold a value. */
  text: v.optional(v.string()),
});
export type Row = v.InferOutput<typeof row>;

export const viewInfo = v.object({
  id: viewId,
  document: documentId,
  /** The document version this answer is for. */
  version: count,
  matches: count,
  total: count,
  selected: count,
  /** Where a bad query is wrong; the view then shows what it showed before. */
  error: v.optional(v.object({ message: v.string(), from: count, to: count })),
  /** The query in plain words. */
  explanation: v.string(),
});
export type ViewInfo = v.InferOutput<typeof viewInfo>;

export const facetValue = v.object({ term: v.string(), label: v.string(), count, active: v.boolean() });
export type FacetValue = v.InferOutput<typeof facetValue>;
export const facets = v.object({
  /**
   * Registrable domains, most entries first; `more` counts those not listed. `hosts` are those of the sites that were asked to
   * be open, `hostCount` is 0 where a site that is not open is its own only host.
   */
  sites: v.object({
    values: v.array(v.object({ ...facetValue.entries, hostCount: count, hosts: v.array(facetValue) })),
    more: count,
  }),
  problems: v.array(v.intersect([facetValue, v.object({ severity })])),
  expiry: v.array(facetValue),
  flags: v.array(facetValue),
  purposes: v.array(facetValue),
});
export type Facets = v.InferOutput<typeof facets>;

export const viewMethods = {
  'view.open': method(v.strictObject({ document: documentId }), viewInfo),
  'view.close': method(v.strictObject({ view: viewId }), v.strictObject({})),
  /** What to show and in which order. An empty query shows every entry and every line kept unparsed. */
  'view.query': method(
    v.strictObject({
      view: viewId,
      query: v.pipe(v.string(), v.maxLength(10_000)),
      sort,
      /** So many of the first rows come with the answer. */
      first: v.optional(count),
    }),
    v.object({ ...viewInfo.entries, rows: v.optional(v.array(row)) }),
  ),
  /** The first rows that a query will show in the order of the file, before all of it is answered; none when it has an error. */
  'view.first': method(
    v.strictObject({ view: viewId, query: v.pipe(v.string(), v.maxLength(10_000)), limit: count }),
    v.object({ rows: v.array(row) }),
  ),
  'view.info': method(v.strictObject({ view: viewId }), viewInfo),
  'view.rows': method(
    v.strictObject({
      view: viewId,
      from: count,
      to: count,
      /** Entries whose value may be in the answer. */
      reveal: v.optional(v.array(entryId)),
    }),
    v.object({ version: count, matches: count, rows: v.array(row) }),
  ),
  'view.facets': method(
    v.strictObject({
      view: viewId,
      siteSearch: v.optional(v.string()),
      siteLimit: v.optional(count),
      /** Labels of sites whose hosts are to be listed. */
      openSites: v.optional(v.pipe(v.array(v.string()), v.maxLength(1000))),
    }),
    facets,
  ),
  /** How a query that is being typed could go on at the cursor; each option takes the place of `[from, to)`. */
  'view.complete': method(
    v.strictObject({ view: viewId, query: v.pipe(v.string(), v.maxLength(10_000)), cursor: count }),
    v.object({
      from: count,
      to: count,
      options: v.array(v.object({ insert: v.string(), means: v.string(), count: v.optional(count) })),
    }),
  ),
  /** Where an entry stands in the view; absent when it is not shown. */
  'view.locate': method(
    v.strictObject({ view: viewId, id: entryId }),
    v.object({ position: v.optional(count) }),
  ),
  'view.select': method(
    v.strictObject({
      view: viewId,
      change: v.variant('kind', [
        v.strictObject({ kind: v.literal('all') }),
        v.strictObject({ kind: v.literal('none') }),
        v.strictObject({ kind: v.literal('invert') }),
        v.strictObject({ kind: v.literal('only'), ids: v.array(entryId) }),
        v.strictObject({ kind: v.literal('toggle'), ids: v.array(entryId) }),
        /** Positions in the view, both included. */
        v.strictObject({ kind: v.literal('range'), from: count, to: count, keep: v.boolean() }),
      ]),
    }),
    viewInfo,
  ),
  /** The next or previous entry with a finding, from a position on, wrapping round. */
  'view.nextFinding': method(
    v.strictObject({ view: viewId, from: v.number(), backwards: v.boolean() }),
    v.object({ position: v.optional(count), id: v.optional(entryId) }),
  ),
};
