import type { Call, PortMessage } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import { PORT_MESSAGE } from '#shared/api/desktop.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { failureFrom } from './engine-client.ts';
import type { Connection, EngineClient } from './engine-client.ts';

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * The engine behind the MessagePort that the preload hands over. Calls made before the port is there wait for it; when a
 * new port comes (the engine was restarted), calls on the old one fail.
 */
export function connectPort(page: Window): EngineClient {
  const pending = new Map<number, Pending>();
  const eventListeners: ((event: AppEvent) => void)[] = [];
  const connectionListeners: ((connection: Connection) => void)[] = [];
  const queue: PortMessage[] = [];
  let port: MessagePort | undefined;
  let last = 0;

  const receive = (message: PortMessage): void => {
    if ('event' in message) {
      for (const listener of eventListeners) listener(message.event as AppEvent);
      return;
    }
    if (!('answer' in message)) return;
    const waiting = pending.get(message.answer);
    pending.delete(message.answer);
    if ('error' in message) waiting?.reject(failureFrom(message.error));
    else waiting?.resolve(message.result);
  };
  const take = (next: MessagePort): void => {
    port?.close();
    if (port !== undefined) {
      for (const waiting of pending.values()) waiting.reject(new AppError('cancelled'));
      pending.clear();
    }
    port = next;
    port.onmessage = (event: MessageEvent<PortMessage>) => receive(event.data);
    for (const message of queue.splice(0)) port.postMessage(message);
    for (const listener of connectionListeners) listener('connected');
  };
  page.addEventListener('message', (event) => {
    const [next] = event.ports;
    if (event.source === page && event.data === PORT_MESSAGE && next !== undefined) take(next);
  });
  const ask = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const message: PortMessage = { call: ++last, method, params };
      pending.set(last, { resolve, reject });
      if (port === undefined) queue.push(message);
      else port.postMessage(message);
    });
  return {
    call: ask as Call,
    onEvent: (listener) => eventListeners.push(listener),
    onConnection: (listener) => connectionListeners.push(listener),
  };
}
