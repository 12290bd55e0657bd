import * as v from 'valibot';
import { count, documentId, fileContent, handle } from './common.ts';
import { method } from './method.ts';

export const diskState = v.picklist(['none', 'same', 'changed', 'gone']);

/** What another program did to the file since it was read or saved. */
const diskChange = v.object({
  /** In words that hold no value: "2 values rotated". */
  summary: v.array(v.string()),
  /** The program, as far as what it wrote tells; `certain` when the file did not look so before. */
  by: v.optional(v.object({ title: v.string(), certain: v.boolean() })),
  /** Pending edits that its changes meet. */
  conflicts: count,
  /** What it dropped that can be put back. */
  dropped: v.object({ entries: count, httpOnly: count, comments: count }),
});
export type DiskChange = v.InferOutput<typeof diskChange>;

/** All that tabs, status bar and menus show of a document. Sent again whenever it changes. */
export const documentInfo = v.object({
  id: documentId,
  /** File name or, for a new document, a proposed one. */
  title: v.string(),
  /** The folder, or whose store was copied, for telling two files of one name apart; absent where there is no file or the host keeps it. */
  folder: v.optional(v.string()),
  hasFile: v.boolean(),
  readOnly: v.optional(v.picklist(['permission', 'format', 'sample'])),
  formatId: v.string(),
  formatName: v.string(),
  /** What it was read from, where nothing is written back: the document is a copy of that moment, in seconds since 1970. */
  importedFrom: v.optional(
    v.object({
      formatName: v.string(),
      at: v.number(),
      /** Whose store it was: "Firefox profile default-release". */
      place: v.optional(v.string()),
      /** The version of its tables, where it is newer than any that Crumbs knows. */
      newerSchema: v.optional(count),
    }),
  ),
  /** The program that wrote the file, as far as the file says. */
  writtenBy: v.optional(
    v.object({
      id: v.string(),
      title: v.string(),
      confidence: v.picklist(['certain', 'likely', 'possible']),
    }),
  ),
  encoding: v.string(),
  byteOrderMark: v.boolean(),
  lineEnd: v.picklist(['lf', 'crlf', 'cr', 'mixed', 'none']),
  mode: v.optional(v.string()),
  bytes: count,
  lines: count,
  entries: count,
  unparsed: count,
  /** Entries whose time has passed by the clock by which they are judged, protected ones apart. */
  expired: count,
  /** Entries that a person marked as protected. */
  protected: count,
  /** In how many places the person ignores a rule; rules that are ignored everywhere are not counted. */
  ignored: count,
  /** Raised by every change, undo and redo. */
  version: count,
  dirty: v.boolean(),
  /** Lines and properties that differ from what is on disk. */
  changes: count,
  undo: v.optional(v.string()),
  redo: v.optional(v.string()),
  disk: diskState,
  diskChange: v.optional(diskChange),
  watching: v.boolean(),
  /** Where the bytes are that the file held before a save, when they were not removed. */
  oldContent: v.optional(v.string()),
  /** The last save is on disk, but the disk did not confirm it. */
  unconfirmed: v.optional(v.boolean()),
  /** Unsaved edits of a program that ended were brought back, and nobody has decided about them yet. */
  restored: v.optional(
    v.object({
      /**
       * The file was as it was (`same`), another program's changes were put together with the edits (`merged`) or meet them (`conflict`), the
       * file cannot be read any more (`gone`), or the document has none (`detached`).
       */
      file: v.picklist(['same', 'merged', 'conflict', 'gone', 'detached']),
      /** Seconds since 1970 of the last edit. */
      at: v.number(),
      changes: count,
    }),
  ),
  findings: v.object({ error: count, warning: count, info: count, hint: count }),
});
export type DocumentInfo = v.InferOutput<typeof documentInfo>;

const one = v.strictObject({ document: documentId });

export const documentMethods = {
  /** Opens the file behind a handle; a file that is open already gives the same document. `as` names a format. */
  /** `as` names a format; of a `copy` nothing is ever written back. */
  'document.open': method(
    v.strictObject({ handle, as: v.optional(v.string()), copy: v.optional(v.boolean()) }),
    documentInfo,
  ),
  /** A document from bytes that have no file: dropped or pasted into a browser tab. Base64. */
  'document.openBytes': method(v.strictObject({ name: v.string(), base64: fileContent }), documentInfo),
  'document.create': method(v.strictObject({}), documentInfo),
  'document.sample': method(v.strictObject({}), documentInfo),
  'document.list': method(v.strictObject({}), v.array(documentInfo)),
  'document.info': method(one, documentInfo),
  /** Writes to the file it was read from; fails with `document-changed-on-disk` unless `force`. */
  'document.save': method(
    v.strictObject({ document: documentId, force: v.optional(v.boolean()) }),
    documentInfo,
  ),
  'document.saveAs': method(
    v.strictObject({ document: documentId, handle, format: v.optional(v.string()) }),
    documentInfo,
  ),
  /** The bytes that a save would write, for hosts without files (a download). Base64. */
  'document.bytes': method(
    v.strictObject({ document: documentId, format: v.optional(v.string()) }),
    v.object({ name: v.string(), base64: v.string() }),
  ),
  /** Tells the engine that the bytes were taken away by the person (a download counts as saved). */
  'document.markSaved': method(one, documentInfo),
  /** Back to the file as it is on disk, as one undoable step. */
  'document.revert': method(one, documentInfo),
  /** Takes what another program wrote, as one undoable step; edits of lines it did not touch are kept. */
  'document.reload': method(one, documentInfo),
  /** Keeps the document as it is; the next save overwrites what is on disk now. */
  'document.keepMine': method(one, documentInfo),
  /** The edits that were brought back stay; nothing is written. */
  'document.keepRestored': method(one, documentInfo),
  'document.close': method(one, v.strictObject({})),
  'document.undo': method(one, documentInfo),
  'document.redo': method(one, documentInfo),
  'document.history': method(
    one,
    v.object({
      steps: v.array(v.object({ version: count, label: v.string(), event: v.string(), time: v.number() })),
      current: count,
      saved: v.optional(count),
    }),
  ),
};
