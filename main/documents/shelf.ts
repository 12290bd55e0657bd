import type { DocumentService } from './document-service.ts';

/** Plans hold whole files; a window needs one, a tab that was reloaded leaves one behind. */
const MOST = 4;
let lastId = 0;

/** Plans that clients look at, under ids of one letter and a number: the last few of each service. */
export class Shelf<Plan> {
  readonly #letter: string;
  readonly #plans = new WeakMap<DocumentService, Map<string, Plan>>();

  constructor(letter: string) {
    this.#letter = letter;
  }

  /** Keeps a plan under the id that it is made with; the oldest goes when there are too many. */
  put(service: DocumentService, make: (id: string) => Plan): Plan {
    const id = `${this.#letter}${(lastId += 1)}`;
    const plan = make(id);
    const plans = this.#plans.get(service) ?? new Map<string, Plan>();
    this.#plans.set(service, plans);
    plans.set(id, plan);
    const [oldest] = plans.keys();
    if (plans.size > MOST && oldest !== undefined) plans.delete(oldest);
    return plan;
  }

  get(service: DocumentService, id: string): Plan | undefined {
    return this.#plans.get(service)?.get(id);
  }

  drop(service: DocumentService, id: string): void {
    this.#plans.get(service)?.delete(id);
  }
}
