import * as v from 'valibot';
import { count, documentId } from './common.ts';
import { method } from './method.ts';

/** A mark of a picture: what a click writes into the query line, what it is called, and how many entries it stands for. */
const mark = v.object({ term: v.string(), label: v.string(), count });
export type Mark = v.InferOutput<typeof mark>;

const siteShare = v.object({ ...mark.entries, bytes: count, headerBytes: count });
export type SiteShare = v.InferOutput<typeof siteShare>;

export const overview = v.object({
  entries: count,
  bytes: count,
  /** Those with the most entries, the most bytes or the longest header; most entries first. */
  sites: v.array(siteShare),
  siteCount: count,
  /** A timeline from the past to the far future without gaps. */
  expiry: v.array(mark),
  thisWeek: mark,
  session: mark,
  unreadable: count,
  flags: v.array(mark),
  purposes: v.array(mark),
  longLived: mark,
});
export type Overview = v.InferOutput<typeof overview>;

const parties = v.object({ site: v.string(), first: mark, third: mark });
export type Parties = v.InferOutput<typeof parties>;

/** A host or an address, as it was typed. */
export const siteText = v.pipe(v.string(), v.maxLength(8192));

export const overviewMethods = {
  /** A whole document in figures, whatever a view shows of it. */
  'overview.get': method(v.strictObject({ document: documentId }), overview),
  /** What belongs to a site, and what to others. Without `parties` the text names no site. */
  'overview.parties': method(
    v.strictObject({ document: documentId, site: siteText }),
    v.object({ parties: v.optional(parties) }),
  ),
};
