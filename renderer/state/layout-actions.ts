import { appStore } from './app-store.ts';
import { keepLayout } from './layout.ts';
import type { BottomTab, Layout } from './layout.ts';

/** Changes the arrangement of the window and keeps it for next time. */
export function arrange(change: Partial<Layout>): void {
  const layout = { ...appStore.getState().layout, ...change };
  appStore.setState({ layout });
  keepLayout(layout);
}

/** Shows a bottom panel, or hides it when it is the one shown. */
export function toggleBottom(tab: BottomTab): void {
  const { bottom, bottomTab } = appStore.getState().layout;
  arrange({ bottom: !(bottom && bottomTab === tab), bottomTab: tab });
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Puts the theme and the density on the page; the system's own may change at any time. */
export function applyTheme(): void {
  const { theme, density } = appStore.getState().layout;
  const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset['theme'] = shown;
  document.documentElement.dataset['density'] = density;
}

/** Follows the system's theme from now on, where the person chose to. */
export function followSystemTheme(): void {
  dark.addEventListener('change', applyTheme);
  applyTheme();
}
