import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../../end-to-end/electron-app.ts';

const MAIN = `const { app, BrowserWindow } = require('electron');
const path = require('node:path');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile(path.join(__dirname, process.argv.at(-1)));
});
app.on('window-all-closed', () => app.quit());
`;
const STYLE = 'html,body{height:100%;margin:0}#grid{height:calc(100% - 40px)}';

/** An app of one window for Electron: `empty.html` shows a word, `grid.html` a bare AG Grid with so many rows. */
export async function makeBareApp(rowCount: number): Promise<string> {
  const folder = path.join(projectFolder, '.out/bare');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      lib: { entry: path.join(import.meta.dirname, 'bare-page.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const rows = Array.from({ length: rowCount }, (_, index) => ({
    name: `name${index}`,
    value: '••••••••',
    domain: `host${index % 7}.site${index % 211}.example`,
    path: '/',
    expires: '74 y',
    secure: '✓',
    httpOnly: '',
    size: 14,
    line: index + 3,
  }));
  const files = {
    'main.cjs': MAIN,
    'package.json': JSON.stringify({
      name: 'bare',
      productName: 'Bare',
      desktopName: 'bare.desktop',
      version: '1.0.0',
      main: 'main.cjs',
    }),
    'empty.html': '<!doctype html><meta charset="utf-8"><p class="ag-row" row-index="0">Empty</p>',
    'grid.html': `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><input><div id="grid"></div><script id="rows" type="application/json">${JSON.stringify(rows)}</script><script type="module" src="./page.js"></script>`,
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}
