import { puppeteer } from '../formats/puppeteer.ts';
import { browserStages } from './browser-stages.ts';
import { fileExportTarget } from './file-export-target.ts';
import { doubleQuoted } from './literals.ts';
import { each, leftOut } from './sieve.ts';

const withoutPartition = each(({ extras }) =>
  extras?.partitionKey === undefined
    ? undefined
    : leftOut(
        'A partitioned cookie (CHIPS): Puppeteer takes partitions in another form than they have here.',
      ),
);

/** A list of cookies, and the lines of Puppeteer that put them into a browser. */
export const withPuppeteer = fileExportTarget({
  id: 'with-puppeteer',
  name: 'Puppeteer',
  description: 'A list of cookies, and a JavaScript module that opens the address with them (Puppeteer 24).',
  kind: 'code',
  extension: 'json',
  format: puppeteer,
  stages: (now) => [...browserStages(now), withoutPartition],
  usedBy: ({ fileName, address }) => ({
    code: [
      "import { readFile } from 'node:fs/promises';",
      "import puppeteer from 'puppeteer';",
      '',
      'const browser = await puppeteer.launch();',
      `const cookies = JSON.parse(await readFile(${doubleQuoted(fileName)}, 'utf8'));`,
      'await browser.setCookie(...cookies);',
      'const page = await browser.newPage();',
      `await page.goto(${doubleQuoted(address)});`,
      'console.log(await page.title());',
      'await browser.close();',
    ].join('\n'),
  }),
});
