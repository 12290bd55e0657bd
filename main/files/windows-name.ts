import path from 'node:path';

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** What is wrong with a path on Windows: a part that is a device, a stream of a file, or that Windows would silently shorten. */
export function windowsTrouble(given: string): 'device' | 'stream' | 'trailing' | undefined {
  if (/^[\\/]{2}[.?][\\/]/.test(given)) return 'device';
  const { root } = path.win32.parse(given);
  for (const part of given.slice(root.length).split(/[\\/]/)) {
    if (part.includes(':')) return 'stream';
    if (DEVICE.test(part)) return 'device';
    if (/[. ]$/.test(part) && part !== '.' && part !== '..') return 'trailing';
  }
  return undefined;
}

/** The computer that a path of Windows reaches over the network, in lower case; undefined for one of this computer. */
export function otherMachine(given: string): string | undefined {
  const [, host] = /^[\\/]{2}(?:[.?][\\/]unc[\\/])?([^\\/.?][^\\/]*)[\\/]/i.exec(given) ?? [];
  return host?.toLowerCase();
}
