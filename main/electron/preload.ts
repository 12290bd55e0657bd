import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { PORT_MESSAGE } from '#shared/api/desktop.ts';
import type { DesktopBridge, DesktopEvent } from '#shared/api/desktop.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, FILE_CHANNEL, PORT_CHANNEL } from './channels.ts';

declare const window: {
  readonly origin: string;
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
};

const listeners = new Set<(event: DesktopEvent) => void>();
const waiting: DesktopEvent[] = [];

ipcRenderer.on(EVENT_CHANNEL, (_sender, event: DesktopEvent) => {
  if (listeners.size === 0) waiting.push(event);
  for (const listener of listeners) listener(event);
});

ipcRenderer.on(PORT_CHANNEL, (event) => window.postMessage(PORT_MESSAGE, window.origin, event.ports));

const bridge: DesktopBridge = {
  invoke: (name, params) => ipcRenderer.invoke(CALL_CHANNEL, name, params),
  fileHandle: (file) => {
    const path = pathOf(file);
    return path === '' ? Promise.resolve(undefined) : ipcRenderer.invoke(FILE_CHANNEL, path);
  },
  onEvent: (listener) => {
    listeners.add(listener);
    for (const event of waiting.splice(0)) listener(event);
    return () => {
      listeners.delete(listener);
    };
  },
};

/** The path of a file that the person dropped; empty for one that a script made. */
function pathOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
  } catch {
    return '';
  }
}

contextBridge.exposeInMainWorld('crumbs', bridge);
