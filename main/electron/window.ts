import { BrowserWindow, screen } from 'electron';
import type { AppEvent } from '#shared/api/events.ts';
import type { DesktopEvent } from '#shared/api/desktop.ts';
import type { MessagePortMain } from 'electron';
import { EVENT_CHANNEL, PORT_CHANNEL } from './channels.ts';
import { ORIGIN } from './csp.ts';
import { windowOptions } from './window-options.ts';
import { restoredBounds } from './window-state.ts';
import type { SavedBounds } from './window-state.ts';

/** What the window needs from the program around it. */
export interface WindowHost {
  readonly savedBounds: SavedBounds | undefined;
  readonly dark: boolean;
  readonly preload: string;
  readonly development: boolean;
  readonly connect: () => MessagePortMain;
  readonly saveBounds: (bounds: SavedBounds) => void;
  readonly onClosed: () => void;
}

const BOUNDS_SETTLE = 500;

/** The one window: its page, its place on the screen, and the question before it closes. */
export class DocumentWindow {
  readonly browserWindow: BrowserWindow;
  readonly #host: WindowHost;
  readonly #waiting: DesktopEvent[] = [];
  #loaded = false;
  #mayClose = false;
  #boundsTimer: NodeJS.Timeout | undefined;

  constructor(host: WindowHost) {
    this.#host = host;
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    this.browserWindow = new BrowserWindow(
      windowOptions({ ...host, bounds: restoredBounds(host.savedBounds, areas) }),
    );
    if (host.savedBounds?.maximized === true) this.browserWindow.maximize();
    this.#followPage();
    this.#followWindow();
    void this.browserWindow.loadURL(`${ORIGIN}/`);
  }

  /** Tells the page, as soon as there is one. */
  tell(event: DesktopEvent): void {
    if (this.#loaded) this.browserWindow.webContents.send(EVENT_CHANNEL, event);
    else this.#waiting.push(event);
  }

  /** Gives the page a new port to the engine. */
  connect(): void {
    if (this.#loaded)
      this.browserWindow.webContents.postMessage(PORT_CHANNEL, undefined, [this.#host.connect()]);
  }

  /** Closes without asking: everything was saved or given up. */
  closeNow(): void {
    this.#mayClose = true;
    this.browserWindow.close();
  }

  /** Brings the window to the front. */
  reveal(): void {
    if (this.browserWindow.isMinimized()) this.browserWindow.restore();
    this.browserWindow.show();
    this.browserWindow.focus();
  }

  /** Shows what the engine reports on the window's frame and in the taskbar. */
  show(event: AppEvent): void {
    if (event.event === 'progressed') {
      this.browserWindow.setProgressBar(event.done < event.total ? event.done / event.total : -1);
    }
    if (event.event === 'documentChanged' || event.event === 'documentSaved') {
      this.browserWindow.setDocumentEdited(event.document.dirty);
    }
  }

  #followPage(): void {
    const { webContents } = this.browserWindow;
    webContents.on('did-start-loading', () => (this.#loaded = false));
    // The page listens by then; what is still on its way is fonts.
    webContents.on('dom-ready', () => {
      this.#loaded = true;
      this.connect();
      for (const event of this.#waiting.splice(0)) this.tell(event);
    });
    // Scenario: the page's process dies; the documents are in the engine, so a fresh page shows them again.
    webContents.on('render-process-gone', (_event, details) => {
      this.#loaded = false;
      if (details.reason !== 'clean-exit') webContents.reload();
    });
    this.browserWindow.once('ready-to-show', () => this.browserWindow.show());
  }

  #followWindow(): void {
    const remember = (): void => {
      clearTimeout(this.#boundsTimer);
      this.#boundsTimer = setTimeout(() => this.#rememberBounds(), BOUNDS_SETTLE);
    };
    this.browserWindow.on('resize', remember);
    this.browserWindow.on('move', remember);
    this.browserWindow.on('close', (event) => {
      this.#rememberBounds();
      if (this.#mayClose || !this.#loaded || this.browserWindow.webContents.isCrashed()) return;
      event.preventDefault();
      this.tell({ event: 'closeRequested' });
    });
    this.browserWindow.on('closed', () => {
      clearTimeout(this.#boundsTimer);
      this.#host.onClosed();
    });
  }

  #rememberBounds(): void {
    clearTimeout(this.#boundsTimer);
    const maximized = this.browserWindow.isMaximized();
    this.#host.saveBounds({ ...this.browserWindow.getNormalBounds(), maximized });
  }
}
