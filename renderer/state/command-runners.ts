import type { CommandId } from '#shared/api/commands.ts';
import { activeView, appStore } from './app-store.ts';
import {
  activate,
  changeDocument,
  newDocument,
  openByDialog,
  openSample,
  redo,
  requestClose,
  save,
  saveAs,
  saveInAnotherFormat,
  undo,
} from './document-actions.ts';
import { protect, showBulkEdit } from './bulk-actions.ts';
import { backToNow, showExpiry } from './clock-actions.ts';
import { chooseAddress, copyAs } from './copy-actions.ts';
import { addEntry, edit, editTarget, walkProblems, fixFocused } from './edit-actions.ts';
import { compareWithFile, reloadFromDisk } from './merge-actions.ts';
import { host } from './engine.ts';
import { reviewReadable } from './readable-actions.ts';
import { showRecipes } from './recipe-actions.ts';
import { showRedact } from './redact-actions.ts';
import { showReport } from './report-actions.ts';
import { reviewRepair } from './repair-actions.ts';
import { showRunCopy } from './run-copy-actions.ts';
import { arrange, toggleBottom } from './layout-actions.ts';
import { changePreferences } from './preferences.ts';
import { attempt } from './notices.ts';
import { findControl } from './find-control.ts';
import { gridControl } from './grid-control.ts';
import { neighbour } from './document-list.ts';
import { walkRegions } from './regions.ts';
import { startTour } from './tour.ts';
import { chooseWhere, importInto, pasteClipboard } from './transfer-actions.ts';
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

function walkTabs(step: number): void {
  const next = neighbour(appStore.getState(), step);
  if (next !== undefined) activate(next);
}

function layout() {
  return appStore.getState().layout;
}

/** What each command does. Whether it can be used was asked before. */
export const runners: Readonly<Record<CommandId, Run>> = {
  'file.new': newDocument,
  'file.open': openByDialog,
  'file.openFromBrowser': () => appStore.setState({ dialog: { kind: 'profiles' } }),
  'file.sample': openSample,
  'file.save': onDocument((id) => save(id)),
  'file.saveAs': onDocument((id) => saveAs(id)),
  'file.saveAsFormat': onDocument(saveInAnotherFormat),
  'file.export': () => appStore.setState({ dialog: { kind: 'export' } }),
  'file.redact': onDocument(showRedact),
  'file.report': onDocument(showReport),
  'file.runCopy': onDocument(showRunCopy),
  'file.revert': onDocument((id) => changeDocument('document.revert', id)),
  'file.reload': onDocument(reloadFromDisk),
  'file.versions': onDocument(showVersions),
  'file.compare': onDocument(compareWithFile),
  'file.import': onDocument(importInto),
  'file.showInFolder': onDocument((id) => attempt(async () => host().desktop?.showInFolder(id))),
  'file.settings': () => appStore.setState({ dialog: { kind: 'settings' } }),
  'file.close': onDocument(requestClose),
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.add': addEntry,
  'edit.duplicate': () => editTarget('edit.duplicate'),
  'edit.expire': () => editTarget('edit.expire'),
  'edit.remove': () => editTarget('edit.remove'),
  'edit.cell': () => gridControl()?.edit(),
  'edit.toggle': () => gridControl()?.toggleFocused(),
  'edit.fix': fixFocused,
  'edit.bulk': onDocument((id) => showBulkEdit(id)),
  'edit.protect': () => protect(true),
  'edit.unprotect': () => protect(false),
  'edit.removeExpired': onDocument((document) => edit('edit.removeExpired', { document }, { tell: true })),
  'edit.repair': onDocument(reviewRepair),
  'edit.recipes': onDocument(showRecipes),
  'edit.makeReadable': onDocument(reviewReadable),
  'edit.fixAll': onDocument((document) => edit('edit.fixAll', { document }, { tell: true })),
  'edit.copyValue': () => copyAs('value'),
  'edit.copyTable': () => copyAs('table'),
  'edit.copyNetscape': () => copyAs('netscape'),
  'edit.copyJson': () => copyAs('json'),
  'edit.copyHeader': () => copyAs('header'),
  'edit.copyHeaderFor': chooseAddress,
  'edit.paste': onDocument(pasteClipboard),
  'edit.copyTo': () => chooseWhere('copy'),
  'edit.moveTo': () => chooseWhere('move'),
  'edit.selectAll': onDocument((id) => selectAndReload(id, { kind: 'all' })),
  'view.find': () => findControl()?.(),
  'view.palette': () => appStore.setState({ dialog: { kind: 'palette' } }),
  'view.nextProblem': () => walkProblems(false),
  'view.previousProblem': () => walkProblems(true),
  'view.problems': () => toggleBottom('problems'),
  'view.changes': () => toggleBottom('changes'),
  'view.request': () => toggleBottom('request'),
  'view.setCookie': () => toggleBottom('set-cookie'),
  'view.overview': () => toggleBottom('overview'),
  'view.expiry': onDocument(showExpiry),
  'view.backToNow': backToNow,
  'view.clients': () => appStore.setState({ dialog: { kind: 'clients' } }),
  'view.facets': () => arrange({ facets: !layout().facets }),
  'view.inspector': () => arrange({ inspector: !layout().inspector }),
  'view.reveal': onDocument((id) => revealAll(id, activeView(appStore.getState())?.revealAll !== true)),
  'view.saveView': () => appStore.setState({ dialog: { kind: 'saveView' } }),
  'view.views': () => appStore.setState({ dialog: { kind: 'views' } }),
  'view.nextDocument': () => walkTabs(1),
  'view.previousDocument': () => walkTabs(-1),
  'view.nextPart': () => walkRegions(1),
  'view.previousPart': () => walkRegions(-1),
  'view.themeSystem': () => changePreferences({ theme: 'system' }),
  'view.themeLight': () => changePreferences({ theme: 'light' }),
  'view.themeDark': () => changePreferences({ theme: 'dark' }),
  'help.pages': () => appStore.setState({ dialog: { kind: 'help' } }),
  'help.tour': startTour,
  'help.shortcuts': () => appStore.setState({ dialog: { kind: 'shortcuts' } }),
  'help.about': () => appStore.setState({ dialog: { kind: 'about' } }),
};
