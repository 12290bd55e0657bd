/** What a person does to a selection; positions are those of the view, both included. */
export type SelectionChange =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'invert' }
  | { readonly kind: 'only'; readonly ids: readonly number[] }
  | { readonly kind: 'toggle'; readonly ids: readonly number[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly keep: boolean };

/** Which lines are selected: one bit an id, so that a million lines cost 125 kB however they were chosen. */
export class Selection {
  #bits = new Uint32Array(8);

  has(id: number): boolean {
    return ((this.#bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** Changes the selection; `matched` are the ids of the view, in the order shown. */
  change(change: SelectionChange, matched: Uint32Array): void {
    switch (change.kind) {
      case 'none':
        this.#bits = new Uint32Array(8);
        return;
      case 'all':
        for (let at = 0; at < matched.length; at++) this.#set(matched[at] ?? 0, true);
        return;
      case 'invert':
        for (let at = 0; at < matched.length; at++) this.#toggle(matched[at] ?? 0);
        return;
      case 'only':
        this.#bits = new Uint32Array(8);
        for (const id of change.ids) this.#set(id, true);
        return;
      case 'toggle':
        for (const id of change.ids) this.#toggle(id);
        return;
      case 'range': {
        if (!change.keep) this.#bits = new Uint32Array(8);
        const first = Math.min(change.from, change.to);
        const last = Math.min(Math.max(change.from, change.to), matched.length - 1);
        for (let at = first; at <= last; at++) this.#set(matched[at] ?? 0, true);
      }
    }
  }

  #toggle(id: number): void {
    this.#set(id, !this.has(id));
  }

  #set(id: number, on: boolean): void {
    const word = id >>> 5;
    if (word >= this.#bits.length) {
      const grown = new Uint32Array(word + (word >> 1) + 8);
      grown.set(this.#bits);
      this.#bits = grown;
    }
    const bit = 1 << (id & 31);
    this.#bits[word] = on ? (this.#bits[word] ?? 0) | bit : (this.#bits[word] ?? 0) & ~bit;
  }
}
