import { SESSION_PATH, TOKEN_NAME } from '#shared/api/http.ts';

const KEY = 'crumbs-session';

/** The token of the link that the host printed, taken out of the address so that it stays out of history. */
function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get(TOKEN_NAME);
  if (token === null || token === '') return undefined;
  history.replaceState(undefined, '', location.pathname);
  return token;
}

/**
 * The secret of this tab, or nothing when the link was used up. The link's token is exchanged for it once; it is kept
 * in sessionStorage, so that a reload works and a new tab needs the link.
 */
export async function openSession(): Promise<string | undefined> {
  const token = takeToken();
  if (token !== undefined) {
    const response = await fetch(SESSION_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.ok) {
      const { secret } = (await response.json()) as { secret: string };
      sessionStorage.setItem(KEY, secret);
      return secret;
    }
  }
  return sessionStorage.getItem(KEY) ?? undefined;
}
