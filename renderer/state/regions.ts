import { findControl } from './find-control.ts';
import { gridControl } from './grid-control.ts';

/** The parts of the window in the order in which a person goes through them. */
const REGIONS = [
  '.query-bar',
  '.facets',
  '[data-grid]',
  '.bottom-panel',
  '.inspector',
  '.tab-bar',
  '.tour',
] as const;

const FOCUSABLE = '[tabindex="0"], button:not([tabindex="-1"], :disabled), input, select, textarea';

function enter(region: HTMLElement): boolean {
  if (region.matches('.query-bar') && findControl() !== undefined) findControl()?.();
  else if (region.matches('[data-grid]')) gridControl()?.takeFocus();
  else region.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  return region.contains(document.activeElement);
}

/** Gives the keyboard to the next part of the window that takes it, or to the one before. */
export function walkRegions(step: 1 | -1): void {
  const present = REGIONS.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
    (region) => region !== null,
  );
  const at = present.findIndex((region) => region.contains(document.activeElement));
  const first = at < 0 && step < 0 ? 0 : at;
  for (let count = 1; count <= present.length; count++) {
    const region = present[(first + step * count + present.length * 2) % present.length];
    if (region !== undefined && enter(region)) return;
  }
}
