import type * as v from 'valibot';

/** One API method: its parameter and result schemas are both type and decoder. */
export interface Method<
  Params extends v.GenericSchema = v.GenericSchema,
  Result extends v.GenericSchema = v.GenericSchema,
> {
  readonly params: Params;
  readonly result: Result;
}

export function method<Params extends v.GenericSchema, Result extends v.GenericSchema>(
  params: Params,
  result: Result,
): Method<Params, Result> {
  return { params, result };
}
