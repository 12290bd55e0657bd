import { BrowserWindow, session } from 'electron';
import { SCHEME } from './csp.ts';
import { denyNetwork, denyPermissions } from './permissions.ts';

let printed = 0;

/** A page as PDF. It is shown to nobody, runs no script, and reaches neither the network nor the program. */
export async function pdfOf(html: string): Promise<Uint8Array> {
  printed += 1;
  const own = session.fromPartition(`print-${printed}`, { cache: false });
  denyPermissions(own);
  denyNetwork(own);
  own.protocol.handle(
    SCHEME,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(`${SCHEME}://print/`);
    return await window.webContents.printToPDF({ preferCSSPageSize: true, pageSize: 'A4' });
  } finally {
    window.destroy();
  }
}
