import * as v from 'valibot';
import { documentId, target } from './common.ts';
import { documentInfo } from './document.ts';
import { method } from './method.ts';

export const redactMethods = {
  /** Opens a new document: this one with other values and other secrets of the same shape. `target`: only those entries. */
  'redact.open': method(v.strictObject({ document: documentId, target: v.optional(target) }), documentInfo),
};
