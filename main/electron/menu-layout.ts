import type { MenuItemConstructorOptions } from 'electron';
import type { CommandId } from '#shared/api/commands.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** One place in the menu. */
export type MenuEntry =
  | 'separator'
  | 'recent'
  | { readonly command: CommandId }
  | { readonly role: Role }
  | { readonly submenu: string; readonly entries: readonly MenuEntry[] };

const command = (id: CommandId): MenuEntry => ({ command: id });
const role = (name: Role): MenuEntry => ({ role: name });

const appMenu: MenuEntry = {
  submenu: 'Crumbs',
  entries: [
    command('help.about'),
    'separator',
    role('services'),
    'separator',
    role('hide'),
    'separator',
    role('quit'),
  ],
};

const fileMenu = (mac: boolean): MenuEntry => ({
  submenu: '&File',
  entries: [
    command('file.new'),
    command('file.open'),
    'recent',
    command('file.openFromBrowser'),
    command('file.sample'),
    'separator',
    command('file.save'),
    command('file.saveAs'),
    command('file.saveAsFormat'),
    command('file.export'),
    command('file.runCopy'),
    command('file.redact'),
    command('file.report'),
    'separator',
    command('file.revert'),
    command('file.reload'),
    command('file.versions'),
    command('file.compare'),
    command('file.import'),
    command('file.showInFolder'),
    'separator',
    command('file.settings'),
    command('file.close'),
    ...(mac ? [] : [role('quit')]),
  ],
});

const editMenu: MenuEntry = {
  submenu: '&Edit',
  entries: [
    command('edit.undo'),
    command('edit.redo'),
    'separator',
    role('cut'),
    role('copy'),
    role('paste'),
    {
      submenu: 'Copy Cookies',
      entries: [
        command('edit.copyValue'),
        command('edit.copyTable'),
        command('edit.copyNetscape'),
        command('edit.copyJson'),
        command('edit.copyHeader'),
        command('edit.copyHeaderFor'),
      ],
    },
    command('edit.paste'),
    command('edit.copyTo'),
    command('edit.moveTo'),
    command('edit.selectAll'),
    command('edit.toggle'),
    'separator',
    command('edit.add'),
    command('edit.cell'),
    command('edit.duplicate'),
    command('edit.expire'),
    command('edit.remove'),
    'separator',
    command('edit.fix'),
    command('edit.bulk'),
    command('edit.protect'),
    command('edit.unprotect'),
    command('edit.removeExpired'),
    command('edit.recipes'),
    command('edit.fixAll'),
    command('edit.repair'),
    command('edit.makeReadable'),
  ],
};

const viewMenu: MenuEntry = {
  submenu: '&View',
  entries: [
    command('view.palette'),
    command('view.find'),
    'separator',
    command('view.nextProblem'),
    command('view.previousProblem'),
    {
      submenu: 'Go',
      entries: [
        command('view.nextDocument'),
        command('view.previousDocument'),
        command('view.nextPart'),
        command('view.previousPart'),
      ],
    },
    'separator',
    command('view.facets'),
    command('view.inspector'),
    command('view.problems'),
    command('view.changes'),
    command('view.request'),
    command('view.setCookie'),
    command('view.overview'),
    command('view.expiry'),
    command('view.backToNow'),
    command('view.clients'),
    'separator',
    command('view.saveView'),
    command('view.views'),
    'separator',
    command('view.reveal'),
    {
      submenu: 'Theme',
      entries: [command('view.themeSystem'), command('view.themeLight'), command('view.themeDark')],
    },
    'separator',
    role('resetZoom'),
    role('zoomIn'),
    role('zoomOut'),
    role('togglefullscreen'),
  ],
};

const helpMenu = (mac: boolean): MenuEntry => ({
  submenu: '&Help',
  entries: [
    command('help.pages'),
    command('help.tour'),
    command('help.shortcuts'),
    ...(mac ? [] : (['separator', command('help.about')] as const)),
  ],
});

/** The menu of a system, from left to right. */
export function menuLayout(platform: NodeJS.Platform): readonly MenuEntry[] {
  const mac = platform === 'darwin';
  return [...(mac ? [appMenu] : []), fileMenu(mac), editMenu, viewMenu, helpMenu(mac)];
}
