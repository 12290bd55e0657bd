import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { endedAfterEach, HOSTS } from './hosts.ts';
import { Workbench } from './workbench.ts';

const fourLines = jar(line('alpha'), line('beta'), '# a comment\n', line('gamma'), line('delta'));

describe.each(HOSTS)('the main job in %s', (_host, start, isThere) => {
  const launch = endedAfterEach(start);

  async function open(content: string): Promise<{ workbench: Workbench; file: string }> {
    const app = await launch((folder) => [written(folder, 'jar.txt', content)]);
    const workbench = new Workbench(app.page);
    await workbench.tab('jar.txt').waitFor();
    return { workbench, file: path.join(app.folder, 'jar.txt') };
  }

  test.runIf(isThere)('refuses a bad edit, takes a good one, and writes that line alone', async () => {
    const { workbench, file } = await open(fourLines);
    await workbench.cell('beta', 'domain').waitFor();
    await workbench.type(workbench.cell('beta', 'expires'), 'the day after never');
    await workbench.page.locator('[aria-invalid="true"]').waitFor();
    await workbench.page.keyboard.press('Escape');
    expect(fs.readFileSync(file, 'utf8')).toBe(fourLines);

    await workbench.type(workbench.cell('beta', 'domain'), 'www.example.net');
    await workbench.cell('beta', 'domain').getByText('www.example.net').waitFor();
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toContain('www.example.net');
    expect(fs.readFileSync(file, 'utf8')).toBe(
      jar(
        line('alpha'),
        line('beta', { domain: 'www.example.net' }),
        '# a comment\n',
        line('gamma'),
        line('delta'),
      ),
    );
  });

  test.runIf(isThere)('filters, expires what is shown, takes it back and saves what is left', async () => {
    const { workbench, file } = await open(fourLines);
    await workbench.filterTo('gamma', '1 of 4');
    await workbench.cell('gamma', 'name').click();
    await workbench.page.keyboard.press('ControlOrMeta+e');
    await workbench
      .cell('gamma', 'expires')
      .getByText(/Expired/)
      .waitFor();
    await workbench.undo.click();
    await expect.poll(() => workbench.cell('gamma', 'expires').textContent()).not.toContain('Expired');
    await workbench.page.keyboard.press('ControlOrMeta+Shift+z');
    await workbench
      .cell('gamma', 'expires')
      .getByText(/Expired/)
      .waitFor();
    await workbench.save.click();
    await expect
      .poll(() => fs.readFileSync(file, 'utf8'))
      .toBe(jar(line('alpha'), line('beta'), '# a comment\n', line('gamma', { expires: 1 }), line('delta')));
  });

  test.runIf(isThere)('deletes five thousand lines at once and brings them back byte for byte', async () => {
    const kept = Array.from({ length: 300 }, (_, index) => line(`keep${index}`));
    const bulk = Array.from({ length: 5000 }, (_, index) => line(`bulk${index}`));
    const content = jar(...kept, ...bulk);
    const { workbench, file } = await open(content);
    await workbench.filterTo('name:bulk', '5,000 of 5,300');
    await workbench.page.getByRole('checkbox', { name: 'Select all that match' }).click();
    await workbench.page.getByText('5,000 selected').waitFor();
    await workbench.page.keyboard.press('Delete');
    await workbench.filterTo('', '300 lines');
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(jar(...kept));
    await workbench.undo.click();
    await workbench.filterTo('', '5,300 lines');
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(content);
  });

  test.runIf(isThere)('shows what another program wrote, and takes it or keeps its own', async () => {
    const { workbench, file } = await open(fourLines);
    await workbench.cell('alpha', 'name').waitFor();
    const theirs = jar(line('alpha'), line('beta'), line('theirs'));
    fs.writeFileSync(file, theirs);
    await workbench.page.getByRole('button', { name: 'Take theirs' }).click();
    await workbench.cell('theirs', 'name').waitFor();

    await workbench.type(workbench.cell('alpha', 'path'), '/mine');
    await expect.poll(() => workbench.save.isEnabled()).toBe(true);
    fs.writeFileSync(file, jar(line('again')));
    await workbench.page.getByRole('button', { name: 'Keep mine' }).click();
    await workbench.save.click();
    await expect
      .poll(() => fs.readFileSync(file, 'utf8'))
      .toBe(theirs.replace('FALSE\t/\tTRUE', 'FALSE\t/mine\tTRUE'));
  });

  test.runIf(isThere)('is done with the keyboard alone', async () => {
    const { workbench, file } = await open(fourLines);
    await workbench.cell('alpha', 'name').waitFor();
    const { keyboard } = workbench.page;
    await keyboard.press('ControlOrMeta+f');
    await keyboard.type('beta');
    await workbench.page.getByText('1 of 4', { exact: true }).waitFor();
    await keyboard.press('Enter');
    await workbench.page.getByRole('heading', { name: 'beta' }).waitFor();
    await keyboard.press('Delete');
    await expect.poll(() => workbench.save.isEnabled()).toBe(true);
    await keyboard.press('ControlOrMeta+s');
    await expect
      .poll(() => fs.readFileSync(file, 'utf8'))
      .toBe(jar(line('alpha'), '# a comment\n', line('gamma'), line('delta')));

    await keyboard.press('ControlOrMeta+f');
    await keyboard.press('Backspace');
    await workbench.page.getByText('3 lines', { exact: true }).waitFor();
    await keyboard.press('F6');
    await keyboard.press('F6');
    await workbench.page.locator('[data-grid] [col-id="name"]:focus').waitFor();
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.press('F2');
    await workbench.page.locator('.ag-row input.cell-editor:not([readonly])').waitFor();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('first');
    await keyboard.press('Enter');
    await workbench.cell('first', 'name').waitFor();
    await keyboard.press('ControlOrMeta+s');
    await expect
      .poll(() => fs.readFileSync(file, 'utf8'))
      .toBe(jar(line('alpha').replace('alpha', 'first'), '# a comment\n', line('gamma'), line('delta')));
  });
});
