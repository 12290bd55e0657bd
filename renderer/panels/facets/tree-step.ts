/** A line of a tree, as far as walking through it goes. */
export interface TreeItem {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Absent for one that has nothing under it. */
  readonly expanded?: boolean | undefined;
}

/** What a key does in a tree: go to another line, or open or close this one. */
export type TreeStep = { readonly goTo: string } | { readonly expand: boolean };

/** Arrow keys, Home and End as trees take them (ARIA practices); nothing for other keys, and where there is nowhere to go. */
export function treeStep(items: readonly TreeItem[], key: string, pressed: string): TreeStep | undefined {
  const at = items.findIndex((item) => item.key === key);
  const item = items[at];
  const to = (other: TreeItem | undefined): TreeStep | undefined => other && { goTo: other.key };
  if (item === undefined) return undefined;
  switch (pressed) {
    case 'ArrowDown':
      return to(items[at + 1]);
    case 'ArrowUp':
      return to(items[at - 1]);
    case 'Home':
      return to(items[0]);
    case 'End':
      return to(items.at(-1));
    case 'ArrowRight':
      if (item.expanded === false) return { expand: true };
      return item.expanded === true && (items[at + 1]?.level ?? 0) > item.level
        ? to(items[at + 1])
        : undefined;
    case 'ArrowLeft':
      if (item.expanded === true) return { expand: false };
      return to(items.slice(0, at).findLast(({ level }) => level < item.level));
    default:
      return undefined;
  }
}
