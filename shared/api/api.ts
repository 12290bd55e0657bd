import type * as v from 'valibot';
import { bulkMethods } from './bulk.ts';
import { changesMethods } from './changes.ts';
import { clockMethods } from './clock.ts';
import { columnsMethods } from './columns.ts';
import { documentMethods } from './document.ts';
import { editMethods } from './edit.ts';
import { entryMethods } from './entry.ts';
import { exportMethods } from './export.ts';
import { findingsMethods } from './findings.ts';
import { mergeMethods } from './merge.ts';
import { overviewMethods } from './overview.ts';
import { profilesMethods } from './profiles.ts';
import { recipeMethods } from './recipes.ts';
import { redactMethods } from './redact.ts';
import { repairMethods } from './repair.ts';
import { reportMethods } from './report.ts';
import { runCopyMethods } from './run-copy.ts';
import { setCookieMethods } from './set-cookie.ts';
import { settingsMethods } from './settings.ts';
import { taskMethods } from './task.ts';
import { transferMethods } from './transfer.ts';
import { verdictMethods } from './verdict.ts';
import { versionMethods } from './version.ts';
import { viewMethods } from './view.ts';

/** The whole API: one map from method name to its schemas. Transports, handlers and clients are derived from it. */
export const methods = {
  ...documentMethods,
  ...viewMethods,
  ...entryMethods,
  ...editMethods,
  ...bulkMethods,
  ...findingsMethods,
  ...changesMethods,
  ...clockMethods,
  ...columnsMethods,
  ...mergeMethods,
  ...overviewMethods,
  ...exportMethods,
  ...profilesMethods,
  ...recipeMethods,
  ...redactMethods,
  ...repairMethods,
  ...reportMethods,
  ...runCopyMethods,
  ...setCookieMethods,
  ...settingsMethods,
  ...taskMethods,
  ...transferMethods,
  ...verdictMethods,
  ...versionMethods,
};

export type MethodName = keyof typeof methods;
export type Params<Name extends MethodName> = v.InferOutput<(typeof methods)[Name]['params']>;
export type Result<Name extends MethodName> = v.InferOutput<(typeof methods)[Name]['result']>;

/** What every transport offers to a client of the engine. Rejects with `AppError`. */
export type Call = <Name extends MethodName>(name: Name, params: Params<Name>) => Promise<Result<Name>>;

/** One message over the port: a request, its answer, or an event. */
export type PortMessage =
  | { readonly call: number; readonly method: string; readonly params: unknown }
  | { readonly answer: number; readonly result: unknown }
  | { readonly answer: number; readonly error: { readonly code: string; readonly data: unknown } }
  | { readonly event: unknown };
