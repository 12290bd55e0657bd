import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, as text that can stand in a URL's fragment. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that does not depend on where the two differ. */
export function sameSecret(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The tokens of links that nobody has used yet: each opens one session, whenever the person gets to it. */
export class LinkTokens {
  readonly #tokens = new Set<string>();

  issue(): string {
    const token = newSecret();
    this.#tokens.add(token);
    return token;
  }

  /** True once for each token that was issued. */
  redeem(given: string): boolean {
    let found: string | undefined;
    for (const token of this.#tokens) if (sameSecret(token, given)) found = token;
    return found !== undefined && this.#tokens.delete(found);
  }
}

const FREE_TRIES = 10;
const DELAY_MS = 1000;

/** Slows down whoever guesses: from the tenth wrong secret on each answer takes a second, and the person is told once. */
export class WrongSecrets {
  readonly #warn: () => void;
  #count = 0;

  constructor(warn: () => void) {
    this.#warn = warn;
  }

  /** Counts a wrong secret and gives how many milliseconds its answer has to wait. */
  delay(): number {
    this.#count += 1;
    if (this.#count === FREE_TRIES) this.#warn();
    return this.#count >= FREE_TRIES ? DELAY_MS : 0;
  }
}
