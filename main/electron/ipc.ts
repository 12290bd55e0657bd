import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { AppError } from '#shared/api/app-error.ts';
import { CALL_CHANNEL, FILE_CHANNEL } from './channels.ts';
import { answerCall, refusal } from './desktop-methods.ts';
import type { DesktopAnswer, DesktopHandlers } from './desktop-methods.ts';
import { isTrusted } from './sender.ts';
import type { RegisteredFile } from '../documents/engine-control.ts';

/** What the window's page may ask of the desktop. */
export interface IpcServices {
  readonly handlers: DesktopHandlers;
  /** Turns the path of a dropped file into a handle. */
  readonly registerDropped: (path: string) => Promise<RegisteredFile>;
  /** The window, while there is one. */
  readonly window: () => BrowserWindow | undefined;
}

function comesFrom(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  const frame = event.senderFrame;
  return isTrusted({
    frame: frame && { url: frame.url, parent: frame.parent, detached: frame.detached },
    isMainFrame: frame === event.sender.mainFrame,
    isOurWindow: window !== undefined && event.sender === window.webContents,
  });
}

/** Answers the page's calls and the preload's dropped files; anyone else gets a refusal. */
export function serveIpc({ handlers, registerDropped, window }: IpcServices): void {
  ipcMain.handle(
    CALL_CHANNEL,
    (event, name: unknown, params: unknown): DesktopAnswer | Promise<DesktopAnswer> => {
      if (!comesFrom(event, window())) return refusal(new AppError('request-invalid'));
      return answerCall(handlers, name, params);
    },
  );
  ipcMain.handle(FILE_CHANNEL, async (event, path: unknown): Promise<RegisteredFile | undefined> => {
    if (!comesFrom(event, window()) || typeof path !== 'string' || path.includes('\0')) return undefined;
    return await registerDropped(path);
  });
}
