import { AppError } from '#shared/api/app-error.ts';
import type { DesktopEvent } from '#shared/api/desktop.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { Host } from '../client/host.ts';
import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import { takeClock } from './clock-actions.ts';
import { commandId, runCommand } from './commands.ts';
import {
  activate,
  closeWindow,
  endPreview,
  forget,
  loadRecent,
  openHandle,
  take,
} from './document-actions.ts';
import { call, setHost } from './engine.ts';
import { listenForKeys } from './keyboard.ts';
import { followSystemTheme } from './layout-actions.ts';
import { showMenuState } from './menu-state.ts';
import { attempt, notify, reportFailure, reportNotice } from './notices.ts';
import { hearPreferences, loadPreferences } from './preferences.ts';
import { showPreview } from './previews.ts';
import { concealAll, reloadView } from './view-actions.ts';

/** Takes in what the engine says. */
function onEvent(event: AppEvent): void {
  switch (event.event) {
    case 'previewed':
      showPreview(event.preview);
      break;
    case 'previewEnded':
      endPreview(event.document);
      break;
    case 'documentOpened':
      take(event.document);
      // What comes back while nothing is open is what the person looks for.
      if (event.document.restored !== undefined && appStore.getState().active === undefined) {
        activate(event.document.id);
      }
      break;
    case 'documentChanged':
    case 'documentSaved':
    case 'diskChanged':
      take(event.document);
      break;
    case 'documentClosed':
      forget(event.id);
      break;
    case 'copiesChanged':
      appStore.setState(({ copies }) => ({ copies: { ...copies, [event.document]: event.copies } }));
      break;
    case 'noticed':
      reportNotice(event.notice);
      break;
    case 'clockMoved':
      takeClock(event);
      for (const id of Object.keys(appStore.getState().views)) void reloadView(id);
      break;
    case 'settingsChanged':
      hearPreferences(event.preferences);
      break;
    case 'progressed':
      showProgress(event);
      break;
  }
}

function showProgress(progressed: Extract<AppEvent, { event: 'progressed' }>): void {
  const { event: _event, ...progress } = progressed;
  const { progress: shown, ...rest } = appStore.getState();
  if (progress.done < progress.total) appStore.setState({ progress });
  else if (shown?.task === progress.task) appStore.setState(rest, true);
}

function onDesktopEvent(event: DesktopEvent): void {
  switch (event.event) {
    case 'command': {
      const id = commandId(event.id);
      if (id !== undefined) runCommand(id);
      break;
    }
    case 'filesChosen':
      void (async () => {
        for (const { handle } of event.files) await openHandle(handle);
      })();
      break;
    case 'closeRequested':
      void closeWindow();
      break;
    case 'screenLocked':
      concealAll();
      break;
    case 'engineRestarted':
      for (const { id } of appStore.getState().documents) forget(id);
      notify({ tone: 'failed', title: messages.notices.restarted, details: [] });
      break;
  }
}

/** The documents that the engine has open already: after a reload of the page, or named on the command line. */
async function showOpenDocuments(): Promise<void> {
  const documents = await attempt(() => call('document.list', {}));
  if (documents === undefined) return;
  for (const document of documents) take(document);
  const last = sessionStorage.getItem('crumbs-active');
  const { active } = appStore.getState();
  const chosen = documents.find(({ id }) => id === last) ?? documents[0];
  if (active === undefined && chosen !== undefined) activate(chosen.id);
}

function reportBug(reason: unknown): void {
  if (reason instanceof AppError) reportFailure(reason);
  else notify({ tone: 'failed', title: messages.notices.bug, details: [] });
}

/** Starts the window's state: listens to the host, the keyboard and the system's theme, and shows what is open. */
export function start(host: Host): void {
  setHost(host);
  window.addEventListener('unhandledrejection', (event) => reportBug(event.reason));
  window.addEventListener('error', (event) => reportBug(event.error));
  followSystemTheme();
  listenForKeys();
  showMenuState();
  host.onEvent(onEvent);
  host.onConnection((connection) => {
    appStore.setState({ connection });
    if (connection === 'connected') {
      void loadPreferences();
      void showOpenDocuments();
      void call('clock.get', {}).then(takeClock);
    }
  });
  host.onDesktopEvent(onDesktopEvent);
  void loadRecent();
}
