import type { Params, Result } from '#shared/api/api.ts';
import type { CopyRequest } from '#shared/api/common.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { ReportRequest } from '#shared/api/report.ts';
import type { MadeReport } from './reporting.ts';

/** A file that the engine now knows by a handle; what the page may hear of it. */
export interface RegisteredFile {
  readonly handle: string;
  readonly name: string;
  readonly folder?: string;
}

/** What the desktop asks of the engine, each with the answer it gets. Paths stay between these two. */
export interface ControlCalls {
  /** Turns a path into a handle: an existing file to open, or a place to save to. */
  readonly register: {
    readonly params: { readonly path: string; readonly purpose: 'open' | 'save' };
    readonly result: RegisteredFile;
  };
  /** Begins to open a file that the page will ask for as soon as it is there; what is wrong with it is said then. */
  readonly openAhead: {
    readonly params: { readonly handle: string };
    readonly result: Record<string, never>;
  };
  /** The text of some entries for the clipboard; the person asked for it. */
  readonly copyText: {
    readonly params: CopyRequest;
    readonly result: Result<'entry.copyText'>;
  };
  /** The command or the code of an export for the clipboard, values and all; the person asked for it. */
  readonly exportText: {
    readonly params: Params<'export.bytes'>;
    readonly result: { readonly text: string };
  };
  /** A report as a page; the desktop prints it. */
  readonly report: { readonly params: ReportRequest; readonly result: MadeReport };
  /** Writes what was printed to where the person said. */
  readonly writeReport: {
    readonly params: { readonly handle: string; readonly bytes: Uint8Array };
    readonly result: { readonly fileName: string };
  };
  /** Where a document's file is; absent for one that has no file. */
  readonly pathOf: {
    readonly params: { readonly document: string };
    readonly result: { readonly path?: string };
  };
}
export type ControlName = keyof ControlCalls;
type ControlRequest = {
  readonly [Name in ControlName]: {
    readonly control: Name;
    readonly call: number;
    readonly params: ControlCalls[Name]['params'];
  };
}[ControlName];

/** From the desktop to the engine process. `connect` carries one MessagePort, which speaks `PortMessage`. */
export type ToEngine =
  | {
      readonly control: 'start';
      readonly dataFolder: string;
      /** What unsaved edits are sealed with; absent where the system keeps no keys. */
      readonly sealKey?: Uint8Array | undefined;
      /** The name that an unreadable settings file was given at the start of the desktop. */
      readonly setAside?: string | undefined;
    }
  | { readonly control: 'connect' }
  | ControlRequest;

/** From the engine process to the desktop. */
export type FromEngine =
  | { readonly control: 'ready' }
  | { readonly control: 'answer'; readonly call: number; readonly result: unknown }
  | {
      readonly control: 'answer';
      readonly call: number;
      readonly error: { readonly code: string; readonly data: unknown };
    }
  /** Every event that the page gets as well: the taskbar's progress, the window's edited mark. */
  | { readonly control: 'event'; readonly event: AppEvent };
