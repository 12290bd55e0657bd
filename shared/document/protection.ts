/**
 * The lines that a person has marked so that work on many lines leaves them alone. The mark goes with the line whatever
 * is edited in it, and is never part of the file.
 */
export class Protection {
  readonly #ids = new Set<number>();
  /** The protected lines that the work under way wanted to change; nothing while there is none. */
  #spared: Set<number> | undefined;

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  get ids(): Iterable<number> {
    return this.#ids;
  }

  get size(): number {
    return this.#ids.size;
  }

  mark(ids: Iterable<number>, on: boolean): void {
    for (const id of ids) {
      if (on) this.#ids.add(id);
      else this.#ids.delete(id);
    }
  }

  /** True while work is under way that leaves protected lines alone, and this is one. */
  spares(id: number): boolean {
    if (this.#spared === undefined || !this.#ids.has(id)) return false;
    this.#spared.add(id);
    return true;
  }

  /** Runs work that leaves protected lines alone, and counts those that it wanted to change. */
  *during<Step, Result>(
    work: Generator<Step, Result>,
  ): Generator<Step, { readonly result: Result; readonly spared: number }> {
    const outer = this.#spared;
    const spared = outer ?? new Set();
    this.#spared = spared;
    try {
      const result = yield* work;
      return { result, spared: spared.size };
    } finally {
      this.#spared = outer;
    }
  }
}
