import { countOf, showCount } from './numbers.ts';

interface Counts {
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
  readonly moved: number;
  readonly properties: number;
}

/** What the window says of recipes. */
export const recipeMessages = {
  title: (document: string) => `Clean up ${document}`,
  text: 'A recipe is a list of steps. Nothing changes until you run it; then it is one step that you can undo.',
  list: 'Recipes',
  own: 'Yours',
  builtIn: 'From Crumbs',
  none: 'None yet: make one, or take one from a file.',
  create: 'New recipe',
  import: 'From a file…',
  export: 'Save as a file…',
  edit: 'Edit',
  copy: 'Make it mine',
  remove: 'Delete',
  removed: (name: string) => `Deleted the recipe “${name}”`,
  saved: (name: string) => `Saved the recipe “${name}”`,
  exported: (name: string) => `Saved the recipe “${name}” as a file`,
  run: 'Run',
  unreadable: (file: string, message: string) => `${file} is no recipe. ${message}`,
  steps: 'Steps',
  changes: ({ removed, edited, added, moved, properties }: Counts) =>
    [
      ...(removed > 0 ? [`${showCount(removed)} removed`] : []),
      ...(edited > 0 ? [`${showCount(edited)} changed`] : []),
      ...(added > 0 ? [`${showCount(added)} added`] : []),
      ...(moved > 0 ? [`${showCount(moved)} moved`] : []),
      ...(properties > 0 ? ['the file as a whole'] : []),
    ].join(', '),
  nothing: 'Nothing to do',
  more: (count: number) => `and ${countOf(count, 'more line')}`,
  nothingAtAll: 'This recipe changes nothing here.',
  newName: 'My recipe',
  copyName: (name: string) => `${name} (mine)`,
  name: 'Name',
  kind: (at: number) => `Step ${at}`,
  addStep: 'Add a step',
  up: (at: number) => `Move step ${at} up`,
  down: (at: number) => `Move step ${at} down`,
  drop: (at: number) => `Remove step ${at}`,
  changesNothing: (at: number) => `Step ${at} says not yet what is to change.`,
  editing: (name: string) => (name === '' ? 'New recipe' : `Edit ${name}`),
  editingText: 'Steps are done from the first to the last. Lists are set apart by commas.',
} as const;
