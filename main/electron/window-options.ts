import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowBounds } from './window-state.ts';

/** How the window is made. Only the size, the preload's place and the development switch come from outside. */
export function windowOptions(given: {
  readonly bounds: WindowBounds;
  readonly dark: boolean;
  readonly preload: string;
  readonly development: boolean;
}): BrowserWindowConstructorOptions {
  return {
    ...given.bounds,
    minWidth: 760,
    minHeight: 480,
    show: false,
    title: 'Crumbs',
    backgroundColor: given.dark ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: given.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: given.development,
    },
  };
}
