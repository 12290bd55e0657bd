import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import { reason } from '../reason.ts';
import { verdictSheet } from '../verdict-sheet.ts';
import { inTableOrder } from './domain-table.ts';
import { readWgetLine, type WgetCookie } from './read-line.ts';

/** A domain as wget first met it, and its cookies: by what makes two the same, the one that came last at the end. */
interface Chain {
  readonly spelling: ByteString;
  readonly cookies: Map<string, WgetCookie>;
}

/** A cookie with the domain as it is written: in the case of the first cookie of that domain. */
export interface HeldCookie extends WgetCookie {
  readonly spelling: ByteString;
}

/** Loads a file as wget does with `--load-cookies`. */
export function loadCookies(file: CookieFile, context: LoadContext): LoadedJar<HeldCookie> {
  const sheet = verdictSheet(file);
  const chains = new Map<ByteString, Chain>();
  for (let line = 0; line < file.lineCount; line++) {
    const result = readWgetLine(file.line(line), line, context.now);
    if ('ignored' in result) sheet.ignore(line, result.ignored);
    else if ('dropped' in result) sheet.drop(line, result.dropped);
    else {
      const { cookie, changes } = result;
      const replaced = store(chains, cookie);
      if (replaced !== undefined) {
        const rule = replaced.hostOnly === cookie.hostOnly ? 'duplicate-identity' : 'domain-twins';
        sheet.drop(replaced.line, reason('replaced', { line }, rule));
      }
      if (changes.length === 0) sheet.keep(line);
      for (const why of changes) sheet.change(line, why);
    }
  }
  return { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons, cookies: held(chains) };
}

/** The host's own cookie and the domain's are one; gives the one that is replaced. */
function store(chains: Map<ByteString, Chain>, cookie: WgetCookie): WgetCookie | undefined {
  const domain = lowerCaseAscii(cookie.domain);
  let chain = chains.get(domain);
  if (chain === undefined) {
    chain = { spelling: cookie.domain, cookies: new Map() };
    chains.set(domain, chain);
  }
  const { path, name, port } = cookie;
  const identity = port === undefined ? `${path}\t${name}` : `${path}\t${name}\t${port}`;
  const replaced = chain.cookies.get(identity);
  if (replaced !== undefined) chain.cookies.delete(identity);
  chain.cookies.set(identity, cookie);
  return replaced;
}

/** Domain by domain as the table has them, within each the newest first. */
function held(chains: ReadonlyMap<ByteString, Chain>): readonly HeldCookie[] {
  return inTableOrder(chains.keys()).flatMap((domain) => {
    const chain = chains.get(domain);
    if (chain === undefined) return [];
    const { spelling } = chain;
    return [...chain.cookies.values()].toReversed().map((cookie) => ({ ...cookie, spelling }));
  });
}
