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
  /** True when an article is open, so that its commands are enabled. */
  readonly inArticle: boolean;
  readonly mac: boolean;
}

/**
 * Builds the application menu from the table of commands, in the language of the interface, and rebuilds it when the
 * language changes or an article is opened or closed. The menu only displays the keys; the window handles them by
 * their position, so that they work in every keyboard layout.
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

/** Returns the items of the application menu. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { mac } = options;
  return [
    ...(mac ? [macApplicationMenu()] : []),
    ...COMMAND_MENUS.map((menu) => ({
      label: translate(`menu.${menu}`),
      submenu: [
        // Undo and redo in a text field are handled by the commands of that name.
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

/**
 * The application menu of macOS. Electron's own `appMenu` uses the system's language, which may differ from that of
 * the interface.
 */
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

/** Editing items for a text field. They use the system's roles, so that they behave as everywhere in the system. */
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
 * Returns a menu item for a command, with its shortcut. A single letter is not an accelerator and appears only on the
 * help screen.
 *
 * The window itself handles the keys, so the menu only displays them (`registerAccelerator: false`). macOS registers
 * them anyway and takes the key away from a text field, so that there only keys with Cmd and function keys are
 * displayed. These include undo and redo, whose command undoes typing when a text field has the focus.
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
