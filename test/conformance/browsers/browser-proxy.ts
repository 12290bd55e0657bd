import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Asked, Exchange } from './scenario.ts';

const folder = new URL('../../fixtures/tls/', import.meta.url);
const cert = readFileSync(new URL('certificate.pem', folder));
const key = readFileSync(new URL('key.pem', folder));

/** How many requests follow each other by redirection; browsers give up after twenty. */
const LONGEST_CHAIN = 15;

/** A proxy on loopback that is every host of the world, and answers each exchange with its headers and the way to the next. */
export interface BrowserProxy {
  readonly port: number;
  readonly asked: ReadonlyMap<Exchange, Asked>;
  /** The address at which the browser begins with an exchange. */
  start(at: number): string;
  /** Resolves when an exchange has been asked for. */
  whenAsked(at: number): Promise<void>;
  close(): Promise<void>;
}

interface Route {
  readonly exchanges: readonly Exchange[];
  readonly asked: Map<Exchange, Asked>;
  readonly waiting: Map<number, () => void>;
  /** Requests left until the chain ends with a page. */
  left: number;
}

/** Serves the exchanges on a free port. HTTPS is answered with a certificate that no browser trusts by itself. */
export async function startBrowserProxy(exchanges: readonly Exchange[]): Promise<BrowserProxy> {
  const route: Route = { exchanges, asked: new Map(), waiting: new Map(), left: 0 };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serve(socket, route);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    port: bound.port,
    asked: route.asked,
    start(at) {
      route.left = LONGEST_CHAIN;
      const from = exchanges[at]?.from;
      return from === undefined ? addressOf(exchanges, at) : tagged(from.url, `via=${at}`);
    },
    whenAsked(at) {
      const exchange = exchanges[at];
      if (exchange === undefined || route.asked.has(exchange)) return Promise.resolve();
      return new Promise((resolve) => route.waiting.set(at, resolve));
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An address with one parameter more: the query is no part of what decides about cookies. */
function tagged(url: string, tag: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${tag}`;
}

function addressOf(exchanges: readonly Exchange[], at: number): string {
  return tagged(exchanges[at]?.url ?? 'http://end.test/', `walk=${at}`);
}

/** Reads requests byte for byte: an HTTP library would mend what browsers send. */
function serve(socket: Socket, route: Route): void {
  let text = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', function read(chunk: Buffer) {
    text += chunk.toString('latin1');
    for (;;) {
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = text.slice(0, end);
      const length = Number(/^content-length: ?(\d+)/im.exec(head)?.[1] ?? 0);
      if (text.length < end + 4 + length) return;
      text = text.slice(end + 4 + length);
      if (head.startsWith('CONNECT ')) {
        socket.off('data', read);
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        serve(new TLSSocket(socket, { isServer: true, cert, key }), route);
        return;
      }
      socket.write(answer(head, route), 'latin1');
    }
  });
}

/** The whole response to a request. */
function answer(head: string, route: Route): string {
  const target = head.split(' ', 2)[1] ?? '';
  const via = /[?&]via=(\d+)/.exec(target);
  if (via !== null) return asking(route.exchanges, Number(via[1]));
  const at = Number(/[?&]walk=(\d+)/.exec(target)?.[1] ?? NaN);
  const exchange = route.exchanges[at];
  if (exchange === undefined) return page('');
  if (!route.asked.has(exchange)) {
    const cookie = [...head.matchAll(/^cookie: ?(.*?)\r?$/gim)].map((match) => match[1]).join('; ');
    route.asked.set(exchange, { cookie, at: Date.now() / 1000 });
  }
  route.waiting.get(at)?.();
  const headers = (exchange.setCookie ?? []).map((value) => `Set-Cookie: ${value}\r\n`).join('');
  const next = route.exchanges[at + 1];
  route.left--;
  const goesOn =
    route.left > 0 &&
    exchange.from === undefined &&
    next !== undefined &&
    next.from === undefined &&
    next.straight !== true;
  return goesOn ? redirection(addressOf(route.exchanges, at + 1), headers) : page('', headers);
}

function redirection(location: string, headers: string): string {
  return `HTTP/1.1 302 Found\r\n${headers}Location: ${location}\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n`;
}

function page(body: string, headers = ''): string {
  const html = `<!doctype html><link rel="icon" href="data:,">${body}`;
  return (
    `HTTP/1.1 200 OK\r\n${headers}Content-Type: text/html\r\nCache-Control: no-store\r\n` +
    `Content-Length: ${html.length}\r\n\r\n${html}`
  );
}

/** What has the browser ask for an exchange from another site, or its own. */
function asking(exchanges: readonly Exchange[], at: number): string {
  const url = addressOf(exchanges, at);
  switch (exchanges[at]?.from?.by) {
    case 'redirection':
      return redirection(url, '');
    case 'post':
      return page(`<form method="post" action="${url}"></form><script>document.forms[0].submit()</script>`);
    case 'image':
      return page(`<img src="${url}">`);
    case 'frame':
      return page(`<iframe src="${url}"></iframe>`);
    default:
      return page(`<a href="${url}">on</a><script>document.links[0].click()</script>`);
  }
}
