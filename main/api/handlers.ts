import type { MethodName } from '#shared/api/api.ts';
import { bulkHandlers } from './bulk-handlers.ts';
import { changesHandlers } from './changes-handlers.ts';
import { clockHandlers } from './clock-handlers.ts';
import { columnsHandlers } from './columns-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { editHandlers } from './edit-handlers.ts';
import { entryHandlers } from './entry-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import { findingsHandlers } from './findings-handlers.ts';
import type { Handler } from './handler.ts';
import { mergeHandlers } from './merge-handlers.ts';
import { overviewHandlers } from './overview-handlers.ts';
import { profilesHandlers } from './profiles-handlers.ts';
import { recipeHandlers } from './recipe-handlers.ts';
import { redactHandlers } from './redact-handlers.ts';
import { repairHandlers } from './repair-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { runCopyHandlers } from './run-copy-handlers.ts';
import { setCookieHandlers } from './set-cookie-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { taskHandlers } from './task-handlers.ts';
import { transferHandlers } from './transfer-handlers.ts';
import { verdictHandlers } from './verdict-handlers.ts';
import { versionHandlers } from './version-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

/** Who answers each method. */
export const handlers = {
  ...documentHandlers,
  ...viewHandlers,
  ...entryHandlers,
  ...editHandlers,
  ...bulkHandlers,
  ...findingsHandlers,
  ...changesHandlers,
  ...clockHandlers,
  ...columnsHandlers,
  ...mergeHandlers,
  ...overviewHandlers,
  ...exportHandlers,
  ...profilesHandlers,
  ...recipeHandlers,
  ...redactHandlers,
  ...repairHandlers,
  ...reportHandlers,
  ...runCopyHandlers,
  ...setCookieHandlers,
  ...settingsHandlers,
  ...taskHandlers,
  ...transferHandlers,
  ...verdictHandlers,
  ...versionHandlers,
} satisfies { readonly [Name in MethodName]: Handler<Name> };
