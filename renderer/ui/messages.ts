import { FIELD_TITLES } from '#shared/api/field-text.ts';
import { requestMessages, setCookieMessages } from './request-messages.ts';
import { countOf, showCount, showRoughly } from './numbers.ts';
import { exportMessages } from './export-messages.ts';
import { statusMessages } from './status-messages.ts';
import { diskMessages, mergeMessages } from './merge-messages.ts';
import { recoveryMessages, versionMessages } from './recovery-messages.ts';
import { readableMessages } from './readable-messages.ts';
import { valueMessages } from './value-messages.ts';

const PAST: Readonly<Record<string, string>> = {
  Add: 'Added',
  Apply: 'Applied',
  Cap: 'Capped',
  Change: 'Changed',
  Clean: 'Cleaned',
  Copy: 'Copied',
  Delete: 'Deleted',
  Discard: 'Discarded',
  Duplicate: 'Duplicated',
  Expire: 'Expired',
  Fix: 'Fixed',
  Import: 'Imported',
  Make: 'Made',
  Move: 'Moved',
  Paste: 'Pasted',
  Repair: 'Repaired',
  Replace: 'Replaced',
  Restore: 'Restored',
  Shift: 'Shifted',
  Toggle: 'Toggled',
};

/** A step's name ("Delete 14 cookies") as something that was done ("Deleted 14 cookies"). */
function pastOf(step: string): string {
  const [verb = '', ...rest] = step.split(' ');
  return [PAST[verb] ?? verb, ...rest].join(' ');
}

/** Every sentence that the window itself says. Titles and messages of rules, errors and summaries come with their data. */
export const messages = {
  appName: 'Crumbs',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  done: 'Done',
  undo: 'Undo',
  copy: 'Copy',
  more: 'More',
  clear: 'Clear',
  fix: 'Fix',
  fixAll: (count: number) => (count === 1 ? 'Fix' : `Fix all ${showCount(count)}`),
  yes: 'Yes',
  no: 'No',

  severity: { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' },

  connection: {
    connecting: 'Connecting…',
    lost: 'Connection to Crumbs lost. Trying again…',
    refused: 'This tab has no session any more. Open the link that Crumbs printed when it started.',
  },

  empty: {
    title: 'Open a cookie file',
    text: 'Drop a cookies.txt or a browser export anywhere in this window.',
    open: 'Open…',
    paste: 'Paste',
    create: 'New',
    sample: 'Try the sample',
    recent: 'Recent',
    promise: 'Everything stays on this machine. Crumbs makes no network connections.',
    drop: 'Drop to open',
    dropToImport: (title: string) => `Import into ${title}`,
    dropToCompare: (title: string) => `Compare and merge with ${title}`,
    dropSeveral: (count: number) => `Drop to open ${countOf(count, 'file')}`,
  },

  opening: {
    began: (title: string) => `Reading ${title}`,
    begins: 'Reading…',
    read: (done: number, about: number) =>
      done >= about - 1
        ? `Judging ${countOf(about, 'line')}…`
        : `Reading… ${showRoughly(done)} of about ${showRoughly(about)} lines`,
  },

  tabs: {
    label: 'Open documents',
    changed: 'changed',
    close: (title: string) => `Close ${title}`,
    create: 'New document',
  },

  theme: { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },
  palette: {
    open: 'Commands',
    label: 'Command palette',
    placeholder: 'Type a command or a document…',
    nothing: 'No command matches.',
    commands: 'Commands',
    documents: 'Documents',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    change: 'Change shortcuts…',
    groups: { file: 'File', edit: 'Edit', view: 'View', help: 'Help', grid: 'In the grid' },
    grid: [
      ['ArrowDown', 'Move between cells with the arrow keys'],
      ['Enter', 'Edit the cell, or flip a yes or no'],
      ['Shift+ArrowDown', 'Extend the selection'],
      ['Escape', 'Clear the selection'],
      ['R', 'Show values while held'],
      ['Shift+F10', 'Open the menu of the row'],
    ] as const,
  },

  query: {
    label: 'Filter',
    placeholder: 'Filter: text, domain:example.com, -httponly, expires<7d, rule:…',
    clear: 'Clear the filter',
    matches: (matches: number, total: number) =>
      matches === total ? countOf(total, 'line') : `${showCount(matches)} of ${showCount(total)}`,
  },

  columns: {
    button: 'Columns',
    reset: 'Reset columns',
    state: 'State',
    select: 'Selected',
    name: 'Name',
    value: 'Value',
    domain: 'Domain',
    path: 'Path',
    expires: 'Expires',
    secureOnly: 'Secure',
    httpOnly: 'HttpOnly',
    sameSite: 'SameSite',
    clients: 'Accepted by',
    size: 'Size',
    line: 'Line',
    sortUp: 'Sort ascending',
    sortDown: 'Sort descending',
    sortNone: 'Do not sort',
    pin: 'Pin to the left',
    unpin: 'Unpin',
    hide: 'Hide',
    fit: 'Fit to content',
  },

  grid: {
    label: 'Cookies',
    hostOnly: 'This host only',
    subdomains: 'And every subdomain',
    session: 'Session',
    expired: (ago: string) => `Expired ${ago} ago`,
    unreadable: 'Unreadable',
    masked: 'Hidden',
    reveal: 'Show the value',
    hide: 'Hide the value',
    blank: 'Blank line',
    tick: '✓',
    empty: '(no name)',
    added: 'New',
    edited: 'Edited',
    external: 'Changed by another program',
    selectAll: 'Select all that match',
    selectRow: (line: number) => `Select line ${line}`,
    local: 'Local',
    nothingTitle: 'Nothing matches the filter',
    nothingText: 'Every cookie is still in the document.',
    noRowsTitle: 'No cookies yet',
    noRowsText: 'Add one, or paste some lines.',
    findings: (count: number) => countOf(count, 'problem'),
  },

  menu: {
    edit: 'Edit',
    inspect: 'Inspect',
    reveal: 'Show value',
    hide: 'Hide value',
    copyValue: 'Copy value',
    copyName: 'Copy name',
    onlySite: (site: string) => `Show only ${site}`,
    fixIn: 'Problems',
    duplicate: (count: number) => `Duplicate ${countOf(count, 'cookie')}`,
    expire: (count: number) => `Expire ${countOf(count, 'cookie')} now`,
    remove: (count: number) => `Delete ${countOf(count, 'line')}`,
  },

  selection: {
    count: (count: number) => `${showCount(count)} selected`,
    clear: 'Clear the selection',
    label: 'Selection',
    expire: 'Expire now',
    duplicate: 'Duplicate',
    remove: 'Delete',
    export: 'Export…',
  },

  facets: {
    label: 'Facets',
    sites: 'Sites',
    problems: 'Problems',
    clients: 'Programs',
    expiry: 'Expiry',
    flags: 'Flags',
    purposes: 'Purpose (probably)',
    findSite: 'Find a site',
    more: (count: number) => `${showCount(count)} more`,
    without: 'Leave out',
    leftOut: 'left out',
    none: 'None',
  },

  inspector: {
    label: 'Inspector',
    nothing: 'Choose a cookie to see what it is.',
    fields: 'Fields',
    value: 'Value',
    findings: 'Problems',
    raw: 'Line in the file',
    saved: 'On disk',
    asWritten: 'As it will be written',
    extras: 'More',
    site: 'Site',
    unicode: 'In Unicode',
    size: 'Size',
    sizes: (name: number, value: number) => `${countOf(name + value, 'byte')} (name ${name}, value ${value})`,
    line: (line: number) => `Line ${showCount(line)}`,
    edit: (field: string) => `Edit ${field}`,
    noFindings: 'Nothing wrong here.',
    scope: 'Sent to',
    hidden: 'Hidden',
    emptyValue: '(empty)',
    expiryHint: 'seconds, a date, or session',
  },

  clients: {
    acceptedBy: 'Accepted by',
    ask: 'Ask these programs',
    choose: 'Choose programs',
    browsers: 'Browsers',
    browsersText: 'They load no cookie file; Crumbs tells what they send and receive.',
    chooseText:
      'For these programs Crumbs tells whether they load each cookie, change it or drop it, and what they would send.',
    newest: 'Newest',
    version: (version: string, debian12: boolean) => (debian12 ? `${version} (Debian 12)` : version),
    versionOf: (client: string) => `Version of ${client}`,
    outcome: { ignored: 'Passed over', kept: 'Kept', changed: 'Changed', dropped: 'Dropped' },
    does: (client: string, outcome: 'ignored' | 'kept' | 'changed' | 'dropped') =>
      `${client} ${{ ignored: 'passes it over', kept: 'keeps it', changed: 'changes it', dropped: 'drops it' }[outcome]}`,
    refuses: (client: string) => `${client} refuses the file`,
    loads: (client: string, loaded: number, all: number) =>
      loaded === all
        ? `${client} loads every cookie`
        : `${client} loads ${showCount(loaded)} of ${showCount(all)}`,
  },

  request: requestMessages,

  setCookie: setCookieMessages,

  fields: FIELD_TITLES,

  bottom: {
    label: 'Panels',
    problems: 'Problems',
    changes: 'Changes',
    request: 'Request',
    setCookie: 'Set-Cookie',
    overview: 'Overview',
    hide: 'Hide the panel',
  },

  problems: {
    none: 'No problems found.',
    noneText: 'Every rule looked at every line.',
    line: (line: number) => `Line ${showCount(line)}`,
    document: 'Whole file',
    filter: 'Show only these',
    reviewFix: 'Review…',
    ignoreHere: 'Ignore here',
    ignoreRule: 'Ignore this rule',
    ignoredRule: 'This rule is ignored in every file. It is listed below the problems.',
    ignored: 'Ignored',
    ignoredWhere: ({ everywhere, places }: { readonly everywhere: boolean; readonly places: number }) =>
      everywhere ? 'in every file' : `on ${countOf(places, 'line')} of this file, until it is closed`,
    heed: 'Stop ignoring',
    moreFindings: (count: number) => `Show ${showCount(count)} more`,
    source: 'Source',
    fixSafe: 'Fix what is safe to fix',
  },

  changes: {
    none: 'Nothing to save.',
    noneText: 'Edits wait here until you save; the file is as it was.',
    title: 'What a save writes',
    discard: 'Discard',
    discardAll: (count: number) => `Discard all ${showCount(count)}`,
    discardThis: (subject: string) => `Discard the change of ${subject}`,
    groups: {
      added: 'Added',
      edited: 'Edited',
      removed: 'Deleted',
      moved: 'Moved',
      property: 'File',
    },
    before: 'Before',
    after: 'After',
    more: (count: number) => `Show ${showCount(count)} more`,
    reveal: 'Show values',
    mask: 'Hide values',
    go: 'Go to the line',
  },

  disk: diskMessages,
  merge: mergeMessages,
  versions: versionMessages,
  recovery: recoveryMessages,
  value: valueMessages,
  readOnly: {
    permission:
      'This file is read-only: its permissions, its owner or its disk forbid writing to it. Edits can be saved as a copy.',
    format: 'This file cannot be written back in its own format.',
    sample: 'This is a sample. Try anything; save a copy to keep it.',
    saveCopy: 'Save a copy…',
  },

  repairs: {
    writtenBy: (writer: string, confidence: 'certain' | 'likely' | 'possible') =>
      confidence === 'possible' ? `Perhaps written by ${writer}.` : `Written by ${writer}.`,
    withCount: (title: string, lines: number) => `${title} (${showCount(lines)})`,
    lines: (lines: number, certainty: 'certain' | 'likely' | 'possible') =>
      certainty === 'possible' ? `perhaps ${countOf(lines, 'line')}` : countOf(lines, 'line'),
    cure: { repair: 'Is mended', choice: 'Your choice', none: 'Cannot be brought back' },
    choose: 'Make session cookies of them',
    nothingWrong: 'It writes these files well: there is nothing to mend.',
    preview: 'What changes',
    more: 'And more: all of it stands under Changes afterwards, and one Undo takes it back.',
    review: 'Review…',
    repair: 'Repair',
    leave: 'Leave it as it is',
  },

  readable: readableMessages,

  status: statusMessages,

  exporting: exportMessages,

  closing: {
    title: (title: string) => `Save changes to ${title}?`,
    text: (changes: number) => `${countOf(changes, 'change')} will be lost if you do not save.`,
    discard: 'Discard',
  },

  openingMany: {
    title: (count: number) => `Open ${countOf(count, 'file')}?`,
    text: 'Each gets a tab of its own. What is no cookie file is told and left alone.',
    open: 'Open all',
  },

  notices: {
    label: 'Messages',
    saved: (title: string) => `Saved ${title}`,
    copiedValue: (clearAfter: number) =>
      clearAfter > 0
        ? `Copied with values. It leaves the clipboard in ${countOf(clearAfter, 'second')}.`
        : 'Copied with values.',
    copied: 'Copied',
    lost: ({ message, count }: { readonly message: string; readonly count: number }) =>
      `${message} (${countOf(count, 'cookie')})`,
    nothingToPaste: 'There is no text on the clipboard.',
    past: pastOf,
    undone: (step: string) => `Undid: ${step}`,
    redone: (step: string) => `Redid: ${step}`,
    noProblems: 'No problems in what is shown.',
    bug: 'Something went wrong inside Crumbs.',
    restarted: 'The engine was restarted. What was not saved is open again; open your other files anew.',
  },

  labels: {
    undo: (step: string) => `Undo “${step}”`,
    redo: (step: string) => `Redo “${step}”`,
    pastedName: 'pasted.txt',
    facetsHandle: 'Width of the facets',
    inspectorHandle: 'Width of the inspector',
    bottomHandle: 'Height of the panel',
    mainMenu: 'More commands',
    add: 'Add',
  },
} as const;
