import type { HelpPage } from './help-pages.ts';

/** The pages that hold every word, in any case; those that say one of them in the title first. */
export function findPages(pages: readonly HelpPage[], search: string): readonly HelpPage[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holding = pages.filter(({ text }) => {
    const low = text.toLowerCase();
    return words.every((word) => low.includes(word));
  });
  const inTitle = ({ title }: HelpPage): boolean => words.some((word) => title.toLowerCase().includes(word));
  return holding.toSorted((one, other) => Number(inTitle(other)) - Number(inTitle(one)));
}
