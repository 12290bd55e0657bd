import fc from 'fast-check';
import { ABSENT } from '#shared/document/change.ts';
import type { Change } from '#shared/document/change.ts';
import { Lines } from '#shared/document/lines.ts';
import type { Properties } from '#shared/document/properties.ts';

/** All that can be seen of a document's lines and properties. */
export interface Seen {
  readonly ids: readonly number[];
  readonly rows: readonly number[];
  readonly properties: Properties;
}

/** Lines and properties that changes are made to, and a table of which only the row count matters. */
export class Model {
  readonly lines: Lines;
  properties: Properties = { encoding: { charset: 'utf-8', byteOrderMark: false, crOnly: false } };
  nextRow: number;

  constructor(base: number) {
    this.lines = new Lines(base);
    this.nextRow = base;
  }

  apply(change: Change): void {
    this.lines.apply(change);
    if (change.properties !== undefined) this.properties = change.properties.after;
  }

  seen(): Seen {
    return { ids: [...this.lines.ids()], rows: [...this.lines.rows()], properties: this.properties };
  }
}

/** What to do to a model, in numbers that fit any state. */
export interface Action {
  readonly kind: 'edit' | 'remove' | 'insert' | 'move' | 'mark' | 'mixed';
  readonly at: readonly number[];
}

export const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('edit', 'remove', 'insert', 'move', 'mark', 'mixed'),
  at: fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
});

/** The change that an action is in the present state of the model. */
export function changeOf(model: Model, { kind, at }: Action): Change {
  const { lines } = model;
  const live = [...lines.ids()];
  const picked = live.length === 0 ? [] : [...new Set(at.map((n) => live[n % live.length] ?? 0))];
  const rows = new Map<number, number>();
  if (kind === 'edit' || kind === 'mixed') for (const id of picked) rows.set(id, model.nextRow++);
  if (kind === 'remove') for (const id of picked) rows.set(id, ABSENT);
  if (kind === 'mixed' && picked[0] !== undefined) rows.set(picked[0], ABSENT);
  const inserted: number[] = [];
  const anchors: number[] = [];
  if (kind === 'insert' || kind === 'mixed') {
    for (const n of at) {
      const id = lines.idCount + inserted.length;
      const anchor = live.length === 0 || n % 5 === 0 ? ABSENT : (live[n % live.length] ?? ABSENT);
      inserted.push(id);
      anchors.push(n % 7 === 0 ? lines.lastAnchor : anchor);
      rows.set(id, model.nextRow++);
    }
  }
  const ids = Uint32Array.from([...rows.keys()].sort((left, right) => left - right));
  const change: Change = {
    rows: { ids, before: ids.map((id) => lines.row(id)), after: ids.map((id) => rows.get(id) ?? ABSENT) },
    ...(inserted.length > 0 && {
      inserted: { ids: Uint32Array.from(inserted), anchors: Uint32Array.from(anchors) },
    }),
  };
  if (kind === 'move') {
    const before = lines.order();
    const turn = (at[0] ?? 0) % Math.max(1, before.length);
    return {
      ...change,
      move: { before, after: Uint32Array.from([...before.slice(turn), ...before.slice(0, turn)]) },
    };
  }
  if (kind !== 'mark') return change;
  const before = model.properties;
  const after = { encoding: { ...before.encoding, byteOrderMark: !before.encoding.byteOrderMark } };
  return { ...change, properties: { before, after } };
}
