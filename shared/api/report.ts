import * as v from 'valibot';
import { documentId } from './common.ts';
import { method } from './method.ts';
import { siteText } from './overview.ts';

/** Which document, and the site that is first-party; a text that names none fails with `address-unusable`. */
export const reportRequest = v.strictObject({ document: documentId, site: v.optional(siteText) });
export type ReportRequest = v.InferOutput<typeof reportRequest>;

export const reportMethods = {
  /** A page about what is stored, by whom, for what and how long; no value is in it. */
  'report.get': method(reportRequest, v.object({ fileName: v.string(), html: v.string() })),
};
