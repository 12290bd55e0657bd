import type { ServerResponse } from 'node:http';
import type { Connection } from '../api/dispatch.ts';

const KEEP_ALIVE_MS = 15_000;
/** A tab that does not read is cut off; it can connect again. */
const MOST_UNREAD = 16 << 20;

/** Sends every event as a line of JSON until the client goes; `onEnd` is called then. */
export function streamEvents(response: ServerResponse, connection: Connection, onEnd: () => void): void {
  const send = (line: string): void => {
    response.write(`${line}\n`);
    if (response.writableLength > MOST_UNREAD) response.destroy();
  };
  send('');
  const stop = connection.subscribe((event) => send(JSON.stringify(event)));
  const timer = setInterval(() => send(''), KEEP_ALIVE_MS);
  response.on('close', () => {
    stop();
    clearInterval(timer);
    onEnd();
  });
}
