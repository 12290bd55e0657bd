import { appStore } from './app-store.ts';

/** The site that a person named for a document, as it was typed: what is first-party there. */
const sites = new Map<string, string>();

/** What was typed for a document so far. */
export function siteOf(document: string): string {
  return sites.get(document) ?? '';
}

/** Keeps what was typed for when it is asked for again. */
export function keepSite(document: string, text: string): void {
  const { documents } = appStore.getState();
  for (const id of sites.keys()) if (!documents.some((open) => open.id === id)) sites.delete(id);
  sites.set(document, text);
}
