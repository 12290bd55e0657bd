import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

const folder = new URL('../fixtures/tls/', import.meta.url);
const cert = readFileSync(new URL('certificate.pem', folder));
const key = readFileSync(new URL('key.pem', folder));

/** A proxy on loopback that is every host of the world: it answers each request itself and remembers what it was sent. */
export interface EchoProxy {
  readonly address: string;
  /** The Cookie headers (bytes) of the requests for an address since it was last asked; absent when nobody asked for it. */
  take(url: string): readonly string[] | undefined;
  close(): Promise<void>;
}

/** Starts the proxy on a free port. HTTPS is answered with a certificate that no client trusts. */
export async function startEchoProxy(): Promise<EchoProxy> {
  const seen = new Map<string, string[]>();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serve(socket, '', seen);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    take(url) {
      const headers = seen.get(url);
      seen.delete(url);
      return headers;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads requests byte for byte: no HTTP library, for it would refuse or mend what some clients send. */
function serve(socket: Socket, origin: string, seen: Map<string, string[]>): void {
  let text = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', function read(chunk: Buffer) {
    text += chunk.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [requestLine = '', ...headers] = text.slice(0, end).split('\r\n');
    text = '';
    const [method, target = ''] = requestLine.split(' ');
    if (method === 'CONNECT') {
      socket.off('data', read);
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const inner = new TLSSocket(socket, { isServer: true, cert, key });
      const host = target.replace(/:443$/, '').replace(/^\[?([^[\]]*:[^[\]]*)\]?$/, '[$1]');
      serve(inner, `https://${host}`, seen);
      return;
    }
    const cookies = headers.flatMap((header) => /^cookie: ?(.*)$/is.exec(header)?.[1] ?? []);
    const url = origin + target;
    seen.set(url, [...(seen.get(url) ?? []), ...cookies]);
    const body = method === 'HEAD' ? '' : 'ok';
    socket.end(
      `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}
