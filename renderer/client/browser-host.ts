import type { DocumentInfo } from '#shared/api/document.ts';
import { USUAL_PREFERENCES } from '#shared/api/settings.ts';
import { base64Of } from './base64.ts';
import { chooseBytes, chooseFiles, download, givenBytes } from './browser-files.ts';
import type { EngineClient } from './engine-client.ts';
import type { FileFormat, Host, OpenFile } from './host.ts';
import { renamed } from './renamed.ts';

/** Puts a secret on the clipboard and takes it off after so many seconds (0: never), unless something else was copied meanwhile. */
async function copySecret(text: string, clearAfter: number): Promise<void> {
  await navigator.clipboard.writeText(text);
  if (clearAfter > 0) setTimeout(() => void clear(), clearAfter * 1000);
  const clear = async (): Promise<void> => {
    // A browser may refuse to read the clipboard of a tab in the background; then the text stays.
    const current = await navigator.clipboard.readText().catch(() => undefined);
    if (current === text) await navigator.clipboard.writeText('').catch(() => undefined);
  };
}

/** The window in a browser tab: files come as bytes and leave as downloads. */
export function browserHost(client: EngineClient): Host {
  const { call } = client;
  let { clearAfter } = USUAL_PREFERENCES;
  const open =
    (file: File): OpenFile =>
    async () =>
      call('document.openBytes', { name: file.name, base64: await base64Of(file) });
  const saveAs = async (document: DocumentInfo, format?: FileFormat): Promise<DocumentInfo> => {
    const as = format && { format: format.id };
    const { name, base64 } = await call('document.bytes', { document: document.id, ...as });
    download(format === undefined ? name : renamed(name, format.extension), base64);
    return call('document.markSaved', { document: document.id });
  };
  return {
    kind: 'browser',
    call,
    onEvent: client.onEvent,
    onConnection: client.onConnection,
    onDesktopEvent: () => undefined,
    chooseFiles: async () => (await chooseFiles()).map(open),
    chooseFile: chooseBytes,
    chooseText: chooseBytes,
    writeRecipe: async ({ name, text }) => {
      download(name, await base64Of(new Blob([text])));
      return true;
    },
    droppedFiles: (files) => Promise.resolve(files.map(open)),
    droppedFile: givenBytes,
    recentFiles: () => Promise.resolve([]),
    save: (document, force) =>
      document.hasFile ? call('document.save', { document: document.id, force }) : saveAs(document),
    saveAs,
    writeExport: async (request) => {
      const { fileName, base64, command } = await call('export.bytes', request);
      download(fileName, base64);
      return { fileName, ...(command === undefined ? {} : { command }) };
    },
    writeReport: async (request) => {
      const { fileName, html } = await call('report.get', request);
      download(fileName, await base64Of(new Blob([html])));
      return { fileName };
    },
    copy: async (entries) => {
      const { text, losses } = await call('entry.copyText', entries);
      await (entries.as === 'name' ? navigator.clipboard.writeText(text) : copySecret(text, clearAfter));
      return { losses };
    },
    copyExport: async (request) => {
      const { command = '' } = await call('export.bytes', request);
      await copySecret(command, clearAfter);
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    // A browser that will not hand over the clipboard says so with an error of its own; then Ctrl+V does it.
    readClipboard: () => navigator.clipboard.readText().catch(() => ''),
    prefer: (choices) => {
      ({ clearAfter } = choices);
    },
  };
}
