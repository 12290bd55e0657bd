import * as v from 'valibot';
import { type Call, type MethodName, methods } from '#shared/api/api.ts';
import { AppError, type ErrorCode, type ErrorData } from '#shared/api/app-error.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { DocumentService } from '../documents/document-service.ts';
import { type BugLog, logBug } from './bug-log.ts';
import type { Asked } from './handler.ts';
import { handlers } from './handlers.ts';

/** What a call came to, as plain data that any transport can carry. */
export type Outcome =
  | { readonly result: unknown }
  | { readonly error: { readonly code: ErrorCode; readonly data: ErrorData } };

/** One client of the engine: a window, a browser tab, the command line. */
export interface Connection {
  /** Answers a call that came over a transport; never rejects. */
  answer(method: string, params: unknown): Promise<Outcome>;
  /** The same for callers in this process. Rejects with `AppError`. */
  readonly call: Call;
  /** Hears every event; the result ends it. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Closes what the client left open; its documents stay. */
  dispose(): void;
}

type AnyHandler = (asked: Asked, params: unknown) => unknown;

/** Connects a client to the documents. */
export function connect(service: DocumentService, log: BugLog): Connection {
  const asked: Asked = { service, views: new Set() };
  const answer = async (method: string, params: unknown): Promise<Outcome> => {
    try {
      return { result: await dispatch(asked, method, params) };
    } catch (error) {
      if (error instanceof AppError) return { error: { code: error.code, data: error.data } };
      logBug(log, isMethod(method) ? method : 'unknown method', error);
      return { error: { code: 'internal-failure', data: {} } };
    }
  };
  const call: Call = async (name, params) => {
    const outcome = await answer(name, params);
    if ('error' in outcome) throw new AppError(outcome.error.code, outcome.error.data);
    return outcome.result as never;
  };
  return {
    answer,
    call,
    subscribe: (listener) => service.subscribe(listener),
    dispose: () => {
      for (const view of asked.views) service.closeView(view, asked.views);
    },
  };
}

/** Decodes the parameters, asks the handler, and lets through what the method's result says and nothing else. */
async function dispatch(asked: Asked, name: string, params: unknown): Promise<unknown> {
  if (!isMethod(name)) throw new AppError('request-invalid', { reason: 'method' });
  const decoded = v.safeParse(methods[name].params, params);
  if (!decoded.success) throw new AppError('request-invalid', { reason: whereWrong(decoded.issues) });
  const handler = handlers[name] as AnyHandler;
  return v.parse(methods[name].result, await handler(asked, decoded.output));
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

/** The names of the parameters that do not fit, never what was in them. */
function whereWrong(issues: readonly v.BaseIssue<unknown>[]): string {
  const names = issues.map((issue) => {
    const key = issue.path?.[0]?.key;
    return typeof key === 'string' && /^\w{1,30}$/.test(key) ? key : 'parameters';
  });
  return [...new Set(names)].join(', ');
}
