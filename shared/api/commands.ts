/** A thing that a person can do, the same in menu, palette and cheat sheet. */
export interface Command {
  readonly id: string;
  /** As the menu and the palette say it; "…" where more is asked before anything happens. */
  readonly label: string;
  /** Keys in Electron's spelling ("CmdOrCtrl+Shift+E"). The renderer's keymap listens; the menu only shows them. */
  readonly keys?: string;
}

/** Every command, by id. */
export const commands = [
  { id: 'file.new', label: 'New', keys: 'CmdOrCtrl+N' },
  { id: 'file.open', label: 'Open…', keys: 'CmdOrCtrl+O' },
  { id: 'file.sample', label: 'Open the Sample' },
  { id: 'file.save', label: 'Save', keys: 'CmdOrCtrl+S' },
  { id: 'file.saveAs', label: 'Save As…', keys: 'CmdOrCtrl+Shift+S' },
  { id: 'file.export', label: 'Export…', keys: 'CmdOrCtrl+Shift+E' },
  { id: 'file.runCopy', label: 'Copy for One Run…' },
  { id: 'file.redact', label: 'Redact for Sharing…' },
  { id: 'file.revert', label: 'Revert to Saved' },
  { id: 'file.reload', label: 'Reload from Disk' },
  { id: 'file.versions', label: 'Earlier Versions…' },
  { id: 'file.compare', label: 'Compare with File…' },
  { id: 'file.showInFolder', label: 'Show in Folder' },
  { id: 'file.close', label: 'Close', keys: 'CmdOrCtrl+W' },
  { id: 'edit.undo', label: 'Undo', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.add', label: 'Add Cookie', keys: 'CmdOrCtrl+Shift+A' },
  { id: 'edit.duplicate', label: 'Duplicate', keys: 'CmdOrCtrl+D' },
  { id: 'edit.expire', label: 'Expire Now', keys: 'CmdOrCtrl+E' },
  { id: 'edit.remove', label: 'Delete', keys: 'Delete' },
  { id: 'edit.removeExpired', label: 'Delete Expired' },
  { id: 'edit.fixAll', label: 'Fix What Is Safe to Fix' },
  { id: 'edit.repair', label: 'Repair Export…' },
  { id: 'edit.makeReadable', label: 'Make Readable for…' },
  { id: 'edit.copyValue', label: 'Copy Value' },
  { id: 'edit.copyNetscape', label: 'Copy as Netscape Lines' },
  { id: 'edit.copyHeader', label: 'Copy as Cookie Header' },
  { id: 'edit.selectAll', label: 'Select All Shown' },
  { id: 'view.find', label: 'Filter', keys: 'CmdOrCtrl+F' },
  { id: 'view.palette', label: 'Command Palette…', keys: 'CmdOrCtrl+K' },
  { id: 'view.nextProblem', label: 'Next Problem', keys: 'F8' },
  { id: 'view.previousProblem', label: 'Previous Problem', keys: 'Shift+F8' },
  { id: 'view.problems', label: 'Problems', keys: 'CmdOrCtrl+Shift+M' },
  { id: 'view.changes', label: 'Changes', keys: 'CmdOrCtrl+Shift+C' },
  { id: 'view.request', label: 'Request', keys: 'CmdOrCtrl+Shift+R' },
  { id: 'view.setCookie', label: 'Set-Cookie', keys: 'CmdOrCtrl+Shift+H' },
  { id: 'view.clients', label: 'Choose Programs…' },
  { id: 'view.facets', label: 'Facets', keys: 'CmdOrCtrl+B' },
  { id: 'view.inspector', label: 'Inspector', keys: 'CmdOrCtrl+I' },
  { id: 'view.reveal', label: 'Reveal Values', keys: 'CmdOrCtrl+Shift+V' },
  { id: 'view.themeSystem', label: 'System Theme' },
  { id: 'view.themeLight', label: 'Light Theme' },
  { id: 'view.themeDark', label: 'Dark Theme' },
  { id: 'help.shortcuts', label: 'Keyboard Shortcuts', keys: '?' },
] as const satisfies readonly Command[];
export type CommandId = (typeof commands)[number]['id'];
