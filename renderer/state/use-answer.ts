import { useEffect, useState } from 'react';
import { AppError } from '#shared/api/app-error.ts';
import type { MethodName, Params, Result } from '#shared/api/api.ts';
import { call } from './engine.ts';
import { reportFailure } from './notices.ts';

/** Failures that only say that the tab was closed, or the line deleted, while the answer was on its way. */
const PASSED = new Set(['document-not-open', 'view-not-open', 'entry-not-found']);

/**
 * What the engine answers, asked again when the parameters or `version` change. The answer before is kept until the
 * next one is there, so that nothing flickers; without parameters there is no answer.
 */
export function useAnswer<Name extends MethodName>(
  name: Name,
  params: Params<Name> | undefined,
  version: unknown = 0,
): Result<Name> | undefined {
  const [answer, setAnswer] = useState<Result<Name>>();
  const key = JSON.stringify([params, version]);
  useEffect(() => {
    if (params === undefined) {
      setAnswer(undefined);
      return undefined;
    }
    let current = true;
    call(name, params).then(
      (result) => (current ? setAnswer(() => result) : undefined),
      (error: unknown) => {
        if (!current) return;
        if (!(error instanceof AppError)) throw error;
        if (!PASSED.has(error.code)) reportFailure(error);
        setAnswer(undefined);
      },
    );
    return () => {
      current = false;
    };
    // The key stands for the parameters: they are a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [name, key]);
  return answer;
}
