import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A person at the window who uses one thing alone, the keyboard or the mouse; text is typed by both. */
export interface Hands {
  /** Runs a command out of the palette, by its label. */
  command(label: string): Promise<void>;
  /** Presses a button. */
  press(button: Locator): Promise<void>;
  /** Goes to a document. */
  show(title: string): Promise<void>;
  /** Goes to the next problem and mends it. */
  mendNext(): Promise<void>;
  /** Opens the cell of a cookie for typing, and ends with what was typed. */
  write(name: string, column: string, text: string): Promise<void>;
  /** Shows the cookies of one site, and selects them all. */
  selectSite(site: string): Promise<void>;
  save(): Promise<void>;
  undo(): Promise<void>;
}

/** The most steps that anything should be away from anything else. */
const FAR = 80;

/** Tab, arrows, letters and Enter: nothing is clicked, and nothing gets the focus but by a key. */
export class KeyboardHands implements Hands {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  async command(label: string): Promise<void> {
    await this.#key('ControlOrMeta+k');
    await this.#page.getByRole('option').first().waitFor();
    await this.#page.keyboard.type(label);
    await this.#page.getByRole('option', { name: label }).first().waitFor();
    await this.#key('Enter');
    await this.#page.getByRole('option').first().waitFor({ state: 'detached' });
  }

  async press(button: Locator): Promise<void> {
    await button.waitFor();
    await this.#goTo(button, 'Tab');
    await this.#key('Enter');
  }

  async show(title: string): Promise<void> {
    const tab = this.#workbench.tab(title);
    for (let steps = 0; (await tab.getAttribute('aria-selected')) !== 'true'; steps++) {
      if (steps === FAR) throw new Error(`no way to ${title}`);
      await this.command('Next Document');
      await this.#page.waitForTimeout(100);
    }
  }

  async mendNext(): Promise<void> {
    await this.#key('F8');
    await this.#key('ControlOrMeta+.');
  }

  async write(name: string, column: string, text: string): Promise<void> {
    const cell = this.#workbench.cell(name, column);
    await this.#filter(`name:${name}`);
    await cell.waitFor();
    await this.#key('Enter');
    await this.#key('Home');
    await this.#goTo(cell, 'ArrowRight');
    await this.#key('F2');
    await this.#page.locator('.ag-row input.cell-editor:not([readonly])').waitFor();
    await this.#key('ControlOrMeta+a');
    await this.#page.keyboard.type(text);
    await this.#key('Enter');
    await this.#filter('');
  }

  async selectSite(site: string): Promise<void> {
    await this.#filter(`site:${site}`);
    await this.#key('Enter');
    await this.#key('ControlOrMeta+a');
  }

  save(): Promise<void> {
    return this.#key('ControlOrMeta+s');
  }

  undo(): Promise<void> {
    return this.#key('ControlOrMeta+z');
  }

  get #page() {
    return this.#workbench.page;
  }

  #key(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  async #filter(query: string): Promise<void> {
    await this.#key('ControlOrMeta+f');
    await this.#key('ControlOrMeta+a');
    if (query === '') await this.#key('Backspace');
    else await this.#page.keyboard.type(query);
    await this.#page.waitForTimeout(300);
  }

  async #goTo(control: Locator, key: string): Promise<void> {
    for (let steps = 0; !(await control.evaluate((element) => element === document.activeElement)); steps++) {
      if (steps === FAR) throw new Error('the keyboard does not get there');
      await this.#key(key);
    }
  }
}

/** Clicks; keys only where text is written. */
export class MouseHands implements Hands {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  async command(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Commands/ }).click();
    await this.#page.getByRole('option', { name: label }).first().click();
  }

  press(button: Locator): Promise<void> {
    return button.click();
  }

  show(title: string): Promise<void> {
    return this.#workbench.tab(title).click();
  }

  async mendNext(): Promise<void> {
    await this.command('Next Problem');
    await this.#page.locator('.ag-cell-focus').waitFor();
    await this.#page
      .getByRole('complementary')
      .getByRole('button', { name: 'Fix', exact: true })
      .first()
      .click();
  }

  async write(name: string, column: string, text: string): Promise<void> {
    await this.#workbench.cell(name, column).dblclick();
    await this.#page.locator('.ag-row input.cell-editor:not([readonly])').waitFor();
    await this.#page.locator('.ag-row input.cell-editor').click({ clickCount: 3 });
    await this.#page.keyboard.type(text);
    await this.#workbench.cell(name, 'name').click();
  }

  async selectSite(site: string): Promise<void> {
    await this.#page
      .getByRole('treeitem', { name: new RegExp(`^${site}`) })
      .first()
      .click();
    await this.#page.getByRole('checkbox', { name: 'Select all that match' }).click();
  }

  save(): Promise<void> {
    return this.#workbench.save.click();
  }

  undo(): Promise<void> {
    return this.#workbench.undo.click();
  }

  get #page() {
    return this.#workbench.page;
  }
}
