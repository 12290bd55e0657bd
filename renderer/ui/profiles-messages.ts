/** What the window says of the stores of browsers. */
export const profilesMessages = {
  title: 'Open from a browser',
  text: 'A copy of the store is opened, as it is at that moment. Nothing is written to the browser’s own.',
  looking: 'Looking for browsers…',
  none: 'No cookie store was found where Firefox, Chromium and browsers like them usually keep one.',
  noneNext:
    'Open the file itself with Open…: it is called cookies.sqlite in a profile of Firefox, and Cookies in one of Chromium.',
  list: 'Cookie stores on this machine',
  profile: (name: string) => `Profile ${name}`,
} as const;
