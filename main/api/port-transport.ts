import type { PortMessage } from '#shared/api/api.ts';
import type { Connection } from './dispatch.ts';

/** One end of a message channel, whatever makes it: Node's, Electron's or a browser's. */
export interface Port {
  send(message: PortMessage): void;
  /** Called for every message, as it was sent. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called when the other end is gone. */
  onClose(listener: () => void): void;
}

/** The parts of Node's `MessagePort` and Electron's `MessagePortMain` that are used; the latter wraps messages. */
interface EmitterPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** A port over a `MessagePort` of `node:worker_threads`. */
export function nodePort(port: EmitterPort): Port {
  return emitterPort(port, (message) => message);
}

/** A port over a `MessagePortMain` of Electron. */
export function electronPort(port: EmitterPort): Port {
  return emitterPort(port, (event) => property(event, 'data'));
}

/** Answers calls and sends events over a port until its other end is gone. */
export function servePort(port: Port, connection: Connection): void {
  const stop = connection.subscribe((event) => port.send({ event }));
  port.onMessage((message) => void answer(port, connection, message));
  port.onClose(() => {
    stop();
    connection.dispose();
  });
}

/** A message that is no call is dropped: there is nobody to tell. */
async function answer(port: Port, connection: Connection, message: unknown): Promise<void> {
  const call = property(message, 'call');
  const method = property(message, 'method');
  if (typeof call !== 'number' || typeof method !== 'string') return;
  port.send({ answer: call, ...(await connection.answer(method, property(message, 'params'))) });
}

function emitterPort(port: EmitterPort, unwrap: (message: unknown) => unknown): Port {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (message) => listener(unwrap(message)));
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
