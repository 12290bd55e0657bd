import * as v from 'valibot';
import { count, documentId, handle, target } from './common.ts';
import { method } from './method.ts';

export const exportTargetInfo = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  /** A format can be opened again; a command is for another program. */
  kind: v.picklist(['format', 'command']),
  needsUrl: v.boolean(),
  canInline: v.boolean(),
  extension: v.string(),
});
export type ExportTargetInfo = v.InferOutput<typeof exportTargetInfo>;

export const loss = v.object({
  code: v.string(),
  message: v.string(),
  count,
  names: v.array(v.string()),
});

export const exportRequest = v.strictObject({
  document: documentId,
  /** Without it every entry. */
  target: v.optional(target),
  to: v.string(),
  url: v.optional(v.string()),
  inline: v.optional(v.boolean()),
  fileName: v.optional(v.string()),
});

export const exportPreview = v.object({
  entries: count,
  sites: count,
  refused: v.optional(v.string()),
  command: v.optional(v.string()),
  fileName: v.string(),
  bytes: count,
  /** The first lines of the file, masked. */
  sample: v.string(),
  losses: v.array(loss),
});
export type ExportPreview = v.InferOutput<typeof exportPreview>;

export const exportMethods = {
  'export.targets': method(v.strictObject({}), v.array(exportTargetInfo)),
  'export.preview': method(exportRequest, exportPreview),
  /** Writes the file (0600) to where a handle says. The command names that file. */
  'export.write': method(
    v.strictObject({ ...exportRequest.entries, handle }),
    v.object({ fileName: v.string(), command: v.optional(v.string()), losses: v.array(loss) }),
  ),
  /** The file's bytes, for hosts without files (a download). Base64. */
  'export.bytes': method(
    exportRequest,
    v.object({
      fileName: v.string(),
      base64: v.string(),
      command: v.optional(v.string()),
      losses: v.array(loss),
    }),
  ),
};
