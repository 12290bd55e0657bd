import { AppError } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';
import { noticeText } from '#shared/api/notice-text.ts';
import type { Notice as EngineNotice } from '#shared/api/notice.ts';
import { appStore } from './app-store.ts';
import type { Notice } from './app-store.ts';

let last = 0;

/** Shows a message that goes by itself, and says it to screen readers. */
export function notify(notice: Omit<Notice, 'key'>): void {
  const added = { ...notice, key: ++last };
  appStore.setState(({ notices }) => ({ notices: [...notices.slice(-3), added] }));
}

/** Takes a message away. */
export function dismiss(key: number): void {
  appStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.key !== key) }));
}

/** Says something to screen readers only. */
export function announce(text: string): void {
  appStore.setState({ announcement: text });
}

/** A table whose columns nobody knows is no failure: the person is asked. One at a time; of a second one it is told. */
function askForColumns({ code, data }: AppError): boolean {
  const table = data['table'];
  if (code !== 'format-columns' || typeof table !== 'string') return false;
  if (appStore.getState().dialog !== undefined) return false;
  appStore.setState({ dialog: { kind: 'columns', table } });
  return true;
}

/** Tells the person of a failure: what happened, what was written, what to do next. */
export function reportFailure(error: AppError): void {
  if (error.code === 'cancelled' || askForColumns(error)) return;
  const { happened, written, next } = errorText(error.code, error.data);
  notify({ tone: 'failed', title: happened, details: [written, next] });
}

/** Tells what the person must hear of work that succeeded. */
export function reportNotice(notice: EngineNotice): void {
  const path = String(notice.data['path'] ?? '');
  // The window speaks of a document by its name; where old bytes are is told in full.
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const { happened, next } = noticeText({ ...notice, data: { ...notice.data, path: name } });
  const tone = ['mode-tightened', 'ignored-in-git'].includes(notice.code) ? 'done' : 'warned';
  notify({ tone, title: happened, details: [next] });
}

/** Runs something that can fail in an expected way and reports it; gives nothing then. A bug is left to the window's top. */
export async function attempt<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    reportFailure(error);
    return undefined;
  }
}
