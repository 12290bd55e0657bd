import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page as it stands, one line each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Draggable edges lie between the regions of the page and tips float above them: both are in none.
  const violated = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(at: object): Promise<{ violations: Violation[] }> };
    };
    return (
      await axe.run({
        exclude: [['[role="separator"]'], ['[data-radix-popper-content-wrapper]:has([role="tooltip"])']],
      })
    ).violations;
  });
  return violated.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  );
}
