import type { Call } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { CALL_PATH, EVENTS_PATH } from '#shared/api/http.ts';
import { failureFrom } from './engine-client.ts';
import type { Connection, EngineClient } from './engine-client.ts';
import { openSession } from './http-session.ts';
import { linesOf } from './lines-of.ts';

const RETRY_AFTER = 1000;
const UNAUTHORIZED = 401;

type Answer = { result: unknown } | { error: { code: string; data?: unknown } };

/** The engine behind the localhost host: one POST a call, and a streamed answer that carries the events. */
export function connectHttp(): EngineClient {
  const session = openSession();
  const eventListeners: ((event: AppEvent) => void)[] = [];
  const connectionListeners: ((connection: Connection) => void)[] = [];
  const tell = (connection: Connection): void => {
    for (const listener of connectionListeners) listener(connection);
  };
  const post = async (path: string, body: unknown): Promise<Response> =>
    await fetch(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${await session}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const call = (async (method: string, params: unknown) => {
    const response = await post(CALL_PATH + method, params).catch((cause: unknown) => {
      throw new AppError('cancelled', {}, { cause });
    });
    if (response.status === UNAUTHORIZED) tell('refused');
    const answer = (await response.json()) as Answer;
    if ('error' in answer) throw failureFrom(answer.error);
    return answer.result;
  }) as Call;
  /** False when there is no use in trying again. */
  const listen = async (): Promise<boolean> => {
    const response = await post(EVENTS_PATH, {});
    if (response.status === UNAUTHORIZED) return false;
    if (!response.ok || response.body === null) return true;
    tell('connected');
    for await (const line of linesOf(response.body)) {
      const event = JSON.parse(line) as AppEvent;
      for (const listener of eventListeners) listener(event);
    }
    return true;
  };
  const listenForEver = async (): Promise<void> => {
    // A failed fetch says the same as a stream that ended: the host is gone, and may come back.
    while ((await session) !== undefined && (await listen().catch(() => true))) {
      tell('lost');
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    }
    tell('refused');
  };
  void listenForEver();
  return {
    call,
    onEvent: (listener) => eventListeners.push(listener),
    onConnection: (listener) => connectionListeners.push(listener),
  };
}
