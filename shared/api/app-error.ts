/** Every failure that a person can meet, as plain data. HTTP status, exit code and user text are tables keyed by code. */
export const ERROR_CODES = [
  'document-not-open',
  'document-changed-on-disk',
  'document-read-only',
  'document-has-no-file',
  'handle-unknown',
  'file-missing',
  'file-is-folder',
  'file-not-regular',
  'file-too-large',
  'file-permission-denied',
  'file-locked',
  'file-changed-while-reading',
  'read-failed',
  'link-loop',
  'disk-full',
  'disk-read-only',
  'write-failed',
  'verify-failed',
  'format-unknown',
  'format-web-page',
  'format-image',
  'format-compressed',
  'format-database',
  'database-damaged',
  'database-schema-unknown',
  'format-json-other',
  'format-json-syntax',
  'format-json-too-deep',
  'format-command',
  'format-columns',
  'format-changed',
  'format-not-writable',
  'entry-not-found',
  'edit-refused',
  'query-invalid',
  'recipe-refused',
  'rule-unknown',
  'target-unknown',
  'client-unknown',
  'address-unusable',
  'export-refused',
  'view-not-open',
  'copy-unknown',
  'copy-unreadable',
  'merge-outdated',
  'merge-undecided',
  'request-invalid',
  'too-many-rows',
  'cancelled',
  /** A bug: what it was stands in the engine's log, without its text. */
  'internal-failure',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts that help a person: a path, a line, a step, an errno name. Never a cookie value. */
export type ErrorData = Readonly<Record<string, string | number | boolean>>;

/** An expected failure. It crosses every transport as `{ code, data }`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}
