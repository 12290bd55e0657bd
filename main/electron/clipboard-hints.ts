/**
 * What a clipboard must hold beside a secret so that histories and clouds leave it out, by the system's own name of each format.
 * Windows: its history, its cloud and programs that watch (a DWORD of 0 says no). macOS: nspasteboard.org. Linux: KDE's Klipper.
 */
export function secretHints(platform: NodeJS.Platform): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const no = new Uint8Array(4);
  switch (platform) {
    case 'win32':
      return new Map([
        ['ExcludeClipboardContentFromMonitorProcessing', no],
        ['CanIncludeInClipboardHistory', no],
        ['CanUploadToCloudClipboard', no],
      ]);
    case 'darwin':
      return new Map([['org.nspasteboard.ConcealedType', new Uint8Array(1)]]);
    default:
      return new Map([['x-kde-passwordManagerHint', new TextEncoder().encode('secret')]]);
  }
}

/** The parts of one clipboard item that holds a secret: its text, and the hints as formats of the system (Electron 44 and later). */
export function secretItem(text: string, platform: NodeJS.Platform): Readonly<Record<string, Blob>> {
  const hints = [...secretHints(platform)].map(([name, bytes]): [string, Blob] => {
    const type = `electron application/osclipboard;format="${name}"`;
    return [type, new Blob([bytes], { type })];
  });
  return { 'text/plain': new Blob([text], { type: 'text/plain' }), ...Object.fromEntries(hints) };
}
