import type { Call, Params, Result } from '#shared/api/api.ts';
import type { DesktopEvent, DesktopParams } from '#shared/api/desktop.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { MergeWith } from '#shared/api/merge.ts';
import type { Connection } from './engine-client.ts';

/** A file that was open before, ready to be opened again. */
export interface RecentFile {
  readonly handle: string;
  readonly name: string;
  readonly folder?: string | undefined;
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
  /** Asks for one file to put a document beside; nothing when the person thinks better of it. */
  chooseToCompare(): Promise<MergeWith | undefined>;
  droppedFiles(files: readonly File[]): Promise<readonly OpenFile[]>;
  /** A dropped file as something to put a document beside. */
  droppedToCompare(file: File): Promise<MergeWith>;
  recentFiles(): Promise<readonly RecentFile[]>;
  /** Writes to the document's file; in a browser tab a document without one is downloaded. */
  save(document: DocumentInfo, force: boolean): Promise<DocumentInfo | undefined>;
  /** Asks where to; nothing when the person thinks better of it. */
  saveAs(document: DocumentInfo): Promise<DocumentInfo | undefined>;
  writeExport(
    request: Params<'export.bytes'>,
    file: { readonly name: string; readonly extension: string },
  ): Promise<Pick<Result<'export.write'>, 'fileName' | 'command'> | undefined>;
  copy(entries: DesktopParams<'desktop.copy'>): Promise<void>;
  copyText(text: string): Promise<void>;
  readClipboard(): Promise<string>;
  /** Absent where there is no desktop. */
  readonly desktop?: DesktopParts;
}

/** Opens one file that the person named. */
export type OpenFile = () => Promise<DocumentInfo>;

/** What only a desktop has. */
export interface DesktopParts {
  confirmClose(titles: readonly string[]): Promise<'save' | 'discard' | 'cancel'>;
  closeWindow(): Promise<void>;
  setTheme(theme: 'system' | 'light' | 'dark'): Promise<void>;
  setMenuState(state: DesktopParams<'desktop.setMenuState'>): Promise<void>;
  showInFolder(document: string): Promise<void>;
}
