import type { Cookie } from '../cookie/cookie.ts';
import type { Loss } from '../formats/loss.ts';
import { lossTally, type LossKind } from '../formats/loss-tally.ts';
import { type Container, countLosses } from '../formats/losses.ts';
import { netscape } from '../formats/netscape.ts';
import { type Progress, visitInSlices } from '../table/progress.ts';

/** What a program makes of one cookie. `written`: it stands in the file all the same, for other versions read it. */
export interface Verdict extends LossKind {
  readonly written: boolean;
}

type Judge = (cookie: Cookie, at: number) => Verdict | undefined;

/** Looks at all cookies that came so far, in slices where that takes long, and then judges each of them. */
export type Stage = (cookies: readonly Cookie[]) => Judge | Generator<Progress, Judge>;

export interface Sifted {
  /** The cookies to be written, in their order. */
  readonly written: readonly Cookie[];
  readonly losses: readonly Loss[];
}

/** A stage that judges each cookie by itself. */
export function each(judge: (cookie: Cookie) => Verdict | undefined): Stage {
  return () => judge;
}

/** The cookie is not written, for the program would drop it or do worse. */
export function leftOut(message: string): Verdict {
  return { code: 'entry-left-out', message, written: false };
}

/** The cookie is written, though some versions, or some requests, leave it out. */
export function mayBeLeftOut(message: string): Verdict {
  return { code: 'entry-left-out', message, written: true };
}

/** The cookie is written, and the program takes it otherwise than a browser. */
export function changed(message: string): Verdict {
  return { code: 'entry-changed', message, written: true };
}

/** The cookie is written for requests to other addresses than the one that was named. */
export function elsewhere(message: string): Verdict {
  return { code: 'other-address', message, written: true };
}

/** Sends cookies for a file through the stages of one program, and tells what happened on the way. */
export function* sift(
  cookies: readonly Cookie[],
  stages: readonly Stage[],
  format: Container = netscape,
): Generator<Progress, Sifted> {
  const tally = lossTally();
  const misfits: Cookie[] = [];
  let written: Cookie[] = [];
  yield* visitInSlices(cookies, (cookie) => {
    (format.misfit(cookie)?.code === 'entry-left-out' ? misfits : written).push(cookie);
  });
  for (const stage of stages) {
    const begun = stage(written);
    const judge = typeof begun === 'function' ? begun : yield* begun;
    const kept: Cookie[] = [];
    yield* visitInSlices(written, (cookie, at) => {
      const verdict = judge(cookie, at);
      if (verdict === undefined) {
        kept.push(cookie);
        return;
      }
      const { written: stays, ...kind } = verdict;
      tally.add(kind, cookie);
      if (stays) kept.push(cookie);
    });
    written = kept;
  }
  const ofFormat = yield* countLosses([...misfits, ...written], format);
  return { written, losses: [...ofFormat, ...tally.losses()] };
}

/** A stage that judges cookies which a later one with the same key overrules. */
export function overruled(keyOf: (cookie: Cookie) => string, verdict: Verdict): Stage {
  return function* (cookies) {
    const last = new Map<string, number>();
    yield* visitInSlices(cookies, (cookie, at) => last.set(keyOf(cookie), at));
    return (cookie, at) => (last.get(keyOf(cookie)) === at ? undefined : verdict);
  };
}

/** Parts of a key, kept apart whatever they hold: none has a line break. */
export function keyOf(...parts: readonly (string | boolean)[]): string {
  return parts.join('\n');
}
