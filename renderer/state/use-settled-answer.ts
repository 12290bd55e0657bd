import { useEffect, useState } from 'react';
import { AppError, type ErrorCode } from '#shared/api/app-error.ts';
import type { MethodName, Params, Result } from '#shared/api/api.ts';
import { errorText } from '#shared/api/error-text.ts';
import { call } from './engine.ts';
import { reportFailure } from './notices.ts';

/** So long typing must pause before anybody is asked. */
const PAUSE_MS = 150;

/** An answer about something that is being typed. */
export interface SettledAnswer<Value> {
  readonly answer?: Value;
  /** What is wrong with the question, in words. */
  readonly trouble?: string;
}

interface Asking<Name extends MethodName> {
  /** Nothing is asked without. */
  readonly params: Params<Name> | undefined;
  /** Another one whenever the answer may be out of date. */
  readonly version: string;
  /** Failures that are told beside the question, not as a notice. */
  readonly troubles: readonly ErrorCode[];
}

/** What the engine answers once typing pauses. A question that is not finished keeps the last answer. */
export function useSettledAnswer<Name extends MethodName>(
  name: Name,
  { params, version, troubles }: Asking<Name>,
): SettledAnswer<Result<Name>> {
  const [settled, setSettled] = useState<SettledAnswer<Result<Name>>>({});
  const key = JSON.stringify([params, version]);
  useEffect(() => {
    if (params === undefined) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      try {
        const answer = await call(name, params);
        if (current) setSettled({ answer });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!current || error.code === 'document-not-open') return;
        if (!troubles.includes(error.code)) reportFailure(error);
        setSettled((last) => ({ ...last, trouble: errorText(error.code, error.data).happened }));
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // The key stands for the parameters: they are a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [name, key]);
  return params === undefined ? {} : settled;
}

/** The address that a person means who types `example.com/path`. */
export function withScheme(text: string): string {
  const address = text.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+:\d+(?:[/?#]|$)/.test(address)
    ? address
    : `https://${address}`;
}
