import path from 'node:path';
import { app, nativeTheme, powerMonitor, session } from 'electron';
import type { CommandId } from '#shared/api/commands.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { clearSecret } from './clipboard.ts';
import { desktopHandlers, registerFile } from './desktop.ts';
import { confirmMachine, tellFailure } from './dialogs.ts';
import { EngineProcess, type EngineStart } from './engine-process.ts';
import { serveIpc } from './ipc.ts';
import { showMenu } from './menu.ts';
import type { MenuState } from './menu.ts';
import { OtherMachines } from './other-machines.ts';
import { denyNetwork, denyPermissions } from './permissions.ts';
import { serveRenderer } from './protocol.ts';
import { recentFiles } from './recent.ts';
import { DocumentWindow } from './window.ts';

/** The running desktop program: the engine, the window and what connects them. Made once Electron is ready. */
export class Program {
  readonly #settings: SettingsFile;
  readonly #engine: EngineProcess;
  readonly #sealed: boolean;
  readonly #machines = new OtherMachines((machine) =>
    confirmMachine(this.#showWindow().browserWindow, machine),
  );
  #window: DocumentWindow | undefined;
  #menuState: MenuState = { enabled: {}, labels: {}, keys: {} };
  #saving: Promise<void> = Promise.resolve();
  /** The program was asked to end; the window may still object. */
  quitting = false;

  constructor(settings: SettingsFile, engine: EngineStart) {
    this.#settings = settings;
    this.#sealed = engine.sealKey !== undefined;
    nativeTheme.themeSource = settings.current.theme;
    denyPermissions(session.defaultSession);
    denyNetwork(session.defaultSession);
    serveRenderer(path.join(import.meta.dirname, '../renderer'));
    this.#engine = new EngineProcess(engine, {
      onEvent: (event) => this.#window?.show(event),
      onRestart: () => {
        this.#window?.tell({ event: 'engineRestarted' });
        this.#window?.connect();
      },
      onGivenUp: () => void this.#giveUp(),
    });
    this.#serve();
    this.#refreshMenu();
    // Linux tells of no lock: there a machine that goes to sleep is all that is known.
    powerMonitor.on('lock-screen', () => void this.#conceal());
    powerMonitor.on('suspend', () => void this.#conceal());
  }

  /** Opens files in the window, which is made or brought to the front. */
  async open(files: readonly string[]): Promise<void> {
    this.#showWindow();
    for (const file of files) if (await this.#machines.mayReach(file)) await this.#openOne(file);
  }

  /** Leaves no secret behind, and waits for the settings to be on disk. */
  async dispose(): Promise<void> {
    await clearSecret();
    await this.#saving;
    this.#engine.dispose();
  }

  async #conceal(): Promise<void> {
    this.#window?.tell({ event: 'screenLocked' });
    await clearSecret();
  }

  #showWindow(): DocumentWindow {
    if (this.#window !== undefined) {
      this.#window.reveal();
      return this.#window;
    }
    const { windowBounds } = this.#settings.current;
    this.#window = new DocumentWindow({
      savedBounds: windowBounds,
      dark: nativeTheme.shouldUseDarkColors,
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      development: !app.isPackaged,
      connect: () => this.#engine.connect(),
      saveBounds: (bounds) => {
        this.#saving = this.#settings.update({ windowBounds: bounds });
      },
      onClosed: () => (this.#window = undefined),
    });
    return this.#window;
  }

  async #openOne(file: string): Promise<void> {
    try {
      const registered = await registerFile(this.#registering(), file, 'open');
      await this.#engine.call('openAhead', { handle: registered.handle });
      this.#showWindow().tell({ event: 'filesChosen', files: [registered] });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await tellFailure(`${path.basename(file)} cannot be opened.`, error.code);
    }
  }

  #registering() {
    return {
      engine: this.#engine,
      settings: this.#settings,
      recentChanged: () => this.#refreshMenu(),
    };
  }

  #serve(): void {
    const handlers = desktopHandlers({
      ...this.#registering(),
      sealed: this.#sealed,
      window: () => this.#showWindow().browserWindow,
      closeWindow: () => this.#window?.closeNow(),
      stayOpen: () => (this.quitting = false),
      setMenuState: (state) => {
        this.#menuState = state;
        this.#refreshMenu();
      },
    });
    serveIpc({
      handlers,
      registerDropped: (file) => registerFile(this.#registering(), file, 'open'),
      window: () => this.#window?.browserWindow,
    });
  }

  #refreshMenu(): void {
    showMenu({
      state: this.#menuState,
      recent: recentFiles(this.#settings),
      actions: {
        command: (id: CommandId) => this.#showWindow().tell({ event: 'command', id }),
        openRecent: (file) => void this.open([file]),
      },
    });
  }

  async #giveUp(): Promise<void> {
    await tellFailure(
      'Crumbs cannot go on.',
      'The part that holds the documents stopped several times. Nothing was written meanwhile.',
    );
    app.exit(1);
  }
}
