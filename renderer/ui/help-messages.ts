/** The words of the help and of About. */
export const helpMessages = {
  menu: 'Settings and help',
  title: 'Crumbs Help',
  pages: 'Pages',
  search: 'Search the help',
  nothing: 'No page has all of these words.',
  about: {
    title: 'About Crumbs',
    what: 'A workbench for cookie files.',
    version: (version: string) => `Version ${version}`,
    promise: 'Crumbs makes no network connections.',
    sealed: 'Unsaved changes are kept for a crash, encrypted with a key from this system’s keychain.',
    unsealed:
      'Unsaved changes are kept for a crash in files that only you can read. They are not encrypted: this system has no keychain that protects a key.',
    browser:
      'Unsaved changes are kept for a crash in files that only you can read. They are not encrypted: that is the desktop program’s part.',
    runtime: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
    licence: 'MIT licence',
    others: 'Made with the work of others',
    othersText: 'These packages are part of the program, each under its own licence.',
  },
} as const;
