import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import {
  type Shortcut,
  accelerator,
  isSingleKey,
  worksWhileTyping,
} from '#shared/commands/shortcut.ts';
import { COMMAND_MENUS, type CommandMenu } from '#shared/commands/row.ts';
import { COMMANDS, type Command, type CommandId, shownShortcuts } from '#shared/commands/table.ts';
import { onLocaleChange } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { APP_ORIGIN } from './app-address.ts';

/** Carries out a command in the window. */
export type RunCommand = (id: CommandId) => void;

interface MenuOptions {
  readonly run: RunCommand;
  /** An article is open: its commands can be chosen. */
  readonly inArticle: boolean;
  readonly mac: boolean;
}

/**
 * Makes the application menu from the table of commands, in the interface's language, and makes it again when an
 * article is opened or left. The keys are shown only: the window listens to them by their place, so that they work
 * on every layout.
 */
export function followApplicationMenu(
  contents: Pick<WebContents, 'getURL' | 'on'>,
  run: RunCommand,
  platform: NodeJS.Platform = process.platform,
): void {
  const mac = platform === 'darwin';
  let inArticle: boolean | null = null;
  const build = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ run, inArticle: inArticle ?? false, mac })),
    );
  const update = (url: string): void => {
    const next = isArticleAddress(url);
    if (next === inArticle) return;
    inArticle = next;
    build();
  };
  onLocaleChange(build);
  update(contents.getURL());
  contents.on('did-navigate-in-page', (_event, url) => update(url));
}

export const isArticleAddress = (url: string): boolean =>
  url.startsWith(`${APP_ORIGIN}/#/article/`);

/** The application menu as data. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { mac } = options;
  return [
    ...(mac ? [macApplicationMenu()] : []),
    ...COMMAND_MENUS.map((menu) => ({
      label: translate(`menu.${menu}`),
      submenu: [
        // Undo and redo of a field are in the commands of that name.
        ...(menu === 'edit' ? clipboardItems() : []),
        ...commandItems(menu, options),
        ...(menu === 'view' ? viewItems() : []),
        ...(menu === 'file' ? fileItems(mac) : []),
      ],
    })),
  ].filter(
    ({ submenu }: MenuItemConstructorOptions) => !Array.isArray(submenu) || submenu.length > 0,
  );
}

/** The first menu of a Mac. Electron's own `appMenu` speaks the system's language, which may be another than ours. */
const macApplicationMenu = (): MenuItemConstructorOptions => ({
  label: translate('app.name'),
  submenu: [
    { role: 'about', label: translate('menu.about') },
    { type: 'separator' },
    { role: 'services', label: translate('menu.services') },
    { type: 'separator' },
    { role: 'hide', label: translate('menu.hide') },
    { role: 'hideOthers', label: translate('menu.hideOthers') },
    { role: 'unhide', label: translate('menu.showAll') },
    { type: 'separator' },
    { role: 'quit', label: translate('menu.quit') },
  ],
});

/** Cut, copy, paste and the rest for a field; the system's own, so that they do what it does. */
export const editItems = (): MenuItemConstructorOptions[] => [
  { role: 'undo', label: translate('menu.undo') },
  { role: 'redo', label: translate('menu.redo') },
  { type: 'separator' },
  ...clipboardItems(),
];

const clipboardItems = (): MenuItemConstructorOptions[] => [
  { role: 'cut', label: translate('menu.cut') },
  { role: 'copy', label: translate('menu.copy') },
  { role: 'paste', label: translate('menu.paste') },
  { role: 'selectAll', label: translate('menu.selectAll') },
  { type: 'separator' },
];

const viewItems = (): MenuItemConstructorOptions[] => [
  { type: 'separator' },
  { role: 'togglefullscreen', label: translate('menu.fullScreen') },
  { role: 'minimize', label: translate('menu.minimize') },
];

const fileItems = (mac: boolean): MenuItemConstructorOptions[] => [
  { type: 'separator' },
  mac
    ? { role: 'close', label: translate('menu.close') }
    : { role: 'quit', label: translate('menu.quit') },
];

function commandItems(
  menu: CommandMenu,
  { run, inArticle, mac }: MenuOptions,
): MenuItemConstructorOptions[] {
  const rows: readonly Command[] = COMMANDS;
  return rows
    .filter((row) => row.menu === menu)
    .map((row) => ({
      ...commandItem(row, run, mac),
      enabled: inArticle || row.group === 'app' || row.group === 'list',
    }));
}

/**
 * One command in a menu, with the key that carries it out. A letter alone is no accelerator; it stands in the help.
 *
 * The window itself listens to the keys, so the menu only shows them (`registerAccelerator`). A Mac registers them all
 * the same and takes the key away from a field, so there only keys with Cmd and function keys are shown. Undo and redo
 * are among them: their command undoes typing when a field has the focus.
 */
export function commandItem(
  row: Command,
  run: RunCommand,
  mac = process.platform === 'darwin',
): MenuItemConstructorOptions {
  const canShow = (keys: Shortcut): boolean =>
    !isSingleKey(keys) && (!mac || worksWhileTyping(keys));
  const shortcut = shownShortcuts(row.id, 'rtl').find(canShow);
  return {
    id: row.id,
    label: translate(row.title),
    click: () => run(row.id),
    ...(shortcut ? { accelerator: accelerator(shortcut), registerAccelerator: false } : {}),
  };
}
