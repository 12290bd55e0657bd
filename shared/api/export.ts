import * as v from 'valibot';
import { SHELL_IDS } from '../exports/shells/shell.ts';
import { count, documentId, handle, target } from './common.ts';
import { method } from './method.ts';
import { siteText } from './overview.ts';

export const exportTargetInfo = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  /** A format can be opened again; a file of another kind is not, a program gets a command, and code is for one's own. */
  kind: v.picklist(['format', 'program', 'code', 'file']),
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
  /** Without it a command is for the host with the most cookies. */
  url: v.optional(v.string()),
  /** Only the cookies of this site; a text that names none fails with `address-unusable`. */
  site: v.optional(siteText),
  /** Only the cookies that the address is sent. */
  onlySent: v.optional(v.boolean()),
  /** The shell that a command is for; without it the usual one of the machine. */
  shell: v.optional(v.picklist(SHELL_IDS)),
  inline: v.optional(v.boolean()),
  fileName: v.optional(v.string()),
});

export const exportPreview = v.object({
  entries: count,
  sites: count,
  refused: v.optional(v.string()),
  command: v.optional(v.string()),
  /** The address that the command is for. */
  url: v.optional(v.string()),
  /** The shell that it is for. */
  shell: v.picklist(SHELL_IDS),
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
