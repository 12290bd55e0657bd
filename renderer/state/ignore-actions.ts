import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import { take } from './document-actions.ts';
import { call } from './engine.ts';
import { attempt, notify } from './notices.ts';
import { changePreferences } from './preferences.ts';

/** Says nothing of a rule any more, in no document. */
export async function ignoreRule(rule: string): Promise<void> {
  await setIgnored(rule, true);
  const action = { label: messages.undo, run: () => void setIgnored(rule, false) };
  notify({ tone: 'done', title: messages.problems.ignoredRule, details: [], action });
}

/** Says nothing of a rule on one line while the document is open. */
export async function ignoreHere(document: string, rule: string, id: number): Promise<void> {
  const info = await attempt(() => call('findings.ignore', { document, rule, ids: [id] }));
  if (info !== undefined) take(info);
}

/** Says all that there is to say of a rule again. */
export async function heedRule(
  document: string,
  {
    rule,
    everywhere,
    places,
  }: { readonly rule: string; readonly everywhere: boolean; readonly places: number },
): Promise<void> {
  if (everywhere) await setIgnored(rule, false);
  if (places === 0) return;
  const info = await attempt(() => call('findings.heed', { document, rule }));
  if (info !== undefined) take(info);
}

function setIgnored(rule: string, on: boolean): Promise<void> {
  const others = appStore.getState().preferences.ignoredRules.filter((id) => id !== rule);
  return changePreferences({ ignoredRules: on ? [...others, rule] : others });
}
