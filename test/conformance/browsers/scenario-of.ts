import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { Exchange, Scenario } from './scenario.ts';

let count = 0;

/** A word that no other scenario uses, of letters and a number. */
export function ownWord(): string {
  return `own${count++}`;
}

/** One request, and the headers it is answered with. */
export function on(url: string, setCookie: readonly ByteString[] = []): Exchange {
  return { url: new URL(url).href, setCookie };
}

/** Requests to hosts made of a word of the scenario's own. */
export function walked(name: string, exchanges: (word: string) => readonly Exchange[]): Scenario {
  return { name, exchanges: exchanges(ownWord()).map(straightIfStrict) };
}

/** Firefox looks at the redirections that led to a request, but only for the sake of `SameSite=Strict`. */
function straightIfStrict(exchange: Exchange, at: number, all: readonly Exchange[]): Exchange {
  const strict = all.some(({ setCookie = [] }) => setCookie.some((header) => /strict/i.test(header)));
  return at === 0 && strict ? { ...exchange, straight: true } : exchange;
}

/** Headers from the root of a host of their own, and one more request to it that shows what was kept. */
export function kept(name: string, headers: readonly ByteString[], scheme = 'http'): Scenario {
  return walked(name, (word) => [on(`${scheme}://${word}.com/`, headers), on(`${scheme}://${word}.com/`)]);
}
