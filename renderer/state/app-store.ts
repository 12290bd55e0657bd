import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DocumentInfo } from '#shared/api/document.ts';
import type { MergeWith } from '#shared/api/merge.ts';
import type { RunCopy } from '#shared/api/run-copy.ts';
import { USUAL_PREFERENCES } from '#shared/api/settings.ts';
import type { Preferences } from '#shared/api/settings.ts';
import type { Facets, Row, Sort, ViewInfo } from '#shared/api/view.ts';
import type { Connection } from '../client/engine-client.ts';
import type { OpenFile, RecentFile } from '../client/host.ts';
import type { BulkKind } from './bulk-kind.ts';
import type { CommandTarget } from './command-target.ts';
import { readLayout } from './layout.ts';
import type { ShownPreview } from './previews.ts';
import type { Layout } from './layout.ts';
import type { Tour } from './tour-steps.ts';
import type { ClientAnswers } from './verdict-actions.ts';

/** The first rows of a view, and how many there are as far as is known; good for one generation. */
export interface EarlyRows {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly generation: number;
}

/** Where the person is in the grid: the line, and its place in the view when last seen. */
export interface Focus {
  readonly id: number;
  readonly position: number;
}

/** One document's tab: what it shows and what of it is revealed. The engine owns the query, the order and the selection. */
export interface DocumentView {
  readonly info: ViewInfo;
  /** As typed; the engine may still be at the one before. */
  readonly query: string;
  readonly sort: Sort;
  readonly facets?: Facets;
  readonly clients?: ClientAnswers;
  readonly siteSearch: string;
  readonly siteLimit: number;
  /** The sites whose hosts are shown, by their labels. */
  readonly openSites: ReadonlySet<string>;
  readonly revealed: ReadonlySet<number>;
  readonly revealAll: boolean;
  readonly focus?: Focus;
  /** False from the first key in the query line until its answer is here: what the person sees is not what commands would hit. */
  readonly settled: boolean;
  /** The first rows, where they are known before the grid asks for them. */
  readonly early?: EarlyRows;
  /** Raised when the rows must be asked for again. */
  readonly generation: number;
}

/** A part of the settings. */
export type SettingsSection = 'look' | 'values' | 'programs' | 'versions' | 'keys';

/** What is shown over the window. */
export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings'; readonly section?: SettingsSection }
  | { readonly kind: 'saveView' }
  | { readonly kind: 'views' }
  | { readonly kind: 'help'; readonly page?: string }
  | { readonly kind: 'about' }
  | { readonly kind: 'export' }
  | { readonly kind: 'profiles' }
  | { readonly kind: 'columns'; readonly table: string }
  | { readonly kind: 'saveAs'; readonly document: string }
  | { readonly kind: 'clients' }
  | { readonly kind: 'openMany'; readonly files: readonly OpenFile[] }
  | { readonly kind: 'repair'; readonly document: string }
  | { readonly kind: 'readable'; readonly document: string }
  | { readonly kind: 'versions'; readonly document: string }
  | {
      readonly kind: 'merge';
      readonly document: string;
      readonly with: MergeWith;
      readonly keepDropped: boolean;
    }
  | { readonly kind: 'transfer'; readonly document: string }
  | { readonly kind: 'sendTo'; readonly lines: CommandTarget; readonly way: 'copy' | 'move' }
  | { readonly kind: 'headerFor'; readonly lines: CommandTarget }
  | { readonly kind: 'bulkEdit'; readonly document: string; readonly start: BulkKind; readonly rule?: string }
  | { readonly kind: 'expiry'; readonly document: string }
  | { readonly kind: 'recipes'; readonly document: string }
  | { readonly kind: 'redact'; readonly document: string }
  | { readonly kind: 'report'; readonly document: string }
  | { readonly kind: 'runCopy'; readonly document: string }
  | { readonly kind: 'close'; readonly document: string };

/** A message that goes by itself. */
export interface Notice {
  readonly key: number;
  /** `warned`: it was done, and there is something to know or to do; it stays until it is taken away. */
  readonly tone: 'done' | 'warned' | 'failed';
  readonly title: string;
  readonly details: readonly string[];
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Progressing {
  readonly task: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly stoppable: boolean;
}

/** All that the window knows. Cookie values are not in it: they live in the rows on screen and in the inspector. */
export interface AppState {
  readonly connection: Connection;
  /** In the order of the tabs. */
  readonly documents: readonly DocumentInfo[];
  readonly active?: string;
  /** Large files that are being read, in the order of their tabs. */
  readonly previews: readonly ShownPreview[];
  readonly views: Readonly<Record<string, DocumentView>>;
  /** Throw-away copies that are on disk now, by document. */
  readonly copies: Readonly<Record<string, readonly RunCopy[]>>;
  /** Documents whose repair the person did not want to be offered. */
  readonly unrepaired: readonly string[];
  /** Large documents that the clients are asked about all the same. */
  readonly askedAbout: readonly string[];
  readonly recent: readonly RecentFile[];
  /** Seconds; moves each minute, as the engine's clock does. */
  readonly now: number;
  /** The moment that the person plans for: cookies are judged as of it, and `now` is it. */
  readonly asOf?: number | undefined;
  readonly progress?: Progressing;
  readonly dialog?: OpenDialog;
  /** How often all values were masked at once; panels that show some look at it. */
  readonly concealed: number;
  readonly notices: readonly Notice[];
  readonly announcement: string;
  /** Where the person is in the tour, while it lasts. */
  readonly tour?: Tour;
  readonly layout: Layout;
  /** What the person chose, as the engine keeps it. */
  readonly preferences: Preferences;
}

/** The one store of the window. */
export const appStore = createStore<AppState>(() => ({
  connection: 'connecting',
  documents: [],
  previews: [],
  views: {},
  copies: {},
  unrepaired: [],
  askedAbout: [],
  recent: [],
  now: Date.now() / 1000,
  concealed: 0,
  notices: [],
  announcement: '',
  layout: readLayout(),
  preferences: USUAL_PREFERENCES,
}));

/** A part of the window's state, kept up to date. The selector must give the same object for the same state. */
export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(appStore, select);
}

/** The document of the active tab. */
export function activeDocument(state: AppState): DocumentInfo | undefined {
  return state.documents.find((document) => document.id === state.active);
}

/** The view of the active tab. */
export function activeView(state: AppState): DocumentView | undefined {
  return state.active === undefined ? undefined : state.views[state.active];
}
