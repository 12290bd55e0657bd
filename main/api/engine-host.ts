import type { AppEvent } from '#shared/api/events.ts';
import { AppError } from '#shared/api/app-error.ts';
import { copied } from '../documents/copying.ts';
import { exportedText } from '../documents/document-export.ts';
import { DocumentService } from '../documents/document-service.ts';
import type { ControlCalls, FromEngine, RegisteredFile, ToEngine } from '../documents/engine-control.ts';
import { reportFor, writeReport } from '../documents/reporting.ts';
import { keySealer } from '../files/sealer.ts';
import {
  copiesFolder,
  protectedFolder,
  recoveryFolder,
  safetyFolder,
  versionsFolder,
} from '../settings/data-folder.ts';
import { recipesIn } from '../settings/recipes.ts';
import { settingsStore } from '../settings/settings-store.ts';
import { type BugLog, logBug } from './bug-log.ts';
import { connect } from './dispatch.ts';
import { type Port, servePort } from './port-transport.ts';

export interface EngineHostRequest {
  readonly tell: (message: FromEngine) => void;
  readonly log: BugLog;
}

/** The engine of the desktop program: the documents, the windows' ports, and what the desktop itself asks. */
export class EngineHost {
  readonly #tell: (message: FromEngine) => void;
  readonly #log: BugLog;
  #service: DocumentService | undefined;

  constructor({ tell, log }: EngineHostRequest) {
    this.#tell = tell;
    this.#log = log;
  }

  /** Does what a message says; `ports` came with it. */
  receive(message: ToEngine, ports: readonly Port[]): void {
    if (message.control === 'start') this.#start(message);
    else if (message.control === 'connect') {
      for (const port of ports) servePort(port, connect(this.#started, this.#log));
    } else void this.#answer(message);
  }

  async dispose(): Promise<void> {
    await this.#service?.dispose();
  }

  get #started(): DocumentService {
    if (this.#service === undefined) throw new Error('the engine was asked before it was started');
    return this.#service;
  }

  #start({ dataFolder, sealKey, setAside }: Extract<ToEngine, { readonly control: 'start' }>): void {
    const sealer = sealKey && keySealer(sealKey);
    const settings = settingsStore(dataFolder, setAside);
    this.#service = new DocumentService({
      safetyFolder: safetyFolder(dataFolder),
      live: true,
      copiesFolder: copiesFolder(dataFolder),
      settings,
      recipes: recipesIn(dataFolder),
      protectedFolder: protectedFolder(dataFolder),
      recovery: { folder: recoveryFolder(dataFolder), sealer },
      versions: {
        folder: versionsFolder(dataFolder),
        sealer,
        limits: async () => (await settings.read()).restorePoints,
      },
    });
    this.#service.recover().catch((error: unknown) => logBug(this.#log, 'recover', error));
    this.#service.subscribe((event: AppEvent) => this.#tell({ control: 'event', event }));
    this.#tell({ control: 'ready' });
  }

  async #answer(message: Extract<ToEngine, { readonly call: number }>): Promise<void> {
    const { call } = message;
    try {
      this.#tell({ control: 'answer', call, result: await this.#result(message) });
    } catch (error) {
      if (!(error instanceof AppError)) logBug(this.#log, message.control, error);
      const { code, data } = error instanceof AppError ? error : new AppError('internal-failure');
      this.#tell({ control: 'answer', call, error: { code, data } });
    }
  }

  async #result(message: Extract<ToEngine, { readonly call: number }>): Promise<unknown> {
    const service = this.#started;
    switch (message.control) {
      case 'register':
        return registered(service, message.params.path);
      case 'openAhead':
        service.open(message.params.handle).catch(() => undefined);
        return {};
      case 'copyText':
        return copied(service, message.params);
      case 'exportText':
        return exportedText(service, message.params);
      case 'report':
        return reportFor(service, message.params);
      case 'writeReport': {
        const { handle, bytes } = message.params;
        return { fileName: await writeReport(service, handle, bytes) };
      }
      case 'pathOf': {
        const path = service.get(message.params.document).link?.path;
        return (
          path === undefined ? {} : { path: path.toString() }
        ) satisfies ControlCalls['pathOf']['result'];
      }
    }
  }
}

/** A handle for a path that a host was given by the person. */
export function registered(service: DocumentService, path: string): RegisteredFile {
  const handle = service.handles.grant(path);
  return { handle, name: service.handles.title(handle), folder: service.handles.folder(handle) };
}
