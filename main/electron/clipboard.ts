import { clipboard } from 'electron';

const CLEARED_AFTER = 30_000;

interface Secret {
  readonly text: string;
  readonly timer: NodeJS.Timeout;
}
let secret: Secret | undefined;

/** Puts text that holds no secret on the clipboard. */
export async function copyText(text: string): Promise<void> {
  forget();
  await clipboard.writeText(text);
}

/** Puts a cookie's value on the clipboard and takes it off after 30 s, unless something else was copied meanwhile. */
export async function copySecret(text: string): Promise<void> {
  await copyText(text);
  secret = { text, timer: setTimeout(() => void clearSecret(), CLEARED_AFTER) };
}

/** Takes a copied value off the clipboard at once if it is still there. */
export async function clearSecret(): Promise<void> {
  const copied = secret;
  forget();
  if (copied !== undefined && (await clipboard.readText()) === copied.text) await clipboard.writeText('');
}

/** What is on the clipboard as text. */
export async function readText(): Promise<string> {
  return await clipboard.readText();
}

function forget(): void {
  clearTimeout(secret?.timer);
  secret = undefined;
}
