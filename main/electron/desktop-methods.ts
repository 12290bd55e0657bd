import { desktopMethods } from '#shared/api/desktop.ts';
import type { DesktopMethodName, DesktopParams, DesktopResult } from '#shared/api/desktop.ts';
import { AppError } from '#shared/api/app-error.ts';
import * as v from 'valibot';

/** What the desktop does for the page, by method name. */
export type DesktopHandlers = {
  readonly [Name in DesktopMethodName]: (params: DesktopParams<Name>) => Promise<DesktopResult<Name>>;
};

/** An answer as it crosses to the page. */
export type DesktopAnswer =
  | { readonly result: unknown }
  | { readonly error: { readonly code: string; readonly data: unknown } };

function isMethodName(name: unknown): name is DesktopMethodName {
  return typeof name === 'string' && Object.hasOwn(desktopMethods, name);
}

/** Decodes, does and encodes one call; whatever was not asked for properly is `request-invalid`. */
export async function answerCall(
  handlers: DesktopHandlers,
  name: unknown,
  params: unknown,
): Promise<DesktopAnswer> {
  if (!isMethodName(name)) return refusal(new AppError('request-invalid'));
  const method = desktopMethods[name];
  const decoded = v.safeParse(method.params, params);
  if (!decoded.success) return refusal(new AppError('request-invalid', { method: name }));
  try {
    const handler = handlers[name] as (decodedParams: unknown) => Promise<unknown>;
    return { result: v.parse(method.result, await handler(decoded.output)) };
  } catch (error) {
    if (error instanceof AppError) return refusal(error);
    throw error;
  }
}

/** The answer to a call that may not be made. */
export function refusal({ code, data }: AppError): DesktopAnswer {
  return { error: { code, data } };
}
