import type { Recipe } from './recipe.ts';

/** Recipes that come with the program. */
export const BUILT_IN: readonly Recipe[] = [
  {
    name: 'Tidy up',
    description: 'Repairs and fixes what is safe, and drops what is expired or there twice.',
    steps: [{ do: 'repair' }, { do: 'fix' }, { do: 'drop-expired' }, { do: 'drop-duplicates' }],
  },
  {
    name: 'For yt-dlp',
    description: 'Makes a file that yt-dlp reads, without expired cookies.',
    steps: [
      { do: 'repair' },
      { do: 'drop-expired' },
      { do: 'drop-duplicates' },
      { do: 'write-for', clients: ['yt-dlp'] },
    ],
  },
  {
    name: 'Logins only',
    description: 'Keeps what is known to sign people in or to guard that; cookies of unknown names go too.',
    steps: [
      { do: 'repair' },
      { do: 'drop-expired' },
      { do: 'drop-duplicates' },
      { do: 'keep-purposes', purposes: ['sign-in', 'security'] },
    ],
  },
  {
    name: 'Without trackers',
    description: 'Drops what is known to measure people or to advertise to them.',
    steps: [{ do: 'drop-purposes', purposes: ['analytics', 'advertising'] }],
  },
  {
    name: 'In order',
    description: 'Sorts by domain, path and name, so that two files can be compared.',
    steps: [{ do: 'sort', by: ['domain', 'path', 'name'] }],
  },
];
