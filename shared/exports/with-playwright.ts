import { playwrightStorageState } from '../formats/playwright-storage-state.ts';
import { browserStages } from './browser-stages.ts';
import { fileExportTarget } from './file-export-target.ts';
import { doubleQuoted } from './literals.ts';

/** A storage state, and the lines of Playwright that start a context with it. */
export const withPlaywright = fileExportTarget({
  id: 'with-playwright',
  name: 'Playwright',
  description: 'A storage state, and a JavaScript module that opens the address with it in Chromium.',
  kind: 'code',
  extension: 'json',
  format: playwrightStorageState,
  stages: browserStages,
  usedBy: ({ fileName, address }) => ({
    code: [
      "import { chromium } from 'playwright';",
      '',
      'const browser = await chromium.launch();',
      `const context = await browser.newContext({ storageState: ${doubleQuoted(fileName)} });`,
      'const page = await context.newPage();',
      `await page.goto(${doubleQuoted(address)});`,
      'console.log(await page.title());',
      'await browser.close();',
    ].join('\n'),
  }),
});
