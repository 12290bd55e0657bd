import type { Outcome } from '../../clients/client.ts';
import { reasonText, type Reason } from '../../clients/reason.ts';
import type { ChosenSender } from '../../clients/receivers.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { ClientJar } from './client-verdicts.ts';

/** Which client is spoken of (`ClientName` of the API). */
export interface ClientName {
  client: string;
  title: string;
  version: string;
}

/** A reason in words, and the rule whose fix mends it. */
export interface ReasonWords {
  text: string;
  rule?: string;
}

/** What a client makes of a whole file (`FileVerdict` of the API). */
export interface FileVerdict extends ClientName {
  /** Why nothing is loaded at all. */
  refusal?: ReasonWords & { line?: number };
  kept: number;
  changed: number;
  dropped: number;
}

/** What a client makes of one line (`LineVerdict` of the API). */
export interface LineVerdict extends ClientName {
  outcome: Outcome;
  reasons: ReasonWords[];
}

/** What each of some clients makes of the document as it would be saved now. */
export function* fileVerdicts(
  document: CookieDocument,
  clients: readonly ChosenClient[],
): Generator<Progress, FileVerdict[]> {
  const verdicts: FileVerdict[] = [];
  for (const chosen of clients)
    verdicts.push(fileVerdict(document, chosen, yield* document.verdicts.load(chosen)));
  return verdicts;
}

/** What each of some clients makes of one line. */
export function* lineVerdicts(
  document: CookieDocument,
  id: number,
  clients: readonly ChosenClient[],
): Generator<Progress, LineVerdict[]> {
  const verdicts: LineVerdict[] = [];
  for (const chosen of clients) {
    const { outcome, reasons } = document.verdicts.verdict(yield* document.verdicts.load(chosen), id);
    verdicts.push({ ...nameOf(chosen), outcome, reasons: reasons.map(words) });
  }
  return verdicts;
}

/** The outcomes of some lines, by line and then by client. */
export function* outcomesOf(
  document: CookieDocument,
  ids: readonly number[],
  clients: readonly ChosenClient[],
): Generator<Progress, Outcome[][]> {
  const loaded: (ClientJar | undefined)[] = [];
  for (const chosen of clients) loaded.push(yield* document.verdicts.load(chosen));
  return ids.map((id) => loaded.map((jar) => document.verdicts.verdict(jar, id).outcome));
}

/** How people are told of a client or a browser. */
export function nameOf(chosen: ChosenSender): ClientName {
  const { id, title } = 'client' in chosen ? chosen.client : chosen.receiver;
  return { client: id, title, version: chosen.version };
}

/** A reason as a clause, and the rule that mends it. */
export function words(why: Reason): ReasonWords {
  const text = reasonText(why).replaceAll(/`([^`]*)`/g, '“$1”');
  return { text, ...(why.rule !== undefined && { rule: why.rule }) };
}

/** What a client makes of the whole document, once it is loaded. */
export function fileVerdict(
  document: CookieDocument,
  chosen: ChosenClient,
  loaded: ClientJar | undefined,
): FileVerdict {
  const counts = { kept: 0, changed: 0, dropped: 0 };
  if (loaded === undefined) {
    const { outcome, reasons } = document.verdicts.verdict(undefined, 0);
    const [refusal] = reasons.map(words);
    const { entries } = document.counts();
    return { ...nameOf(chosen), ...counts, [outcome]: entries, ...(refusal !== undefined && { refusal }) };
  }
  const { jar, file } = loaded;
  const tally = [0, 0, 0, 0];
  for (const outcome of jar.outcomes) tally[outcome] = (tally[outcome] ?? 0) + 1;
  const [, kept = 0, changed = 0, dropped = 0] = tally;
  const { refusal } = jar;
  return {
    ...nameOf(chosen),
    ...(refusal !== undefined && {
      refusal: {
        ...words(refusal.reason),
        ...(refusal.line !== undefined && { line: file.place(refusal.line) + 1 }),
      },
    }),
    kept,
    changed,
    dropped,
  };
}

/** Every line that a client does not simply keep, in document order, with its place from 1. */
export function* troubledLines(
  document: CookieDocument,
  loaded: ClientJar | undefined,
): Generator<{ readonly line: number; readonly outcome: Outcome; readonly reasons: ReasonWords[] }> {
  const { lines, verdicts } = document;
  for (const [at, id] of lines.ids().entries()) {
    const { outcome, reasons } = verdicts.verdict(loaded, id);
    if (outcome === 'changed' || outcome === 'dropped')
      yield { line: at + 1, outcome, reasons: reasons.map(words) };
  }
}
