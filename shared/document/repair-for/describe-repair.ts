import type { Reason, ReasonCode } from '../../clients/reason.ts';
import { whyUnmended } from '../../clients/unmended.ts';
import { type Progress, visitInSlices } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { countChanges, listChanges, type PendingChange } from '../pending-changes.ts';
import { nameOf, words, type ClientName } from '../verdicts/describe-verdicts.ts';
import { planRepair, type RepairPlan } from './plan-repair.ts';
import type { Concession, RepairForRequest } from './repair-request.ts';
import { isNeverSent, Rank, type ClientStanding, type Trouble } from './troubles.ts';

/** Something that no edit carries over to a client. */
export interface Uncarried extends ClientName {
  text: string;
  /** How many lines; 0 where the file as a whole is at fault. */
  lines: number;
  /** The first of them, from 1. */
  first?: number;
  /** `stops`: the client gives up the file there. `lost`: not loaded. `misread`: loaded, but not sent as it is meant. */
  kind: Trouble['kind'];
  /** Why no fix helps, as a sentence, where that is known. */
  help?: string;
  /** What would help, once the person allows it. */
  concession?: Concession;
}

/** How much of a file a client loads now and afterwards. */
export interface Gain extends ClientName {
  before: number;
  after: number;
  /** How many lines it finds that are or might be entries. */
  of: number;
  refusedBefore: boolean;
  refusedAfter: boolean;
}

/** What a repair for clients would do (`RepairForPreview` of the API). Values are masked. */
export interface RepairForPreview {
  changes: PendingChange[];
  /** How many changes there are in all. */
  total: number;
  uncarried: Uncarried[];
  gains: Gain[];
  /** HttpOnly marks that come off, and lines that are taken out, because the person allowed it. */
  marksGiven: number;
  linesGiven: number;
}

/** What is said of several lines, each of which has another one to thank for it. */
const BY_OTHERS: ReadonlyMap<ReasonCode, string> = new Map<ReasonCode, string>([
  ['replaced', 'later lines of the same identity replace them'],
  ['removed-by-expired', 'later lines have the same identity and have expired'],
  ['overwritten-by-drop', 'a bug of this version overwrites them when it drops other lines'],
]);

/** So many different things that cannot be carried are told. */
const MOST_UNCARRIED = 200;

/** What a repair would change, before anything is changed. Nothing for documents that no client reads. */
export function* previewRepairFor(
  document: CookieDocument,
  request: RepairForRequest & { readonly most: number },
): Generator<Progress, RepairForPreview | undefined> {
  const plan = yield* planRepair(document, request);
  return plan && (yield* describePlan(plan, request));
}

/** What a repair that is worked out already would change. */
export function* describePlan(
  plan: RepairPlan,
  request: RepairForRequest & { readonly most: number },
): Generator<Progress, RepairForPreview> {
  const { mended, before, standing, marksGiven, linesGiven } = plan;
  const gains = request.clients.map((chosen, at): Gain => {
    const [was, is] = [before.clients[at], standing.clients[at]];
    return {
      ...nameOf(chosen),
      before: counted(was).loaded,
      after: counted(is).loaded,
      of: counted(is).entries,
      refusedBefore: was?.refused ?? false,
      refusedAfter: is?.refused ?? false,
    };
  });
  return {
    changes: listChanges(mended, { from: 0, to: request.most, reveal: false }).map(withoutId),
    total: countChanges(mended).total,
    uncarried: yield* uncarriedOf(plan, request),
    gains,
    marksGiven,
    linesGiven,
  };
}

function counted(standing: ClientStanding | undefined): {
  readonly loaded: number;
  readonly entries: number;
} {
  let loaded = 0;
  let lost = 0;
  for (const rank of standing?.ranks ?? []) {
    if (rank === Rank.lost) lost++;
    else if (rank !== Rank.none) loaded++;
  }
  return { loaded, entries: loaded + lost };
}

/** A line of the copy is no line of the document. */
function withoutId({ id: _ofCopy, ...change }: PendingChange): PendingChange {
  return change;
}

/** What is left, told once for each client and reason; what stops a client first. */
function* uncarriedOf(
  { mended, lineCount, standing }: RepairPlan,
  { clients, allow }: RepairForRequest,
): Generator<Progress, Uncarried[]> {
  const told = new Map<string, Uncarried>();
  yield* visitInSlices(standing.troubles, (trouble) => {
    const { client, id, reason, kind } = trouble;
    const chosen = clients[client];
    if (chosen === undefined || reason.code === 'file-refused') return;
    if (kind === 'misread' && !isNeverSent(reason)) return;
    const text = (): string => words(inDocument(mended, lineCount, reason)).text;
    const plural = BY_OTHERS.get(reason.code);
    const key = `${client} ${kind} ${plural ?? text()}`;
    const known = told.get(key);
    if (known !== undefined) {
      if (id !== undefined) known.lines++;
      if (plural !== undefined) known.text = plural;
      return;
    }
    const concession = concessionFor(trouble);
    const help = whyUnmended(reason);
    told.set(key, {
      ...nameOf(chosen),
      text: text(),
      kind,
      lines: id === undefined ? 0 : 1,
      ...(id !== undefined && { first: lineBefore(mended, lineCount, id) }),
      ...(help !== undefined && { help }),
      ...(concession !== undefined && !allow.includes(concession) && { concession }),
    });
  });
  const rank = { stops: 0, lost: 1, misread: 2 };
  const all = [...told.values()].toSorted((one, other) => rank[one.kind] - rank[other.kind]);
  return all.slice(0, MOST_UNCARRIED);
}

/** A reason that names another line, by its number in the document instead of the copy. */
function inDocument(mended: CookieDocument, lineCount: number, why: Reason): Reason {
  const { line } = why.data;
  const id = typeof line === 'number' ? mended.lines.ids()[line] : undefined;
  if (id === undefined) return why;
  return { ...why, data: { ...why.data, line: lineBefore(mended, lineCount, id) - 1 } };
}

/** The line, from 1, that a line of the copy was in the document; of one that came in, the line that it came behind. */
function lineBefore({ lines }: CookieDocument, lineCount: number, id: number): number {
  if (id < lineCount) return id + 1;
  const ids = lines.ids();
  let place = lines.place(id) - 1;
  while (place > 0 && (ids[place] ?? 0) >= lineCount) place--;
  const before = ids[place] ?? lineCount;
  return before < lineCount ? before + 1 : 1;
}

function concessionFor({ reason, kind, id }: Trouble): Concession | undefined {
  if (reason.code === 'http-only-is-comment') return 'http-only';
  return kind === 'stops' && id !== undefined ? 'lines' : undefined;
}
