import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Firefox's own remote control: over a socket, each message its length in decimal, a colon, and JSON. */
export interface Marionette {
  /** Gives what the command gives; fails with what went wrong. */
  send(command: string, parameters: object): Promise<unknown>;
  close(): void;
}

/** Waits until the browser of a profile has opened its port (preference `marionette.port` 0), and connects. */
export async function connectMarionette(profile: string): Promise<Marionette> {
  const portFile = join(profile, 'MarionetteActivePort');
  for (let tries = 0; !existsSync(portFile) || readFileSync(portFile, 'utf8').trim() === ''; tries++) {
    if (tries > 300) throw new Error('Firefox did not open its port');
    await sleep(100);
  }
  const socket = connect({ host: '127.0.0.1', port: Number(readFileSync(portFile, 'utf8')) });
  const answers = new Map<number, (error: unknown, result?: unknown) => void>();
  let buffer = Buffer.alloc(0);
  let greeted = (): void => undefined;
  const greeting = new Promise<void>((resolve, reject) => {
    greeted = resolve;
    socket.once('error', reject);
  });
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (!Array.isArray(message)) greeted();
      else answers.get(Number(message[1]))?.(message[2], message[3]);
    }
  });
  socket.on('close', () => {
    for (const answer of answers.values()) answer('the browser is gone');
  });
  await greeting;
  let last = 0;
  return {
    send(command, parameters) {
      const id = ++last;
      const text = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        answers.set(id, (error, result) => {
          answers.delete(id);
          if (error === null) resolve(result);
          else reject(new Error(`${command} failed: ${JSON.stringify(error)}`));
        });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => socket.destroy(),
  };
}
