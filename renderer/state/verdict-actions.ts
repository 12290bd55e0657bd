import type { FileVerdict, OutcomeWord } from '#shared/api/verdict.ts';
import type { FacetValue } from '#shared/api/view.ts';
import { appStore } from './app-store.ts';
import type { AppState } from './app-store.ts';
import { withView } from './document-list.ts';
import { call } from './engine.ts';
import { attempt } from './notices.ts';

/** What the clients that a person cares about make of a document. */
export interface ClientAnswers {
  readonly files: readonly FileVerdict[];
  readonly facet: readonly FacetValue[];
  /** By line id, what each client makes of it: lines that were on screen, as they were last told. */
  readonly outcomes: ReadonlyMap<number, readonly OutcomeWord[]>;
  /** Another one whenever what was told of lines may be out of date. */
  readonly stamp: number;
}

/** Clients are asked about larger documents only when somebody wants it: it takes seconds. */
const MOST_LINES = 500_000;

/** Are the clients asked about a document: a small one, or one that the person wants to know about? */
export function asksClients({ documents, askedAbout }: AppState, document: string): boolean {
  const info = documents.find(({ id }) => id === document);
  if (info === undefined) return false;
  return info.entries + info.unparsed <= MOST_LINES || askedAbout.includes(document);
}

/** Asks the clients about a large document from now on. */
export async function askAbout(document: string): Promise<void> {
  appStore.setState(({ askedAbout }) => ({ askedAbout: [...askedAbout, document] }));
  await loadVerdicts(document);
}

/** The number of the last question, and which one that was of each document: an answer that another question overtook is dropped. */
let asked = 0;
const newest = new Map<string, number>();

/** Asks the clients about a document again. */
export async function loadVerdicts(document: string): Promise<void> {
  const state = appStore.getState();
  const view = state.views[document];
  if (view === undefined || !asksClients(state, document)) return;
  const mine = ++asked;
  newest.set(document, mine);
  const clients = [...state.preferences.clients];
  const files = await attempt(() => call('verdict.file', { document, clients }));
  const facet = await attempt(() => call('verdict.facet', { view: view.info.id, clients }));
  if (files === undefined || facet === undefined || mine !== newest.get(document)) return;
  const outcomes = appStore.getState().views[document]?.clients?.outcomes ?? new Map();
  keep(document, { files, facet, outcomes, stamp: mine });
}

const wanted = new Map<string, Set<number>>();

/** Asks what the clients make of a line that came on screen; lines that come together are asked about together. */
export function wantOutcomes(document: string, id: number): void {
  const ids = wanted.get(document);
  if (ids !== undefined) {
    ids.add(id);
    return;
  }
  wanted.set(document, new Set([id]));
  setTimeout(() => {
    const all = [...(wanted.get(document) ?? [])];
    wanted.delete(document);
    void loadOutcomes(document, all);
  });
}

async function loadOutcomes(document: string, ids: number[]): Promise<void> {
  const clients = [...appStore.getState().preferences.clients];
  const answer = await attempt(() => call('verdict.outcomes', { document, ids, clients }));
  const known = appStore.getState().views[document]?.clients;
  if (answer === undefined || known === undefined) return;
  const fresh = ids.map((id, at) => [id, answer.outcomes[at] ?? []] as const);
  keep(document, { ...known, outcomes: new Map([...known.outcomes, ...fresh]) });
}

function keep(document: string, clients: ClientAnswers): void {
  appStore.setState((state) => withView(state, document, { clients }));
}
