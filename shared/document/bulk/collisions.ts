import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { indexOfId } from '../index-of-id.ts';
import type { BulkOperation } from './operation.ts';
import { ENTRIES_A_SLICE, Outcome, type BulkPlan, type Collision, type OnCollision } from './bulk-plan.ts';
import type { EntryWork } from './entry-work.ts';

interface Work {
  readonly operation: BulkOperation;
  readonly onCollision: OnCollision;
  readonly does: EntryWork;
  readonly ids: Uint32Array;
  /** What becomes of each of `ids`; what is decided here is written into it. */
  readonly outcomes: Uint8Array;
}

type Collided = Pick<BulkPlan, 'collisions' | 'removed'>;

/** An entry among those that would be one cookie. */
interface Member {
  readonly id: number;
  readonly before: string;
  /** The operation gives it this identity. */
  readonly moved: boolean;
}

/** Finds the entries that would become one cookie, and decides about them as was asked. */
export function* findCollisions(document: CookieDocument, work: Work): Generator<Progress, Collided> {
  if (!touchesIdentity(work.operation)) return { collisions: [], removed: [] };
  const arriving = yield* identitiesAfter(document, work);
  const groups = arriving.size === 0 ? [] : yield* groupsOf(document, work, arriving);
  if (work.onCollision === 'keep') return { collisions: groups.map(collisionOf), removed: [] };
  const isStuck = (group: readonly Member[]): boolean =>
    work.onCollision === 'skip' || group.some(({ id }) => document.protection.has(id));
  const stuck = groups.filter(isStuck);
  if (stuck.length === 0) {
    // Clients take the last of several entries: so does a merge.
    const removed = groups.flatMap((group) => group.slice(0, -1).map(({ id }) => id));
    for (const id of removed) decide(work, id, Outcome.removed);
    return { collisions: groups.map(collisionOf), removed: removed.toSorted((one, other) => one - other) };
  }
  for (const { id, moved } of stuck.flat()) if (moved) decide(work, id, Outcome.collided);
  // Scenario: what is left as it was may stand where another entry wanted to go.
  const again = yield* findCollisions(document, work);
  return { collisions: [...stuck.map(collisionOf), ...again.collisions], removed: again.removed };
}

function collisionOf(group: readonly Member[]): Collision {
  return { ids: group.map(({ id }) => id) };
}

function touchesIdentity(operation: BulkOperation): boolean {
  if (operation.do === 'fix') return true;
  return 'field' in operation && ['name', 'domain', 'hostOnly', 'path'].includes(operation.field);
}

function decide({ ids, outcomes }: Work, id: number, outcome: number): void {
  const at = indexOfId(ids, id);
  if (at >= 0 && outcomes[at] === Outcome.changed) outcomes[at] = outcome;
}

/** The identities that entries come to have which had others. */
function* identitiesAfter(document: CookieDocument, work: Work): Generator<Progress, Set<string>> {
  const { ids } = work;
  const arriving = new Set<string>();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const after = afterOf(document, work, id);
    if (after !== undefined) {
      const key = cookieIdentity(after);
      if (key !== beforeOf(document, id)) arriving.add(key);
    }
    if ((at + 1) % ENTRIES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
  }
  return arriving;
}

/** The entries of each such identity, where there are several and not all of them had the same before. */
function* groupsOf(
  document: CookieDocument,
  work: Work,
  arriving: ReadonlySet<string>,
): Generator<Progress, Member[][]> {
  const { lines, table } = document;
  const members = new Map<string, Member[]>();
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    if (((table.columns.flags[lines.row(id)] ?? Kind.blank) & KIND_MASK) === Kind.entry) add(id);
    if ((at + 1) % ENTRIES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
  }
  return [...members.values()].filter(
    (group) => group.length > 1 && group.some(({ before }) => before !== group[0]?.before),
  );

  function add(id: number): void {
    const at = indexOfId(work.ids, id);
    if (at >= 0 && work.outcomes[at] === Outcome.removed) return;
    const before = beforeOf(document, id);
    const changed = afterOf(document, work, id);
    const key = changed === undefined ? before : cookieIdentity(changed);
    if (!arriving.has(key)) return;
    const group = members.get(key) ?? [];
    if (group.length === 0) members.set(key, group);
    group.push({ id, before, moved: key !== before });
  }
}

function beforeOf(document: CookieDocument, id: number): string {
  return cookieIdentity(document.table.cookie(document.lines.row(id)));
}

/** The cookie that an entry becomes; nothing for one that stays as it is. */
function afterOf(document: CookieDocument, work: Work, id: number): Cookie | undefined {
  const at = indexOfId(work.ids, id);
  if (at < 0 || work.outcomes[at] !== Outcome.changed) return undefined;
  const row = document.lines.row(id);
  const after = work.does.cookie(row);
  return after === undefined || after === 'remove' || 'refused' in after ? undefined : after;
}
