import type { Call } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { ErrorData } from '#shared/api/app-error.ts';
import { isErrorCode } from '#shared/api/error-text.ts';
import type { AppEvent } from '#shared/api/events.ts';

/** `refused`: the host does not know this tab (its link was used already); no call will be answered. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'refused';

/** The engine as the page sees it, over whichever transport. */
export interface EngineClient {
  readonly call: Call;
  /** Told each time that the connection comes or goes. */
  onConnection(listener: (connection: Connection) => void): void;
  onEvent(listener: (event: AppEvent) => void): void;
}

/** The failure that came over the wire, as the error that callers catch. */
export function failureFrom(error: { readonly code: string; readonly data?: unknown }): AppError {
  const data = typeof error.data === 'object' && error.data !== null ? (error.data as ErrorData) : {};
  return new AppError(isErrorCode(error.code) ? error.code : 'internal-failure', data);
}
