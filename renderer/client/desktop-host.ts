import type { Call, Result } from '#shared/api/api.ts';
import type { DesktopBridge, DesktopMethodName, DesktopParams, DesktopResult } from '#shared/api/desktop.ts';
import { base64Of } from './base64.ts';
import { chooseBytes, givenBytes } from './browser-files.ts';
import { failureFrom } from './engine-client.ts';
import type { EngineClient } from './engine-client.ts';
import type { Host, OpenFile } from './host.ts';
import { renamed } from './renamed.ts';

type Invoke = <Name extends DesktopMethodName>(
  name: Name,
  params: DesktopParams<Name>,
) => Promise<DesktopResult<Name>>;

function invoker(bridge: DesktopBridge): Invoke {
  return (async (name: string, params: unknown) => {
    const answer = await bridge.invoke(name, params);
    if ('error' in answer) throw failureFrom(answer.error);
    return answer.result;
  }) as Invoke;
}

/** The window inside Electron: files are handles, dialogs and the clipboard are the system's. */
export function desktopHost(bridge: DesktopBridge, client: EngineClient): Host {
  const { call } = client;
  const invoke = invoker(bridge);
  const openHandle =
    (handle: string): OpenFile =>
    () =>
      call('document.open', { handle });
  const openDropped = async (file: File): Promise<Result<'document.open'>> => {
    const chosen = await bridge.fileHandle(file);
    if (chosen !== undefined) return call('document.open', { handle: chosen.handle });
    return call('document.openBytes', { name: file.name, base64: await base64Of(file) });
  };
  const saveAs: Host['saveAs'] = async (document, format) => {
    const proposedName = format === undefined ? document.title : renamed(document.title, format.extension);
    const extension = format?.extension ?? 'txt';
    const place = await invoke('desktop.chooseSave', { proposedName, extension, for: 'document' });
    if (place === undefined) return undefined;
    const to = { handle: place.handle, ...(format && { format: format.id }) };
    return call('document.saveAs', { document: document.id, ...to });
  };
  return {
    kind: 'desktop',
    call,
    onEvent: client.onEvent,
    onConnection: client.onConnection,
    onDesktopEvent: (listener) => void bridge.onEvent(listener),
    chooseFiles: async () => (await invoke('desktop.chooseOpen', {})).map(({ handle }) => openHandle(handle)),
    chooseFile: async () => {
      const [file] = await invoke('desktop.chooseOpen', {});
      return file && { handle: file.handle };
    },
    droppedFile: async (file) => {
      const chosen = await bridge.fileHandle(file);
      if (chosen !== undefined) return { handle: chosen.handle };
      return givenBytes(file);
    },
    chooseText: chooseBytes,
    droppedFiles: (files) => Promise.resolve(files.map((file) => () => openDropped(file))),
    recentFiles: () => invoke('desktop.recent', {}),
    save: (document, force) =>
      document.hasFile ? call('document.save', { document: document.id, force }) : saveAs(document),
    saveAs,
    ...writing(invoke, call),
    copy: (entries) => invoke('desktop.copy', entries),
    copyExport: async (request) => void (await invoke('desktop.copyExport', request)),
    copyText: async (text) => void (await invoke('desktop.copyText', { text })),
    readClipboard: async () => (await invoke('desktop.readClipboard', {})).text,
    prefer: (choices) => void invoke('desktop.prefer', choices),
    desktop: desktopParts(invoke),
  };
}

/** What goes to where the person says. */
function writing(invoke: Invoke, call: Call): Pick<Host, 'writeRecipe' | 'writeExport' | 'writeReport'> {
  return {
    writeRecipe: async ({ name, text }) => {
      const place = await invoke('desktop.chooseSave', {
        proposedName: name,
        extension: 'json',
        for: 'output',
      });
      if (place === undefined) return false;
      await call('recipe.export', { text, handle: place.handle });
      return true;
    },
    writeExport: async (request, { name, extension }) => {
      const place = await invoke('desktop.chooseSave', { proposedName: name, extension, for: 'output' });
      if (place === undefined) return undefined;
      return call('export.write', { ...request, handle: place.handle });
    },
    writeReport: (request, as) => invoke('desktop.saveReport', { ...request, as }),
  };
}

function desktopParts(invoke: Invoke): NonNullable<Host['desktop']> {
  return {
    confirmClose: (titles) => invoke('desktop.confirmClose', { titles: [...titles] }),
    closeWindow: async () => void (await invoke('desktop.closeWindow', {})),
    about: () => invoke('desktop.about', {}),
    setMenuState: async (state) => void (await invoke('desktop.setMenuState', state)),
    showInFolder: async (document) => void (await invoke('desktop.showInFolder', { document })),
  };
}
