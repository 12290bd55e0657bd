import type { Call, Params, Result } from '#shared/api/api.ts';
import type { CopyRequest } from '#shared/api/common.ts';
import type { DesktopEvent, DesktopParams, DesktopResult } from '#shared/api/desktop.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { ReportRequest } from '#shared/api/report.ts';
import type { Connection } from './engine-client.ts';

/** A file that was open before, ready to be opened again. */
export interface RecentFile {
  readonly handle: string;
  readonly name: string;
  readonly folder?: string | undefined;
}

/** A format to save as; the extension has no dot. */
export interface FileFormat {
  readonly id: string;
  readonly extension: string;
}

/** What the window does besides calling the engine; the desktop and a browser tab each do it their own way. */
export interface Host {
  readonly kind: 'desktop' | 'browser';
  readonly call: Call;
  onEvent(listener: (event: AppEvent) => void): void;
  onConnection(listener: (connection: Connection) => void): void;
  onDesktopEvent(listener: (event: DesktopEvent) => void): void;
  /** Asks for files and gives a way to open each; one file that cannot be opened does not keep the others shut. */
  chooseFiles(): Promise<readonly OpenFile[]>;
  /** Asks for one file to put beside a document or into it; nothing when the person thinks better of it. */
  chooseFile(): Promise<GivenFile | undefined>;
  /** Asks for a small file of text, no cookie file; nothing when the person thinks better of it. */
  chooseText(): Promise<{ readonly name: string; readonly base64: string } | undefined>;
  /** Writes the file of a recipe to where the person says; true when it was written. */
  writeRecipe(file: { readonly name: string; readonly text: string }): Promise<boolean>;
  droppedFiles(files: readonly File[]): Promise<readonly OpenFile[]>;
  /** A dropped file, to put beside a document or into it. */
  droppedFile(file: File): Promise<GivenFile>;
  recentFiles(): Promise<readonly RecentFile[]>;
  /** Writes to the document's file; in a browser tab a document without one is downloaded. */
  save(document: DocumentInfo, force: boolean): Promise<DocumentInfo | undefined>;
  /** Asks where to; nothing when the person thinks better of it. Without a format in the document's own. */
  saveAs(document: DocumentInfo, format?: FileFormat): Promise<DocumentInfo | undefined>;
  /** Writes a report to where the person says; nothing when they think better of it. A browser tab makes no PDF. */
  writeReport(request: ReportRequest, as: 'html' | 'pdf'): Promise<{ readonly fileName: string } | undefined>;
  writeExport(
    request: Params<'export.bytes'>,
    file: { readonly name: string; readonly extension: string },
  ): Promise<Pick<Result<'export.write'>, 'fileName' | 'command'> | undefined>;
  /** Copies entries, and gives what the copy cannot hold of them. */
  copy(entries: CopyRequest): Promise<DesktopResult<'desktop.copy'>>;
  /** Copies the command or the code of an export that holds values. */
  copyExport(request: Params<'export.bytes'>): Promise<void>;
  copyText(text: string): Promise<void>;
  readClipboard(): Promise<string>;
  /** Says what the host must know of the person's choices. */
  prefer(choices: DesktopParams<'desktop.prefer'>): void;
  /** Absent where there is no desktop. */
  readonly desktop?: DesktopParts;
}

/** A file that the person named: by a handle, or as its bytes. */
export type GivenFile = { readonly handle: string } | { readonly name: string; readonly base64: string };

/** Opens one file that the person named. */
export type OpenFile = () => Promise<DocumentInfo>;

/** What only a desktop has. */
export interface DesktopParts {
  confirmClose(titles: readonly string[]): Promise<'save' | 'discard' | 'cancel'>;
  closeWindow(): Promise<void>;
  about(): Promise<DesktopResult<'desktop.about'>>;
  setMenuState(state: DesktopParams<'desktop.setMenuState'>): Promise<void>;
  showInFolder(document: string): Promise<void>;
}
