import { MOST_NAME } from '#shared/api/settings.ts';

/** The words of saved views. */
export const viewMessages = {
  button: 'Views',
  label: 'Saved views',
  none: 'No views yet. A view keeps the filter, the order and the columns under a name.',
  save: 'Save this view…',
  manage: 'Rename or delete…',
  saveTitle: 'Save view',
  saveText:
    'Keeps the filter, the order and the columns of now, for every document and for “crumbs list --view”.',
  name: 'Name',
  query: 'Filter',
  everything: 'Everything',
  missing: 'Give it a name.',
  tooLong: `A name has at most ${MOST_NAME} characters.`,
  replaces: 'Replaces the view of this name.',
  taken: 'Another view has this name.',
  saved: (name: string) => `Saved the view “${name}”`,
  deleted: (name: string) => `Deleted the view “${name}”`,
  shown: (name: string) => `Shown: ${name}`,
  title: 'Saved views',
  text: 'They are yours on this machine, in every document and on the command line.',
  rename: (name: string) => `New name for ${name}`,
  remove: (name: string) => `Delete ${name}`,
  palette: 'Views',
} as const;
