import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { COMMANDS, type Command } from '#shared/commands/table.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type RunCommand, commandItem, editItems, isArticleAddress } from './menu.ts';

/** Where the reader opened the context menu. */
export interface PressedOn {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly inArticle: boolean;
}

/** Opens a context menu that suits the place of the click. */
export function openContextMenus(contents: WebContents, run: RunCommand): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, x, y }) => {
    const inArticle = isArticleAddress(contents.getURL());
    const template = contextTemplate({ isEditable, selectionText, inArticle }, run);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ x, y });
  });
}

/** Returns the items of the menu; the list is empty where nothing can be done. */
export function contextTemplate(
  { isEditable, selectionText, inArticle }: PressedOn,
  run: RunCommand,
): MenuItemConstructorOptions[] {
  if (isEditable) return editItems().slice(0, -1);
  const isSelected = selectionText.trim() !== '';
  const rows: readonly Command[] = COMMANDS;
  const about = isSelected ? 'selection' : 'paragraph';
  return [
    ...(isSelected ? [{ role: 'copy', label: translate('menu.copy') } as const] : []),
    ...(inArticle
      ? rows.filter(({ context }) => context === about).map((row) => commandItem(row, run))
      : []),
  ];
}
