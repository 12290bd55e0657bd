import type { Page } from 'playwright-core';

/**
 * Milliseconds from a key in a field until the name in the first row is another one and was painted; until the frame after next when
 * the rows stay the same.
 */
export async function keyToPaint(
  page: Page,
  { selector, text }: { readonly selector: string; readonly text: string },
): Promise<number> {
  const typed = page.locator(selector).first();
  await typed.focus();
  await page.evaluate(() => {
    const noted = globalThis as unknown as { painted: Promise<number> };
    const first = (): string =>
      document.querySelector('.ag-row[row-index="0"] [col-id="name"]')?.textContent ?? '';
    noted.painted = new Promise((resolve) => {
      addEventListener(
        'input',
        () => {
          const from = performance.now();
          const before = first();
          const look = (): void => {
            const late = performance.now() - from > 10_000;
            if (first() === before && !late) requestAnimationFrame(look);
            // A task after the frame in which the rows were there.
            else setTimeout(() => resolve(performance.now() - from));
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
  });
  await typed.fill(text);
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}
