import type { BulkOperation } from '#shared/api/bulk.ts';

/** The kinds of work that the dialog offers. */
export type BulkKind = BulkOperation['do'] | 'session';
