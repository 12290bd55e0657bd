import type { Row, Sort } from '#shared/api/view.ts';
import { countOf } from '../ui/numbers.ts';
import { appStore } from './app-store.ts';
import type { DocumentView, Focus } from './app-store.ts';
import { withView } from './document-list.ts';
import { call } from './engine.ts';
import { FIRST_ROWS, firstMatches } from './first-matches.ts';
import { hideLater } from './hide-values.ts';
import { announce, attempt } from './notices.ts';
import { dropPreview } from './previews.ts';
import { toggleTerm } from './query-terms.ts';
import { loadVerdicts } from './verdict-actions.ts';
import { likelySelected, type Selecting } from './likely-selected.ts';

const SITE_LIMIT = 8;

function change(document: string, part: Partial<DocumentView>): void {
  appStore.setState((state) => withView(state, document, part));
}

function viewOf(document: string): DocumentView | undefined {
  return appStore.getState().views[document];
}

const opening = new Set<string>();

/** Opens the view of a document that has none yet. */
export async function openView(document: string): Promise<void> {
  if (viewOf(document) !== undefined || opening.has(document)) return;
  if (!appStore.getState().documents.some(({ id }) => id === document)) return;
  opening.add(document);
  const info = await attempt(() => call('view.open', { document }));
  opening.delete(document);
  if (info === undefined) return;
  const view: DocumentView = {
    info,
    query: '',
    sort: [],
    siteSearch: '',
    siteLimit: SITE_LIMIT,
    openSites: new Set(),
    revealed: new Set(),
    revealAll: appStore.getState().preferences.revealValues,
    settled: true,
    generation: 0,
  };
  appStore.setState(({ views }) => ({ views: { ...views, [document]: view } }));
  dropPreview(document);
  if (view.revealAll) hideAfterAWhile(document);
  await focusFirst(document);
  whenIdle(() => {
    void loadFacets(document);
    void loadVerdicts(document);
  });
}

/** The grid asks for its rows first; not every browser says when it is idle. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 300 });
  else setTimeout(act, 100);
}

/** A document that was just opened has its first line in the inspector. */
async function focusFirst(document: string): Promise<void> {
  const view = viewOf(document);
  if (view === undefined || view.info.matches === 0) return;
  const answer = await attempt(() => call('view.rows', { view: view.info.id, from: 0, to: 1 }));
  const row = answer?.rows[0];
  if (row !== undefined && viewOf(document)?.focus === undefined)
    focusRow(document, { id: row.id, position: 0 });
}

const reloading = new Map<string, boolean>();

/** Brings a view up to its document. Calls that come while one runs are served by one more run. */
export async function reloadView(document: string): Promise<void> {
  const view = viewOf(document);
  if (view === undefined) return;
  if (reloading.has(document)) {
    reloading.set(document, true);
    return;
  }
  reloading.set(document, false);
  const info = await attempt(() => call('view.info', { view: view.info.id }));
  const again = reloading.get(document) === true;
  reloading.delete(document);
  if (info !== undefined) change(document, { info, generation: (viewOf(document)?.generation ?? 0) + 1 });
  if (again) await reloadView(document);
  else await Promise.all([loadFacets(document), loadVerdicts(document)]);
}

let facetCall = 0;

/** Counts the facets anew. Only the newest answer counts. */
export async function loadFacets(document: string): Promise<void> {
  const view = viewOf(document);
  if (view === undefined) return;
  const mine = ++facetCall;
  const { siteSearch, siteLimit } = view;
  const openSites = [...view.openSites];
  const facets = await attempt(() =>
    call('view.facets', { view: view.info.id, siteSearch, siteLimit, openSites }),
  );
  if (facets !== undefined && mine === facetCall) change(document, { facets });
}

/** Narrows the list of sites, or shows more of it. */
export function searchSites(
  document: string,
  part: Partial<Pick<DocumentView, 'siteSearch' | 'siteLimit'>>,
): void {
  change(document, part);
  void loadFacets(document);
}

/** Shows the hosts of a site, or hides them again. */
export function openSite(document: string, site: string, open: boolean): void {
  const view = viewOf(document);
  if (view === undefined) return;
  const openSites = new Set(view.openSites);
  if (open) openSites.add(site);
  else openSites.delete(site);
  change(document, { openSites });
  if (open) void loadFacets(document);
}

const newestQuery = new Map<string, number>();
const answered = new Map<string, number>();

/** Asks the engine what the query line says. Only the newest question of a document counts. */
async function query(document: string): Promise<void> {
  const view = viewOf(document);
  if (view === undefined) return;
  const mine = (newestQuery.get(document) ?? 0) + 1;
  newestQuery.set(document, mine);
  const { query: text, sort } = view;
  void firstMatches(view).then((early) => showEarly(document, mine, early));
  const question = { view: view.info.id, query: text, sort: [...sort], first: FIRST_ROWS };
  const answer = await attempt(() => call('view.query', question));
  const now = viewOf(document);
  if (now === undefined || mine !== newestQuery.get(document)) return;
  const settled = now.query === text;
  answered.set(document, mine);
  if (answer === undefined) return change(document, { settled });
  const { rows = [], ...info } = answer;
  const generation = now.generation + 1;
  change(document, { info, generation, settled, early: { rows, total: info.matches, generation } });
  if (now.focus === undefined) await focusFirst(document);
  if (info.error === undefined) announce(countOf(info.matches, 'match', 'matches'));
  await Promise.all([loadFacets(document), loadVerdicts(document)]);
}

/** Shows the first rows of the newest question, unless all of its answer is there by now. */
function showEarly(document: string, question: number, rows: readonly Row[]): void {
  const view = viewOf(document);
  if (view === undefined || rows.length === 0) return;
  if (question !== newestQuery.get(document) || question === answered.get(document)) return;
  const generation = view.generation + 1;
  change(document, { early: { rows, total: rows.length, generation }, generation });
}

/** The line at a place of a view. */
export async function idAt(view: string, position: number): Promise<number | undefined> {
  const answer = await attempt(() => call('view.rows', { view, from: position, to: position + 1 }));
  return answer?.rows[0]?.id;
}

/** More lines than this are not filtered while the next key is on its way. */
const MANY = 20_000;
const TYPING_PAUSE = 60;
const typing = new Map<string, ReturnType<typeof setTimeout>>();

/** Writes the query line. The engine is asked at once, or about a large document when the typing pauses. */
export function writeQuery(document: string, text: string, pause = pauseOf(document)): void {
  change(document, { query: text, settled: false });
  clearTimeout(typing.get(document));
  typing.set(
    document,
    setTimeout(() => void query(document), pause),
  );
}

function pauseOf(document: string): number {
  return (viewOf(document)?.info.total ?? 0) > MANY ? TYPING_PAUSE : 0;
}

/** Empties the query line, and waits until everything is shown. */
export async function clearQuery(document: string): Promise<void> {
  clearTimeout(typing.get(document));
  change(document, { query: '', settled: false });
  await query(document);
}

/** Puts a term into the query line or takes it out. */
export function toggleInQuery(document: string, toggle: Parameters<typeof toggleTerm>[1]): void {
  writeQuery(document, toggleTerm(viewOf(document)?.query ?? '', toggle), 0);
}

let sorting: Promise<void> = Promise.resolve();

/** Sees to it that the view has this order: the first column counts first; by none, the order of the file. */
export async function ensureSort(document: string, sort: Sort): Promise<void> {
  const view = viewOf(document);
  if (view === undefined) return;
  if (JSON.stringify(view.sort) !== JSON.stringify(sort)) {
    change(document, { sort });
    sorting = query(document);
  }
  await sorting;
}

/** Changes the selection, which the engine keeps. */
export async function select(document: string, selection: Selecting): Promise<void> {
  const view = viewOf(document);
  if (view === undefined) return;
  // Scenario: Ctrl+A and then Delete, faster than the answer. Whoever comes next means the selection and not the focused row.
  change(document, { info: { ...view.info, selected: likelySelected(view.info, selection) } });
  const info = await attempt(() => call('view.select', { view: view.info.id, change: selection }));
  change(document, {
    info: info ?? { ...(viewOf(document)?.info ?? view.info), selected: view.info.selected },
  });
  if (info === undefined) return;
  announce(`${countOf(info.selected, 'cookie')} selected`);
}

/** Changes the selection to what is not on screen too: the rows are asked for again. */
export async function selectAndReload(document: string, selection: Selecting): Promise<void> {
  await select(document, selection);
  change(document, { generation: (viewOf(document)?.generation ?? 0) + 1 });
}

/** Remembers where the person is. */
export function focusRow(document: string, focus: Focus): void {
  const known = viewOf(document)?.focus;
  if (known?.id !== focus.id || known.position !== focus.position) change(document, { focus });
}

/** Shows or masks the values of some lines. */
export function reveal(document: string, ids: readonly number[], shown: boolean): void {
  const view = viewOf(document);
  if (view === undefined) return;
  const revealed = new Set(view.revealed);
  for (const id of ids)
    if (shown) revealed.add(id);
    else revealed.delete(id);
  change(document, { revealed, generation: view.generation + 1 });
  if (shown) hideAfterAWhile(document);
}

function conceal(document: string): void {
  const view = viewOf(document);
  if (view === undefined) return;
  change(document, { revealAll: false, revealed: new Set(), generation: view.generation + 1 });
}

function hideAfterAWhile(document: string): void {
  hideLater(document, () => conceal(document));
}

/** Masks every value that is shown, in all documents and panels. */
export function concealAll(): void {
  for (const document of Object.keys(appStore.getState().views)) conceal(document);
  appStore.setState(({ concealed }) => ({ concealed: concealed + 1 }));
}

/** Shows every value that is on screen, or masks all again. */
export function revealAll(document: string, shown: boolean): void {
  const view = viewOf(document);
  if (view === undefined || view.revealAll === shown) return;
  const part = shown ? { revealAll: true } : { revealAll: false, revealed: new Set<number>() };
  change(document, { ...part, generation: view.generation + 1 });
  if (shown) hideAfterAWhile(document);
}
