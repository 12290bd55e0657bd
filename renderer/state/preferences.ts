import type { Preferences, SettingsTrouble } from '#shared/api/settings.ts';
import { settingsMessages } from '../ui/settings-messages.ts';
import { appStore } from './app-store.ts';
import { call, host } from './engine.ts';
import { arrange, applyTheme } from './layout-actions.ts';
import { attempt, notify } from './notices.ts';
import { loadVerdicts } from './verdict-actions.ts';

/** Changes of this window that are on their way. */
let pending = 0;

/** Takes in what was chosen in some window; while a change of this one is on its way, its answer will say more. */
export function hearPreferences(preferences: Preferences): void {
  if (pending === 0) takePreferences(preferences);
}

function takePreferences(preferences: Preferences): void {
  const { preferences: before, active, layout } = appStore.getState();
  appStore.setState({ preferences });
  const { theme, density } = preferences;
  if (theme !== layout.theme || density !== layout.density) arrange({ theme, density });
  applyTheme();
  document.documentElement.style.setProperty('--mask-dots', `'${'•'.repeat(preferences.maskDots)}'`);
  host().prefer({ theme, clearAfter: preferences.clearAfter });
  const sameClients = before.clients.join() === preferences.clients.join();
  if (!sameClients && active !== undefined) void loadVerdicts(active);
}

/** Reads what the person has chosen, and tells what was wrong with where it is kept. */
export async function loadPreferences(): Promise<void> {
  const answer = await attempt(() => call('settings.get', {}));
  if (answer === undefined) return;
  takePreferences(answer.preferences);
  if (answer.trouble !== undefined) tellTrouble(answer.trouble);
}

const told = new Set<string>();

/** Once in a window: a connection that comes back asks again. */
function tellTrouble(trouble: SettingsTrouble): void {
  const key = JSON.stringify(trouble);
  if (told.has(key)) return;
  told.add(key);
  const { title, text } = settingsMessages.trouble(trouble);
  notify({ tone: 'warned', title, details: [text] });
}

/** Changes some of what the person has chosen; it holds at once, and is kept for every window and the command line. */
export async function changePreferences(changed: Partial<Preferences>): Promise<void> {
  takePreferences({ ...appStore.getState().preferences, ...changed });
  pending += 1;
  const kept = await attempt(() => call('settings.change', changed));
  pending -= 1;
  if (kept !== undefined) hearPreferences(kept);
}
