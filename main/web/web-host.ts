import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isErrorCode } from '#shared/api/error-text.ts';
import { TOKEN_NAME } from '#shared/api/http.ts';
import { type BugLog, logBug } from '../api/bug-log.ts';
import { type Connection, connect } from '../api/dispatch.ts';
import type { DocumentService } from '../documents/document-service.ts';
import type { Asset } from './assets.ts';
import { streamEvents } from './event-stream.ts';
import { gate, type Verdict } from './gate.ts';
import { HTTP_STATUS } from './http-status.ts';
import { jsonBody } from './request-body.ts';
import { responseHeaders } from './response-headers.ts';
import { LinkTokens, newSecret, sameSecret, WrongSecrets } from './secrets.ts';

export interface WebHostRequest {
  readonly service: DocumentService;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly log: BugLog;
  /** Called when somebody keeps trying secrets that are wrong. */
  readonly onSuspicion?: () => void;
  /** Called when a link was used up; a new one is wanted for the next tab. */
  readonly onLinkUsed?: () => void;
}

interface Session {
  readonly secret: string;
  readonly connection: Connection;
}

const STYLE_NONCE = '__STYLE_NONCE__';
const MOST_CONNECTIONS = 64;
/** Headers come in one piece on one machine: whoever takes longer only holds a connection. */
const HEADER_TIMEOUT_MS = 5_000;
const TIMEOUT_CHECK_MS = 1_000;
const REQUEST_TIMEOUT_MS = 300_000;

/** Serves the window and the API to browsers on this machine, and to nobody who does not know a secret. */
export class WebHost {
  readonly #request: WebHostRequest;
  readonly #server: Server;
  readonly #tokens = new LinkTokens();
  readonly #sessions: Session[] = [];
  readonly #wrong: WrongSecrets;
  #streams = 0;
  #lastUse = Date.now();

  private constructor(request: WebHostRequest) {
    this.#request = request;
    this.#wrong = new WrongSecrets(() => request.onSuspicion?.());
    const options = { requireHostHeader: false, connectionsCheckingInterval: TIMEOUT_CHECK_MS };
    this.#server = createServer(options, (incoming, response) => {
      this.#serve(incoming, response).catch((error: unknown) => {
        logBug(request.log, 'web host', error);
        response.destroy();
      });
    });
    this.#server.headersTimeout = HEADER_TIMEOUT_MS;
    this.#server.requestTimeout = REQUEST_TIMEOUT_MS;
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  /** Listens on 127.0.0.1; port 0 is any free one. Rejects with the system's error when the port is taken. */
  static async listen(request: WebHostRequest, port: number): Promise<WebHost> {
    const host = new WebHost(request);
    await new Promise<void>((resolve, reject) => {
      host.#server.once('error', reject);
      host.#server.listen(port, '127.0.0.1', resolve);
    });
    return host;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** A link that opens the window in one tab; its secret stands in the fragment, which no browser sends. */
  newLink(): { readonly url: string; readonly token: string } {
    const token = this.#tokens.issue();
    return { url: `http://127.0.0.1:${this.port}/#${TOKEN_NAME}=${token}`, token };
  }

  /** Milliseconds since anybody used the window; 0 while a tab is open. */
  get idleFor(): number {
    return this.#streams > 0 ? 0 : Date.now() - this.#lastUse;
  }

  async dispose(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    for (const { connection } of this.#sessions) connection.dispose();
    await closed;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = incoming;
    const verdict = gate(
      { method, target: url, headers: headersOf(incoming) },
      {
        port: this.port,
        isAsset: (target) => this.#request.assets.has(target),
        session: (secret) => this.#session(secret),
      },
    );
    if (verdict.kind !== 'refused') this.#lastUse = Date.now();
    await this.#follow(verdict, incoming, response);
  }

  async #follow(
    verdict: Verdict<Session>,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (verdict.kind) {
      case 'refused':
        if (verdict.status === 401) await pause(this.#wrong.delay());
        return refuse(response, verdict.status);
      case 'asset':
        return this.#sendAsset(response, verdict.name, incoming.method === 'HEAD');
      case 'exchange':
        return this.#exchange(incoming, response);
      case 'events':
        this.#streams += 1;
        incoming.resume();
        response.writeHead(200, { ...responseHeaders(), 'content-type': 'application/x-ndjson' });
        return streamEvents(response, verdict.session.connection, () => {
          this.#streams -= 1;
          this.#lastUse = Date.now();
        });
      case 'call':
        return this.#call(verdict, incoming, response);
    }
  }

  #sendAsset(response: ServerResponse, name: string, headOnly: boolean): void {
    const asset = this.#request.assets.get(name);
    if (asset === undefined) return refuse(response, 404);
    const nonce = name === '/' ? randomBytes(18).toString('base64url') : undefined;
    const bytes =
      nonce === undefined
        ? asset.bytes
        : Buffer.from(asset.bytes.toString('utf8').replaceAll(STYLE_NONCE, nonce));
    response.writeHead(200, {
      ...responseHeaders(nonce),
      'content-type': asset.type,
      'content-length': bytes.length,
    });
    response.end(headOnly ? undefined : bytes);
  }

  async #exchange(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await jsonBody(incoming, '');
    if ('refused' in body) return refuse(response, body.refused === 'too-large' ? 413 : 400);
    const token: unknown =
      typeof body.json === 'object' && body.json !== null ? Reflect.get(body.json, 'token') : undefined;
    if (typeof token !== 'string' || !this.#tokens.redeem(token)) {
      await pause(this.#wrong.delay());
      return refuse(response, 401);
    }
    const secret = newSecret();
    this.#sessions.push({ secret, connection: connect(this.#request.service, this.#request.log) });
    this.#request.onLinkUsed?.();
    sendJson(response, 200, { secret });
  }

  async #call(
    { session, method }: Extract<Verdict<Session>, { kind: 'call' }>,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await jsonBody(incoming, method);
    if ('refused' in body) {
      const error = { code: 'request-invalid', data: { reason: body.refused } };
      return sendJson(response, body.refused === 'too-large' ? 413 : 400, { error });
    }
    const outcome = await session.connection.answer(method, body.json);
    const status =
      'error' in outcome && isErrorCode(outcome.error.code) ? HTTP_STATUS[outcome.error.code] : 200;
    sendJson(response, status, outcome);
  }

  #session(secret: string): Session | undefined {
    let found: Session | undefined;
    for (const session of this.#sessions) if (sameSecret(session.secret, secret)) found = session;
    return found;
  }
}

function headersOf({ rawHeaders }: IncomingMessage): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const values = headers.get(name) ?? [];
    values.push(rawHeaders[at + 1] ?? '');
    headers.set(name, values);
  }
  return headers;
}

/** A refusal says nothing of why: the status is for the person who debugs, not for the page that tries. */
function refuse(response: ServerResponse, status: number): void {
  response.setHeader('connection', 'close');
  sendJson(response, status, { error: { code: 'request-invalid', data: { reason: 'refused' } } });
}

function sendJson(response: ServerResponse, status: number, json: unknown): void {
  const bytes = Buffer.from(JSON.stringify(json));
  response.writeHead(status, {
    ...responseHeaders(),
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
}
