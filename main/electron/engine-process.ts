import path from 'node:path';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { AppError, ERROR_CODES } from '#shared/api/app-error.ts';
import type { ErrorCode, ErrorData } from '#shared/api/app-error.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { ControlCalls, ControlName, FromEngine, ToEngine } from '../documents/engine-control.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What the engine's owner hears of it. */
export interface EngineObserver {
  readonly onEvent: (event: AppEvent) => void;
  /** The process died and a fresh one, without documents, took its place. */
  readonly onRestart: () => void;
  /** It died again and again: it will not be started once more. */
  readonly onGivenUp: () => void;
}

/** What an engine needs to begin. */
export type EngineStart = Omit<Extract<ToEngine, { readonly control: 'start' }>, 'control'>;

const RESTARTS_IN_A_ROW = 3;
const CALM_AFTER = 30_000;

/** The process that holds the documents. Paths go to it from here, never from the page. */
export class EngineProcess {
  #process: UtilityProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #start: EngineStart;
  readonly #observer: EngineObserver;
  #lastCall = 0;
  #restarts = 0;
  #disposed = false;

  constructor(start: EngineStart, observer: EngineObserver) {
    this.#start = start;
    this.#observer = observer;
    this.#process = this.#fork();
  }

  /** A new port to the engine, for the page that just loaded. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.#post({ control: 'connect' }, [port1]);
    return port2;
  }

  /** Asks the engine; rejects with the `AppError` that it answers. */
  call<Name extends ControlName>(
    name: Name,
    params: ControlCalls[Name]['params'],
  ): Promise<ControlCalls[Name]['result']> {
    const call = (this.#lastCall += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, {
        resolve: (result) => resolve(result as ControlCalls[Name]['result']),
        reject,
      });
      this.#post({ control: name, call, params } as ToEngine);
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#process.kill();
  }

  #fork(): UtilityProcess {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'engine.cjs'), [], {
      serviceName: 'Crumbs engine',
      stdio: 'inherit',
    });
    const started = Date.now();
    child.on('message', (message: FromEngine) => this.#receive(message));
    child.on('exit', () => this.#exited(Date.now() - started));
    child.postMessage({ control: 'start', ...this.#start } satisfies ToEngine);
    return child;
  }

  #post(message: ToEngine, ports: MessagePortMain[] = []): void {
    this.#process.postMessage(message, ports);
  }

  #receive(message: FromEngine): void {
    if (message.control === 'event') this.#observer.onEvent(message.event);
    if (message.control !== 'answer') return;
    const waiting = this.#waiting.get(message.call);
    this.#waiting.delete(message.call);
    if ('error' in message) waiting?.reject(appError(message.error));
    else waiting?.resolve(message.result);
  }

  #exited(livedFor: number): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new AppError('cancelled'));
    this.#waiting.clear();
    if (this.#disposed) return;
    this.#restarts = livedFor > CALM_AFTER ? 1 : this.#restarts + 1;
    if (this.#restarts > RESTARTS_IN_A_ROW) return this.#observer.onGivenUp();
    this.#process = this.#fork();
    this.#observer.onRestart();
  }
}

function appError(error: { readonly code: string; readonly data: unknown }): Error {
  const code = ERROR_CODES.find((known) => known === error.code) satisfies ErrorCode | undefined;
  if (code === undefined) return new Error('The engine failed.');
  return new AppError(code, error.data as ErrorData);
}
