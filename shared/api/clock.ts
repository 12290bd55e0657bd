import * as v from 'valibot';
import { method } from './method.ts';

/** The moment by which cookies are judged, in seconds since 1970; `asOf` is there while it is one that a person plans for. */
const clock = v.object({ now: v.number(), asOf: v.optional(v.number()) });
export type Clock = v.InferOutput<typeof clock>;

export const clockMethods = {
  'clock.get': method(v.strictObject({}), clock),
  /**
   * Judges every document as of a moment ("1 March 2027", "in 30 days"); without a text as of now again. Nothing that is
   * written depends on it. Fails with `edit-refused` where the text names no moment.
   */
  'clock.move': method(v.strictObject({ text: v.optional(v.pipe(v.string(), v.maxLength(100))) }), clock),
};
