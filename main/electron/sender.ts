import { ORIGIN } from './csp.ts';

/** What is known of who sent a message, read at once: the frame may be gone a moment later. */
export interface Sender {
  readonly frame: { readonly url: string; readonly parent: unknown; readonly detached: boolean } | null;
  readonly isMainFrame: boolean;
  readonly isOurWindow: boolean;
}

/** Whether a message comes from the top frame of our own window showing our own page. */
export function isTrusted(sender: Sender): boolean {
  const { frame } = sender;
  if (frame === null || frame.detached || frame.parent !== null) return false;
  if (!sender.isMainFrame || !sender.isOurWindow) return false;
  return frame.url === `${ORIGIN}/` || frame.url.startsWith(`${ORIGIN}/`);
}
