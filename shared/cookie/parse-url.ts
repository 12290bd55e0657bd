/**
 * An address taken apart as browsers do it (WHATWG URL); nothing where it is none. Not `URL.canParse`: in Node 20 that
 * begins to refuse addresses with letters such as `Ü` once it was called often.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
