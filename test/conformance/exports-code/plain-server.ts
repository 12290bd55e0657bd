import { createServer } from 'node:net';

/** A server on loopback that notes the Cookie header of every request, byte for byte. */
export interface PlainServer {
  readonly port: number;
  /** The header of the last request for a page, and nothing more of it from now on. */
  take(): string | undefined;
  close(): Promise<void>;
}

/** Starts it on a free port. Requests for the picture of a tab are answered and not noted. */
export async function startPlainServer(): Promise<PlainServer> {
  let last: string | undefined;
  const server = createServer((socket) => {
    let text = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (!text.includes('\r\n\r\n')) return;
      if (!text.includes('/favicon.ico')) last = /^cookie: ?(.*)\r$/im.exec(text)?.[1];
      text = '';
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok',
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    port: bound.port,
    take() {
      const header = last;
      last = undefined;
      return header;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
