import { reportFor } from '../documents/reporting.ts';
import type { HandlersOf } from './handler.ts';

/** Reports for people who ask what is stored about them. */
export const reportHandlers: HandlersOf<'report'> = {
  'report.get': ({ service }, request) => reportFor(service, request),
};
