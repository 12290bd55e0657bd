import type { CommandId } from '#shared/api/commands.ts';
import { activeView, appStore } from './app-store.ts';
import {
  changeDocument,
  newDocument,
  openByDialog,
  openSample,
  redo,
  requestClose,
  save,
  saveAs,
  undo,
} from './document-actions.ts';
import { addEntry, copyAs, edit, editTarget, walkProblems } from './edit-actions.ts';
import { compareWithFile } from './merge-actions.ts';
import { host } from './engine.ts';
import { reviewReadable } from './readable-actions.ts';
import { showRedact } from './redact-actions.ts';
import { reviewRepair } from './repair-actions.ts';
import { showRunCopy } from './run-copy-actions.ts';
import { arrange, chooseTheme, toggleBottom } from './layout-actions.ts';
import { attempt } from './notices.ts';
import { findControl } from './find-control.ts';
import { showVersions } from './version-actions.ts';
import { revealAll, selectAndReload } from './view-actions.ts';

type Run = () => unknown;

/** Runs on the active document; does nothing without one. */
function onDocument(run: (id: string) => unknown): Run {
  return () => {
    const { active } = appStore.getState();
    return active === undefined ? undefined : run(active);
  };
}

function layout() {
  return appStore.getState().layout;
}

/** What each command does. Whether it can be used was asked before. */
export const runners: Readonly<Record<CommandId, Run>> = {
  'file.new': newDocument,
  'file.open': openByDialog,
  'file.sample': openSample,
  'file.save': onDocument((id) => save(id)),
  'file.saveAs': onDocument(saveAs),
  'file.export': () => appStore.setState({ dialog: { kind: 'export' } }),
  'file.redact': onDocument(showRedact),
  'file.runCopy': onDocument(showRunCopy),
  'file.revert': onDocument((id) => changeDocument('document.revert', id)),
  'file.reload': onDocument((id) => changeDocument('document.reload', id)),
  'file.versions': onDocument(showVersions),
  'file.compare': onDocument(compareWithFile),
  'file.showInFolder': onDocument((id) => attempt(async () => host().desktop?.showInFolder(id))),
  'file.close': onDocument(requestClose),
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.add': addEntry,
  'edit.duplicate': () => editTarget('edit.duplicate'),
  'edit.expire': () => editTarget('edit.expire'),
  'edit.remove': () => editTarget('edit.remove'),
  'edit.removeExpired': onDocument((document) => edit('edit.removeExpired', { document }, { tell: true })),
  'edit.repair': onDocument(reviewRepair),
  'edit.makeReadable': onDocument(reviewReadable),
  'edit.fixAll': onDocument((document) => edit('edit.fixAll', { document }, { tell: true })),
  'edit.copyValue': () => copyAs('value'),
  'edit.copyNetscape': () => copyAs('netscape'),
  'edit.copyHeader': () => copyAs('header'),
  'edit.selectAll': onDocument((id) => selectAndReload(id, { kind: 'all' })),
  'view.find': () => findControl()?.(),
  'view.palette': () => appStore.setState({ dialog: { kind: 'palette' } }),
  'view.nextProblem': () => walkProblems(false),
  'view.previousProblem': () => walkProblems(true),
  'view.problems': () => toggleBottom('problems'),
  'view.changes': () => toggleBottom('changes'),
  'view.request': () => toggleBottom('request'),
  'view.setCookie': () => toggleBottom('set-cookie'),
  'view.clients': () => appStore.setState({ dialog: { kind: 'clients' } }),
  'view.facets': () => arrange({ facets: !layout().facets }),
  'view.inspector': () => arrange({ inspector: !layout().inspector }),
  'view.reveal': onDocument((id) => revealAll(id, activeView(appStore.getState())?.revealAll !== true)),
  'view.themeSystem': () => chooseTheme('system'),
  'view.themeLight': () => chooseTheme('light'),
  'view.themeDark': () => chooseTheme('dark'),
  'help.shortcuts': () => appStore.setState({ dialog: { kind: 'shortcuts' } }),
};
