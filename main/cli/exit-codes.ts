import type { ErrorCode } from '#shared/api/app-error.ts';

/** 0: all is well. 1: there are findings at the level asked. 2: the command was not understood, or a file failed. */
export const ExitCode = { fine: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The exit code that goes with each failure. */
export const EXIT_CODES = {
  'document-not-open': 2,
  'document-changed-on-disk': 2,
  'document-read-only': 2,
  'document-has-no-file': 2,
  'handle-unknown': 2,
  'file-missing': 2,
  'file-is-folder': 2,
  'file-not-regular': 2,
  'file-too-large': 2,
  'file-permission-denied': 2,
  'file-locked': 2,
  'file-changed-while-reading': 2,
  'read-failed': 2,
  'link-loop': 2,
  'disk-full': 2,
  'disk-read-only': 2,
  'write-failed': 2,
  'verify-failed': 2,
  'format-unknown': 2,
  'format-web-page': 2,
  'format-image': 2,
  'format-compressed': 2,
  'format-database': 2,
  'format-json-other': 2,
  'format-json-syntax': 2,
  'format-json-too-deep': 2,
  'format-not-writable': 2,
  'entry-not-found': 2,
  'edit-refused': 2,
  'query-invalid': 2,
  'rule-unknown': 2,
  'target-unknown': 2,
  'client-unknown': 2,
  'address-unusable': 2,
  'export-refused': 2,
  'view-not-open': 2,
  'request-invalid': 2,
  'too-many-rows': 2,
  cancelled: 2,
  'internal-failure': 2,
} as const satisfies Record<ErrorCode, ExitCode>;
