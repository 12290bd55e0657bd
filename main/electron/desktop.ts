import { nativeTheme, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { AppError } from '#shared/api/app-error.ts';
import type { RegisteredFile } from '../documents/engine-control.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import * as clipboard from './clipboard.ts';
import type { DesktopHandlers } from './desktop-methods.ts';
import { chooseFilesToOpen, choosePlaceToSave, confirmClose } from './dialogs.ts';
import type { EngineProcess } from './engine-process.ts';
import { pdfOf } from './print-page.ts';
import type { MenuState } from './menu.ts';
import { recentFiles, rememberFile } from './recent.ts';

/** The parts of the program that the page's calls reach. */
export interface DesktopParts {
  readonly engine: EngineProcess;
  readonly settings: SettingsFile;
  /** Unsaved edits are kept encrypted. */
  readonly sealed: boolean;
  readonly window: () => BrowserWindow;
  readonly closeWindow: () => void;
  readonly stayOpen: () => void;
  readonly setMenuState: (state: MenuState) => void;
  readonly recentChanged: () => void;
}

/** Turns a path that the person chose into a handle, and remembers the file. */
export async function registerFile(
  { engine, settings, recentChanged }: Pick<DesktopParts, 'engine' | 'settings' | 'recentChanged'>,
  path: string,
  purpose: 'open' | 'save',
): Promise<RegisteredFile> {
  const file = await engine.call('register', { path, purpose });
  await rememberFile(settings, path);
  recentChanged();
  return file;
}

function fileMethods(parts: DesktopParts) {
  return {
    'desktop.chooseOpen': async () => {
      const paths = await chooseFilesToOpen(parts.window());
      return await Promise.all(paths.map((path) => registerFile(parts, path, 'open')));
    },
    'desktop.chooseSave': async ({ proposedName, extension, for: purpose }) => {
      const path = await choosePlaceToSave(parts.window(), { name: proposedName, extension });
      if (path === undefined) return undefined;
      return purpose === 'document'
        ? await registerFile(parts, path, 'save')
        : await parts.engine.call('register', { path, purpose: 'save' });
    },
    'desktop.saveReport': async ({ as, ...request }) => {
      const { fileName, html } = await parts.engine.call('report', request);
      const name = fileName.replace(/html$/, as);
      const path = await choosePlaceToSave(parts.window(), { name, extension: as });
      if (path === undefined) return undefined;
      // No cookie file: it is not remembered among those.
      const { handle } = await parts.engine.call('register', { path, purpose: 'save' });
      const bytes = as === 'pdf' ? await pdfOf(html) : Buffer.from(html);
      return parts.engine.call('writeReport', { handle, bytes });
    },
    'desktop.recent': async () => {
      const paths = recentFiles(parts.settings);
      return await Promise.all(paths.map((path) => parts.engine.call('register', { path, purpose: 'open' })));
    },
    'desktop.showInFolder': async ({ document }) => {
      const { path } = await parts.engine.call('pathOf', { document });
      if (path === undefined) throw new AppError('document-has-no-file');
      shell.showItemInFolder(path);
      return {};
    },
  } satisfies Partial<DesktopHandlers>;
}

function clipboardMethods(parts: DesktopParts & { readonly clearAfter: () => number }) {
  const { engine } = parts;
  return {
    'desktop.copy': async (entries) => {
      const { text, losses } = await engine.call('copyText', entries);
      await (entries.as === 'name'
        ? clipboard.copyText(text)
        : clipboard.copySecret(text, parts.clearAfter()));
      return { losses };
    },
    'desktop.copyExport': async (request) => {
      const { text } = await engine.call('exportText', request);
      await clipboard.copySecret(text, parts.clearAfter());
      return {};
    },
    'desktop.copyText': async ({ text }) => {
      await clipboard.copyText(text);
      return {};
    },
    'desktop.readClipboard': async () => ({ text: await clipboard.readText() }),
  } satisfies Partial<DesktopHandlers>;
}

/** The desktop methods of the API. */
export function desktopHandlers(parts: DesktopParts): DesktopHandlers {
  let { clearAfter } = parts.settings.current;
  return {
    ...fileMethods(parts),
    ...clipboardMethods({ ...parts, clearAfter: () => clearAfter }),
    'desktop.confirmClose': async ({ titles }) => {
      const choice = await confirmClose(parts.window(), titles);
      if (choice === 'cancel') parts.stayOpen();
      return choice;
    },
    'desktop.closeWindow': async () => {
      parts.closeWindow();
      return {};
    },
    'desktop.prefer': async (choices) => {
      nativeTheme.themeSource = choices.theme;
      ({ clearAfter } = choices);
      return {};
    },
    'desktop.about': async () => ({
      electron: process.versions['electron'] ?? '',
      chromium: process.versions['chrome'] ?? '',
      sealed: parts.sealed,
    }),
    'desktop.setMenuState': async (state) => {
      parts.setMenuState(state);
      return {};
    },
  };
}
