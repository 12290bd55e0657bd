import type { DocumentInfo } from '#shared/api/document.ts';
import type { AppState, DocumentView } from './app-store.ts';

/** Takes in what the engine says of a document: a new one gets a tab at the end. News older than what is known is left out. */
export function withDocument(state: AppState, document: DocumentInfo): Partial<AppState> {
  const known = state.documents.find(({ id }) => id === document.id);
  if (known === undefined) return { documents: [...state.documents, document] };
  if (document.version < known.version) return {};
  return { documents: state.documents.map((other) => (other.id === document.id ? document : other)) };
}

/** Another one after every change, undo, redo and save, and when the file's mode or the clock changed what the rules find. */
export function revisionOf(state: AppState, id: string): string {
  const document = state.documents.find((known) => known.id === id);
  if (document === undefined) return '';
  const { version, changes, dirty, mode = '', ignored, findings } = document;
  return [version, changes, dirty, mode, ignored, ...Object.values(findings)].join(' ');
}

/** Takes a document's tab away. Its neighbour to the right becomes active, else the one to the left. */
export function withoutDocument(state: AppState, id: string): Partial<AppState> {
  const at = state.documents.findIndex((document) => document.id === id);
  if (at < 0) return {};
  const documents = state.documents.filter((document) => document.id !== id);
  const { [id]: _view, ...views } = state.views;
  const next = state.active === id ? (documents[at] ?? documents.at(-1))?.id : state.active;
  return { documents, views, active: next } as Partial<AppState>;
}

/** Changes the view of one document; nothing when it has none (it was closed meanwhile). */
export function withView(state: AppState, id: string, change: Partial<DocumentView>): Partial<AppState> {
  const view = state.views[id];
  if (view === undefined) return {};
  return { views: { ...state.views, [id]: { ...view, ...change } } };
}

/** The tab to go to from the active one, so many places on, round the ends. */
export function neighbour(state: AppState, step: number): string | undefined {
  const { documents, active } = state;
  const at = documents.findIndex((document) => document.id === active);
  return documents[(at + step + documents.length) % documents.length]?.id;
}
