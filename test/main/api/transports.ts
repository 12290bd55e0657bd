import { MessageChannel } from 'node:worker_threads';
import type { Call, PortMessage } from '#shared/api/api.ts';
import { AppError, type ErrorCode, type ErrorData } from '#shared/api/app-error.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { CALL_PATH, EVENTS_PATH, SESSION_PATH } from '#shared/api/http.ts';
import { connect } from '../../../main/api/dispatch.ts';
import { nodePort, servePort } from '../../../main/api/port-transport.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { WebHost } from '../../../main/web/web-host.ts';

/** A client of the engine, by one way or another; `raw` is everything that came back, as text. */
export interface TestClient {
  readonly call: Call;
  /** A call that the types do not know. */
  readonly callAny: (method: string, params: unknown) => Promise<unknown>;
  readonly events: AppEvent[];
  readonly raw: string[];
  readonly service: DocumentService;
  /** What was logged of bugs. */
  readonly log: string[];
  dispose(): Promise<void>;
}

export interface ClientOptions {
  readonly safetyFolder: string;
  readonly protectedFolder?: string;
  readonly live?: boolean;
  readonly clock?: () => number;
}

type Answer = { result: unknown } | { error: { code: string; data: unknown } };

/** The three ways to the engine, by name. */
export const transports: Readonly<Record<string, (options: ClientOptions) => Promise<TestClient>>> = {
  direct: directClient,
  port: portClient,
  HTTP: httpClient,
};

function started({ safetyFolder, live = false, clock, ...kept }: ClientOptions) {
  const copiesFolder = `${safetyFolder}-copies`;
  const service = new DocumentService({ safetyFolder, live, copiesFolder, ...kept, ...(clock && { clock }) });
  const log: string[] = [];
  const raw: string[] = [];
  const events: AppEvent[] = [];
  return { service, log, raw, events };
}

function resultOf(answer: Answer): unknown {
  if ('result' in answer) return answer.result;
  throw new AppError(answer.error.code as ErrorCode, answer.error.data as ErrorData);
}

async function directClient(options: ClientOptions): Promise<TestClient> {
  const base = started(options);
  const connection = connect(base.service, (line) => base.log.push(line));
  connection.subscribe((event) => base.events.push(event));
  const callAny = async (method: string, params: unknown): Promise<unknown> => {
    const answer = await connection.answer(method, params);
    base.raw.push(JSON.stringify(answer));
    return resultOf(answer);
  };
  return { ...base, callAny, call: callAny as Call, dispose: () => base.service.dispose() };
}

async function portClient(options: ClientOptions): Promise<TestClient> {
  const base = started(options);
  const { port1, port2 } = new MessageChannel();
  servePort(
    nodePort(port1),
    connect(base.service, (line) => base.log.push(line)),
  );
  const waiting = new Map<number, (answer: Answer) => void>();
  port2.on('message', (message: PortMessage) => {
    base.raw.push(JSON.stringify(message));
    if ('event' in message) base.events.push(message.event as AppEvent);
    else if ('answer' in message) waiting.get(message.answer)?.(message);
  });
  let calls = 0;
  const callAny = async (method: string, params: unknown): Promise<unknown> => {
    const call = (calls += 1);
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(call, resolve);
      port2.postMessage({ call, method, params } satisfies PortMessage);
    });
    return resultOf(answer);
  };
  const dispose = async (): Promise<void> => {
    port2.close();
    await base.service.dispose();
  };
  return { ...base, callAny, call: callAny as Call, dispose };
}

async function httpClient(options: ClientOptions): Promise<TestClient> {
  const base = started(options);
  const host = await WebHost.listen(
    { service: base.service, assets: new Map(), log: (line) => base.log.push(line) },
    0,
  );
  const address = `http://127.0.0.1:${host.port}`;
  let authorization: Record<string, string> = {};
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify(body),
    });
  const session = await post(SESSION_PATH, { token: host.newLink().token });
  const { secret } = (await session.json()) as { secret: string };
  authorization = { authorization: `Bearer ${secret}` };
  const stream = await post(EVENTS_PATH, {});
  const listening = listen(stream, base.events, base.raw);
  const callAny = async (method: string, params: unknown): Promise<unknown> => {
    const text = await (await post(CALL_PATH + method, params)).text();
    base.raw.push(text);
    return resultOf(JSON.parse(text) as Answer);
  };
  const dispose = async (): Promise<void> => {
    await host.dispose();
    await listening;
    await base.service.dispose();
  };
  return { ...base, callAny, call: callAny as Call, dispose };
}

async function listen(stream: Response, events: AppEvent[], raw: string[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of stream.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') continue;
        raw.push(line);
        events.push(JSON.parse(line) as AppEvent);
      }
    }
  } catch {
    // The host was disposed of: the stream ends in the middle, as it should.
  }
}
