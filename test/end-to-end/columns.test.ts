import { afterEach, describe, expect, test } from 'vitest';
import { written } from './cookie-files.ts';
import { HOSTS } from './hosts.ts';
import { paste } from './paste.ts';
import { Workbench } from './workbench.ts';

const CANARY = 'canary83d5f0Value';
const TABLE = `Bezeichnung;Inhalt;Rechner;Pfad\r\nsid;${CANARY}A;shop.example.com;/\r\ntheme;${CANARY}B;.example.com;/cart\r\n`;

describe.each(HOSTS)('tables and commands in %s', (host, start, isThere) => {
  let app: Awaited<ReturnType<typeof start>> | undefined;
  afterEach(async () => {
    // The browser itself notes each answer that is a refusal; the refusal of this table is what is tested.
    const complaints = app?.complaints.filter((text) => !text.includes('422')) ?? [];
    expect(complaints).toEqual([]);
    await app?.dispose();
    app = undefined;
  });

  test.runIf(isThere)(
    'a table opens by what a person says of its columns, and a copied command beside it',
    async () => {
      app = await start((folder) => [written(folder, 'one.txt', '# Netscape HTTP Cookie File\n')]);
      const { page } = app;
      const workbench = new Workbench(page);
      await workbench.tab('one.txt').waitFor();
      await paste(page, TABLE);
      const dialog = page.getByRole('dialog', { name: 'What do the columns of the clipboard hold?' });
      await dialog.getByText('Still to be named: Name, Value, Domain.').waitFor();
      const open = dialog.getByRole('button', { name: 'Open' });
      expect(await open.isDisabled()).toBe(true);
      for (const [head, meaning] of [
        ['Bezeichnung', 'Name'],
        ['Inhalt', 'Value'],
        ['Rechner', 'Domain'],
        ['Pfad', 'Path'],
      ] as const) {
        await dialog.getByRole('combobox', { name: head }).selectOption({ label: meaning });
      }
      await dialog.getByRole('cell', { name: '/cart' }).waitFor();
      expect(await page.content()).not.toContain(CANARY);
      await workbench.picture(`columns-${host.toLowerCase()}`);
      await open.click();
      await workbench.cell('theme', 'domain').waitFor();
      await page.getByText(/^Copy of Table \(CSV or TSV\)/).waitFor();

      await workbench.tab('one.txt').click();
      await paste(page, `curl 'https://www.example.net/' -b 'by-curl=${CANARY}C'`);
      await workbench.cell('by-curl', 'domain').waitFor();
      await paste(page, `curl 'https://www.example.net/' -b "x=$(${CANARY})"`);
      await page
        .getByText(/is a command that Crumbs does not take apart/)
        .first()
        .waitFor();
    },
    60_000,
  );
});
