import * as v from 'valibot';
import { documentId, handle } from './common.ts';
import { method } from './method.ts';
import { siteText } from './overview.ts';

/** Which document, and the site that is first-party; a text that names none fails with `address-unusable`. */
export const reportRequest = v.strictObject({ document: documentId, site: v.optional(siteText) });
export type ReportRequest = v.InferOutput<typeof reportRequest>;

const report = v.object({ fileName: v.string(), html: v.string() });

export const reportMethods = {
  /** A page about what is stored, by whom, for what and how long; no value is in it. */
  'report.get': method(reportRequest, report),
  /** The same, written to where the person said. */
  'report.write': method(
    v.strictObject({ ...reportRequest.entries, handle }),
    v.object({ fileName: v.string() }),
  ),
};
