import type { CommandId } from '#shared/api/commands.ts';
import { activeDocument, activeView } from './app-store.ts';
import type { AppState } from './app-store.ts';
import { commandTarget } from './edit-actions.ts';
import { previewOf } from './previews.ts';

type Condition = (state: AppState, desktop: boolean) => boolean;

const always: Condition = () => true;
const withDocument: Condition = (state) => activeDocument(state) !== undefined;
const withTarget: Condition = (state) => commandTarget(state) !== undefined;
const withEntries: Condition = (state) => (activeDocument(state)?.entries ?? 0) > 0;

/** When each command can be used. */
export const canRun: Readonly<Record<CommandId, Condition>> = {
  'file.new': always,
  'file.open': always,
  'file.openFromBrowser': always,
  'file.sample': always,
  'file.save': (state) => {
    const document = activeDocument(state);
    return document !== undefined && (document.dirty || !document.hasFile || document.disk !== 'same');
  },
  'file.saveAs': withDocument,
  'file.saveAsFormat': withEntries,
  'file.export': withEntries,
  'file.runCopy': withEntries,
  'file.redact': withEntries,
  'file.report': withEntries,
  'file.revert': (state) => {
    const document = activeDocument(state);
    return document?.hasFile === true && document.dirty;
  },
  'file.reload': (state) => activeDocument(state)?.disk === 'changed',
  'file.versions': (state) => activeDocument(state)?.hasFile === true,
  'file.compare': withDocument,
  'file.import': withDocument,
  'file.showInFolder': (state, desktop) => desktop && activeDocument(state)?.hasFile === true,
  'file.settings': always,
  'file.close': (state) => withDocument(state, false) || previewOf(state, state.active) !== undefined,
  'edit.undo': (state) => activeDocument(state)?.undo !== undefined,
  'edit.redo': (state) => activeDocument(state)?.redo !== undefined,
  'edit.add': withDocument,
  'edit.duplicate': withTarget,
  'edit.expire': withTarget,
  'edit.remove': withTarget,
  'edit.cell': withTarget,
  'edit.toggle': withTarget,
  'edit.fix': withTarget,
  'edit.bulk': withEntries,
  'edit.protect': withTarget,
  'edit.unprotect': (state) => withTarget(state, false) && (activeDocument(state)?.protected ?? 0) > 0,
  'edit.removeExpired': (state) => (activeDocument(state)?.expired ?? 0) > 0,
  'edit.fixAll': (state) => {
    const document = activeDocument(state);
    return document !== undefined && document.findings.error + document.findings.warning > 0;
  },
  'edit.repair': (state) => activeDocument(state)?.writtenBy !== undefined,
  'edit.recipes': withDocument,
  'edit.makeReadable': withDocument,
  'edit.copyValue': withTarget,
  'edit.copyTable': withTarget,
  'edit.copyNetscape': withTarget,
  'edit.copyJson': withTarget,
  'edit.copyHeader': withTarget,
  'edit.copyHeaderFor': withTarget,
  'edit.paste': withDocument,
  'edit.copyTo': withTarget,
  'edit.moveTo': withTarget,
  'edit.selectAll': (state) => (activeView(state)?.info.matches ?? 0) > 0,
  'view.find': withDocument,
  'view.palette': always,
  'view.nextProblem': withDocument,
  'view.previousProblem': withDocument,
  'view.problems': withDocument,
  'view.changes': withDocument,
  'view.request': withDocument,
  'view.setCookie': withDocument,
  'view.overview': withDocument,
  'view.expiry': withDocument,
  'view.backToNow': (state) => state.asOf !== undefined,
  'view.clients': withDocument,
  'view.facets': withDocument,
  'view.inspector': withDocument,
  'view.reveal': withDocument,
  'view.saveView': withDocument,
  'view.views': (state) => state.preferences.views.length > 0,
  'view.nextDocument': (state) => state.documents.length > 1,
  'view.previousDocument': (state) => state.documents.length > 1,
  'view.nextPart': always,
  'view.previousPart': always,
  'view.themeSystem': always,
  'view.themeLight': always,
  'view.themeDark': always,
  'help.pages': always,
  'help.tour': always,
  'help.shortcuts': always,
  'help.about': always,
};
