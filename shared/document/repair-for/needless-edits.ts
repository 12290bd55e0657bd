import { type Progress, visitInSlices } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { ChangeBuilder } from '../edits/change-builder.ts';
import type { Standing } from './troubles.ts';

/**
 * Takes back the edits of lines with which every client has the same trouble as before: a line whose columns were mended
 * and which has expired, for example. Only where no client refused the file, for it told nothing of its lines then.
 */
export function* needlessEdits(
  copy: CookieDocument,
  before: Standing,
  after: Standing,
): Generator<Progress, ChangeBuilder> {
  const builder = new ChangeBuilder(copy);
  if (before.clients.some(({ refused }) => refused)) return builder;
  const { rows } = copy.sinceSaved();
  const was = yield* lineTroubles(before);
  const is = yield* lineTroubles(after);
  yield* visitInSlices(rows.ids, (id, at) => {
    const first = rows.before[at] ?? ABSENT;
    if (first === ABSENT || rows.after[at] === ABSENT) return;
    const troubles = was.get(id);
    if (troubles === undefined || [...troubles.keys()].some((key) => !(is.get(id)?.has(key) ?? false)))
      return;
    if (!isBetter(id, before, after)) builder.replace(id, first);
  });
  return builder;
}

function isBetter(id: number, before: Standing, after: Standing): boolean {
  return before.clients.some(
    ({ ranks }, client) => (after.clients[client]?.ranks[id] ?? 0) > (ranks[id] ?? 0),
  );
}

/** By line, the clients that have trouble with it, each as far as it can be told whether a trouble has gone. */
function* lineTroubles({
  troubles,
}: Standing): Generator<Progress, ReadonlyMap<number, ReadonlySet<string>>> {
  const byLine = new Map<number, Set<string>>();
  yield* visitInSlices(troubles, ({ client, id, kind, reason }) => {
    if (id === undefined) return;
    const known = byLine.get(id) ?? new Set();
    known.add(kind === 'misread' ? `${client} ${reason.code}` : `${client} lost`);
    byLine.set(id, known);
  });
  return byLine;
}
