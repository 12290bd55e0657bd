import * as electron from 'electron';
import { secretItem } from './clipboard-hints.ts';

const { clipboard } = electron;

/** What Electron 44 brought: several formats in one write. Earlier ones have neither. */
interface ItemClipboard {
  readonly ClipboardItem?: new (parts: Readonly<Record<string, Blob>>) => unknown;
  readonly clipboard: { write(items: readonly unknown[]): Promise<void> };
}

interface Secret {
  readonly text: string;
  readonly timer: NodeJS.Timeout | undefined;
}
let secret: Secret | undefined;

/** Puts text that holds no secret on the clipboard. */
export async function copyText(text: string): Promise<void> {
  forget();
  await clipboard.writeText(text);
}

/** Puts a cookie's value on the clipboard and takes it off after so many seconds (0: never), unless something else was copied meanwhile. */
export async function copySecret(text: string, clearAfter: number): Promise<void> {
  forget();
  await writeSecret(text);
  const timer = clearAfter > 0 ? setTimeout(() => void clearSecret(), clearAfter * 1000) : undefined;
  secret = { text, timer };
}

/** The text with the hints that keep it out of histories, all in one write; alone where that cannot be done. */
async function writeSecret(text: string): Promise<void> {
  const { ClipboardItem, clipboard: items } = electron as unknown as ItemClipboard;
  try {
    if (ClipboardItem !== undefined) {
      await items.write([new ClipboardItem(secretItem(text, process.platform))]);
      return;
    }
  } catch {
    // Scenario: a system refuses a format. The person asked for the text; it is cleared in half a minute all the same.
  }
  await clipboard.writeText(text);
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
