import path from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

/** Asks which files to open; an empty list when the person thinks better of it. */
export async function chooseFilesToOpen(window: BrowserWindow): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Open cookie files',
    properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
    filters: [
      { name: 'All files', extensions: ['*'] },
      { name: 'Cookie files', extensions: ['txt', 'cookies', 'jar', 'json'] },
    ],
  });
  return answer.canceled ? [] : answer.filePaths;
}

/** Asks where to save; undefined when the person thinks better of it. The proposed name is only a name. */
export async function choosePlaceToSave(
  window: BrowserWindow,
  proposed: { readonly name: string; readonly extension: string },
): Promise<string | undefined> {
  const extension = proposed.extension.replace(/^\./, '');
  const answer = await dialog.showSaveDialog(window, {
    title: 'Save',
    defaultPath: path.basename(proposed.name.replaceAll('\0', '')),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    filters: [
      ...(extension === '' ? [] : [{ name: `*.${extension}`, extensions: [extension] }]),
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}

const closeAnswers = ['save', 'discard', 'cancel'] as const;

/** Asks what to do with unsaved changes. */
export async function confirmClose(
  window: BrowserWindow,
  titles: readonly string[],
): Promise<(typeof closeAnswers)[number]> {
  const [first = 'the document'] = titles;
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    message:
      titles.length > 1 ? `Save the changes to ${titles.length} documents?` : `Save the changes to ${first}?`,
    detail: `${titles.length > 1 ? `${titles.join('\n')}\n\n` : ''}Changes that are not saved are lost.`,
    buttons: ['Save', 'Don’t Save', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return closeAnswers[answer.response] ?? 'cancel';
}

/** Asks whether a file of another computer may be opened, since that signs in there. */
export async function confirmMachine(window: BrowserWindow, machine: string): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `Open a file of the computer “${machine}”?`,
    detail:
      'A link or another program named it. To open it, Windows signs in to that computer, which can learn your user name and try to guess your password.',
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return answer.response === 0;
}

/** Tells of a failure that the page cannot show any more. */
export async function tellFailure(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'error', message, detail, buttons: ['Close'] });
}
