import * as v from 'valibot';
import { copyRequest, documentId, handle } from './common.ts';
import { exportRequest, loss } from './export.ts';
import { method } from './method.ts';
import { reportRequest } from './report.ts';
import { preferences } from './settings.ts';

/** A file that the person chose; the path stays with the host. */
export const chosenFile = v.object({ handle, name: v.string(), folder: v.optional(v.string()) });

/** What only a desktop host can do; served by main/electron over one checked channel. Absent in a browser tab. */
export const desktopMethods = {
  'desktop.chooseOpen': method(v.strictObject({}), v.array(chosenFile)),
  'desktop.chooseSave': method(
    /** Only a document's own place is remembered among the files that were open. */
    v.strictObject({
      proposedName: v.string(),
      extension: v.string(),
      for: v.picklist(['document', 'output']),
    }),
    v.optional(chosenFile),
  ),
  /** Asks where to, and writes a report there; nothing when the person thinks better of it. */
  'desktop.saveReport': method(
    v.strictObject({ ...reportRequest.entries, as: v.picklist(['html', 'pdf']) }),
    v.optional(v.object({ fileName: v.string() })),
  ),
  'desktop.recent': method(v.strictObject({}), v.array(chosenFile)),
  /** The engine gives the text straight to the clipboard; it never passes through the page. */
  'desktop.copy': method(copyRequest, v.object({ losses: v.array(loss) })),
  /** The same for the command or the code of an export that holds values. */
  'desktop.copyExport': method(exportRequest, v.strictObject({})),
  /** Text that holds no value (a command, a rule id). */
  'desktop.copyText': method(v.strictObject({ text: v.string() }), v.strictObject({})),
  'desktop.readClipboard': method(v.strictObject({}), v.object({ text: v.string() })),
  /** "Save, discard or cancel?" as the system asks it. */
  'desktop.confirmClose': method(
    v.strictObject({ titles: v.array(v.string()) }),
    v.picklist(['save', 'discard', 'cancel']),
  ),
  /** The window may close: everything was saved or discarded. */
  'desktop.closeWindow': method(v.strictObject({}), v.strictObject({})),
  /** Those of the person's choices that the desktop itself goes by. */
  'desktop.prefer': method(
    v.strictObject({ theme: preferences.entries.theme, clearAfter: preferences.entries.clearAfter }),
    v.strictObject({}),
  ),
  /** What the program runs on, and how it keeps unsaved edits. */
  'desktop.about': method(
    v.strictObject({}),
    v.object({ electron: v.string(), chromium: v.string(), sealed: v.boolean() }),
  ),
  /** Which menu commands can be used now, what some are called now, and their keys: all by command id. */
  'desktop.setMenuState': method(
    v.strictObject({
      enabled: v.record(v.string(), v.boolean()),
      labels: v.record(v.string(), v.string()),
      keys: v.record(v.string(), v.string()),
    }),
    v.strictObject({}),
  ),
  'desktop.showInFolder': method(v.strictObject({ document: documentId }), v.strictObject({})),
};

export type DesktopMethodName = keyof typeof desktopMethods;
export type DesktopParams<Name extends DesktopMethodName> = v.InferOutput<
  (typeof desktopMethods)[Name]['params']
>;
export type DesktopResult<Name extends DesktopMethodName> = v.InferOutput<
  (typeof desktopMethods)[Name]['result']
>;

/** What the host tells the page: a menu command was chosen, files arrived, the window wants to close. */
export type DesktopEvent =
  | { readonly event: 'command'; readonly id: string }
  | { readonly event: 'filesChosen'; readonly files: readonly v.InferOutput<typeof chosenFile>[] }
  | { readonly event: 'closeRequested' }
  /** The person went away: no value may stay on the screen. */
  | { readonly event: 'screenLocked' }
  /** The engine died and a new one runs; its port follows, and the documents must be opened again. */
  | { readonly event: 'engineRestarted' };

/**
 * The `data` of the window message that carries the engine's MessagePort (`event.ports[0]`) into the page, once the
 * page has loaded and again after `engineRestarted`. The port speaks `PortMessage`.
 */
export const PORT_MESSAGE = 'crumbs-port';

/** The object that the preload puts on `window.crumbs`. */
export interface DesktopBridge {
  invoke(
    name: string,
    params: unknown,
  ): Promise<{ result: unknown } | { error: { code: string; data: unknown } }>;
  /** A dropped file becomes a handle in the preload; undefined for a File that has no path. */
  fileHandle(file: unknown): Promise<v.InferOutput<typeof chosenFile> | undefined>;
  onEvent(listener: (event: DesktopEvent) => void): () => void;
}
