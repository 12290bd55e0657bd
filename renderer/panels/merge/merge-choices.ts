import type { MergeChoicesInput, MergeInfo, MergeRow } from '#shared/api/merge.ts';

export type Side = 'mine' | 'theirs';
type FieldSides = Readonly<Partial<Record<MergeRow['fields'][number]['field'], Side>>>;

/** What the person chose so far. */
export interface Chosen {
  readonly lines: Readonly<Record<number, Side | FieldSides>>;
  readonly all?: Side;
  readonly keepDropped: boolean;
}

/** A choice for every conflict (of a comparison: for every line) takes the place of those made before. */
export function chooseAll(chosen: Chosen, all: Side): Chosen {
  return { ...chosen, lines: {}, all };
}

export function chooseLine(chosen: Chosen, row: number, side: Side): Chosen {
  return { ...chosen, lines: { ...chosen.lines, [row]: side } };
}

/** One field of a line that both sides changed. */
export function chooseField(chosen: Chosen, row: number, field: keyof FieldSides, side: Side): Chosen {
  const before = chosen.lines[row];
  const fields = typeof before === 'object' ? before : {};
  return { ...chosen, lines: { ...chosen.lines, [row]: { ...fields, [field]: side } } };
}

/** The side that a line takes whole as things are; nothing where it takes both, or nobody decided. */
export function sideOf(chosen: Chosen, info: MergeInfo, row: MergeRow): Side | undefined {
  const named = chosen.lines[row.row];
  if (typeof named === 'string') return named;
  if (info.kind === 'compare') return chosen.all ?? 'mine';
  if (row.fields.length > 0) {
    const [first, ...others] = row.fields.map((field) => fieldSideOf(chosen, info, row, field));
    return others.every((side) => side === first) ? first : undefined;
  }
  if (chosen.keepDropped && row.dropped === 'line') return 'mine';
  if (row.outcome === 'conflict') return chosen.all;
  return row.outcome === 'theirs' ? 'theirs' : 'mine';
}

/** The side that a field takes; nothing while nobody decided. */
export function fieldSideOf(
  chosen: Chosen,
  info: MergeInfo,
  row: MergeRow,
  { field, outcome }: MergeRow['fields'][number],
): Side | undefined {
  const named = chosen.lines[row.row];
  if (typeof named === 'string') return named;
  if (info.kind === 'compare') return chosen.all ?? 'mine';
  if (chosen.keepDropped && row.dropped === 'httpOnly' && field === 'httpOnly') return 'mine';
  if (named?.[field] !== undefined) return named[field];
  if (outcome === 'conflict') return chosen.all;
  return outcome === 'theirs' ? 'theirs' : 'mine';
}

/** The choices as the engine takes them. */
export function choicesOf({ lines, all, keepDropped }: Chosen, kind: MergeInfo['kind']): MergeChoicesInput {
  return {
    lines: Object.entries(lines).map(([key, choice]) =>
      typeof choice === 'object' ? { row: Number(key), fields: choice } : { row: Number(key), take: choice },
    ),
    ...(all !== undefined && (kind === 'merge' ? { conflicts: all } : { others: all })),
    ...(keepDropped && { keepDropped }),
  };
}
