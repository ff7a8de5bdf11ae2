import type { MessageKey } from '../i18n/translate.ts';
import type { Shortcut } from './shortcut.ts';

/** The sections of the help screen, in its order. */
export const COMMAND_GROUPS = ['app', 'list', 'article', 'marks', 'text', 'selecting'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** The menus of the application menu that hold commands, in its order. */
export const COMMAND_MENUS = ['file', 'edit', 'view', 'go', 'article', 'help'] as const;
export type CommandMenu = (typeof COMMAND_MENUS)[number];

/** One thing that can be done in the app: how it is called, shown and reached. */
export interface CommandRow {
  readonly id: string;
  readonly title: MessageKey;
  readonly group: CommandGroup;
  /** Name of an icon of the window. */
  readonly icon: string;
  readonly keys: readonly Shortcut[];
  readonly menu?: CommandMenu;
  /** In the menu that the second mouse button opens: on selected text, or on a paragraph. */
  readonly context?: 'selection' | 'paragraph';
  /** Only a key of its place: neither in the palette nor in a menu. */
  readonly keyOnly?: true;
  /** The keys mean something else in a field, such as undoing what was typed. */
  readonly notInFields?: true;
}

const key = (code: string): Shortcut => ({ code });
const shift = (code: string): Shortcut => ({ code, shift: true });
const ctrl = (code: string): Shortcut => ({ code, command: true });
const ctrlShift = (code: string): Shortcut => ({ code, command: true, shift: true });
const quiet = (shortcut: Shortcut): Shortcut => ({ ...shortcut, quiet: true });

/**
 * Every command. Keys, palette, help, tooltips and menus are made from it; who carries a command out
 * registers for it in the window. Where two rows share a key, the first that can be carried out gets it.
 */
export const COMMANDS = [
  // The narrowest places first: the toolbar, the selection mode, the open article, lists, then the app.
  {
    id: 'toolbar.enter',
    title: 'command.toolbarEnter',
    group: 'selecting',
    icon: 'select',
    keys: [key('F6'), quiet(key('Tab'))],
    keyOnly: true,
  },
  {
    id: 'selecting.left',
    title: 'command.selectLeft',
    group: 'selecting',
    icon: 'select',
    keys: [key('ArrowLeft')],
    keyOnly: true,
  },
  {
    id: 'selecting.right',
    title: 'command.selectRight',
    group: 'selecting',
    icon: 'select',
    keys: [key('ArrowRight')],
    keyOnly: true,
  },
  {
    id: 'selecting.down',
    title: 'command.selectDown',
    group: 'selecting',
    icon: 'select',
    keys: [key('ArrowDown')],
    keyOnly: true,
  },
  {
    id: 'selecting.up',
    title: 'command.selectUp',
    group: 'selecting',
    icon: 'select',
    keys: [key('ArrowUp')],
    keyOnly: true,
  },
  {
    id: 'selecting.end',
    title: 'command.selectEnd',
    group: 'selecting',
    icon: 'check',
    keys: [key('Enter')],
    keyOnly: true,
  },
  {
    id: 'selecting.leave',
    title: 'command.selectLeave',
    group: 'selecting',
    icon: 'x',
    keys: [key('Escape')],
    keyOnly: true,
  },
  {
    id: 'find.open',
    title: 'reader.find',
    group: 'article',
    icon: 'search',
    keys: [ctrl('KeyF')],
    menu: 'edit',
  },
  {
    id: 'find.next',
    title: 'command.findNext',
    group: 'article',
    icon: 'next-hit',
    keys: [key('F3')],
    menu: 'edit',
  },
  {
    id: 'find.previous',
    title: 'command.findPrevious',
    group: 'article',
    icon: 'previous-hit',
    keys: [shift('F3')],
    menu: 'edit',
  },
  {
    id: 'block.next',
    title: 'command.blockNext',
    group: 'article',
    icon: 'down',
    keys: [key('KeyJ')],
    keyOnly: true,
  },
  {
    id: 'block.previous',
    title: 'command.blockPrevious',
    group: 'article',
    icon: 'up',
    keys: [key('KeyK')],
    keyOnly: true,
  },
  {
    id: 'page.down',
    title: 'command.pageDown',
    group: 'article',
    icon: 'down',
    keys: [key('Space'), key('PageDown')],
    keyOnly: true,
  },
  {
    id: 'page.up',
    title: 'command.pageUp',
    group: 'article',
    icon: 'up',
    keys: [shift('Space'), key('PageUp')],
    keyOnly: true,
  },
  {
    id: 'article.next',
    title: 'reader.nextArticle',
    group: 'article',
    icon: 'next-article',
    keys: [key('KeyN')],
    menu: 'go',
  },
  {
    id: 'article.previous',
    title: 'reader.prevArticle',
    group: 'article',
    icon: 'previous-article',
    keys: [key('KeyP')],
    menu: 'go',
  },
  {
    id: 'focus.toggle',
    title: 'reader.focusMode',
    group: 'article',
    icon: 'focus',
    keys: [key('KeyF')],
    menu: 'view',
  },
  {
    id: 'print.open',
    title: 'print.title',
    group: 'article',
    icon: 'print',
    keys: [ctrl('KeyP')],
    menu: 'file',
  },
  {
    id: 'highlight.again',
    title: 'command.highlightAgain',
    group: 'marks',
    icon: 'hl',
    keys: [key('KeyH')],
    menu: 'article',
    context: 'paragraph',
  },
  {
    id: 'highlight.important',
    title: 'command.highlightImportant',
    group: 'marks',
    icon: 'important',
    keys: [key('Digit1')],
    context: 'selection',
  },
  {
    id: 'highlight.fact',
    title: 'command.highlightFact',
    group: 'marks',
    icon: 'fact',
    keys: [key('Digit2')],
    context: 'selection',
  },
  {
    id: 'highlight.statement',
    title: 'command.highlightStatement',
    group: 'marks',
    icon: 'statement',
    keys: [key('Digit3')],
    context: 'selection',
  },
  {
    id: 'highlight.question',
    title: 'command.highlightQuestion',
    group: 'marks',
    icon: 'question',
    keys: [key('Digit4')],
    context: 'selection',
  },
  {
    id: 'highlight.followup',
    title: 'command.highlightFollowup',
    group: 'marks',
    icon: 'followup',
    keys: [key('Digit5')],
    context: 'selection',
  },
  {
    id: 'note.write',
    title: 'command.noteWrite',
    group: 'marks',
    icon: 'note',
    keys: [key('KeyE')],
    menu: 'article',
    context: 'selection',
  },
  {
    id: 'tags.edit',
    title: 'command.tagsEdit',
    group: 'marks',
    icon: 'tag',
    keys: [shift('Digit3')],
    menu: 'article',
    context: 'selection',
  },
  {
    id: 'citation.copy',
    title: 'sel.copyCite',
    group: 'marks',
    icon: 'cite',
    keys: [ctrlShift('KeyC')],
    menu: 'edit',
    context: 'selection',
    notInFields: true,
  },
  {
    id: 'selection.search',
    title: 'sel.search',
    group: 'marks',
    icon: 'search',
    keys: [],
    context: 'selection',
  },
  {
    id: 'highlight.remove',
    title: 'sel.remove',
    group: 'marks',
    icon: 'trash',
    keys: [key('Delete')],
    menu: 'article',
  },
  {
    id: 'highlight.next',
    title: 'command.highlightNext',
    group: 'marks',
    icon: 'next-highlight',
    keys: [key('KeyL')],
    menu: 'go',
  },
  {
    id: 'highlight.previous',
    title: 'command.highlightPrevious',
    group: 'marks',
    icon: 'previous-highlight',
    keys: [shift('KeyL')],
    menu: 'go',
  },
  {
    id: 'bookmark.toggle',
    title: 'reader.bookmark',
    group: 'marks',
    icon: 'bm',
    keys: [key('KeyB')],
    menu: 'article',
    context: 'paragraph',
  },
  {
    id: 'selecting.start',
    title: 'command.selectStart',
    group: 'selecting',
    icon: 'select',
    keys: [key('KeyV')],
    menu: 'article',
  },
  {
    id: 'panel.toggle',
    title: 'reader.panelToggle',
    group: 'article',
    icon: 'side',
    keys: [ctrlShift('KeyA'), key('KeyA')],
    menu: 'view',
  },
  {
    id: 'appearance.toggle',
    title: 'reader.appearance',
    group: 'text',
    icon: 'type',
    keys: [key('KeyT')],
    menu: 'view',
  },
  {
    id: 'text.larger',
    title: 'type.larger',
    group: 'text',
    icon: 'plus',
    keys: [ctrl('Equal'), quiet(ctrlShift('Equal')), quiet(ctrl('NumpadAdd'))],
    menu: 'view',
  },
  {
    id: 'text.smaller',
    title: 'type.smaller',
    group: 'text',
    icon: 'minus',
    keys: [ctrl('Minus'), quiet(ctrl('NumpadSubtract'))],
    menu: 'view',
  },
  {
    id: 'text.reset',
    title: 'command.textReset',
    group: 'text',
    icon: 'equal',
    keys: [ctrl('Digit0'), quiet(ctrl('Numpad0'))],
    menu: 'view',
  },
  {
    id: 'escape',
    title: 'command.escape',
    group: 'app',
    icon: 'back',
    keys: [key('Escape')],
    keyOnly: true,
  },
  {
    id: 'list.next',
    title: 'command.listNext',
    group: 'list',
    icon: 'down',
    keys: [key('KeyJ')],
    keyOnly: true,
  },
  {
    id: 'list.previous',
    title: 'command.listPrevious',
    group: 'list',
    icon: 'up',
    keys: [key('KeyK')],
    keyOnly: true,
  },
  {
    id: 'list.open',
    title: 'library.item.open',
    group: 'list',
    icon: 'book',
    keys: [key('Enter')],
    keyOnly: true,
  },
  {
    id: 'list.select',
    title: 'library.select.start',
    group: 'list',
    icon: 'check',
    keys: [key('KeyX')],
    keyOnly: true,
  },
  {
    id: 'list.extendNext',
    title: 'command.listExtendNext',
    group: 'list',
    icon: 'down',
    keys: [shift('ArrowDown')],
    keyOnly: true,
  },
  {
    id: 'list.extendPrevious',
    title: 'command.listExtendPrevious',
    group: 'list',
    icon: 'up',
    keys: [shift('ArrowUp')],
    keyOnly: true,
  },
  {
    id: 'list.selectAll',
    title: 'command.listSelectAll',
    group: 'list',
    icon: 'check',
    keys: [ctrl('KeyA')],
    keyOnly: true,
    notInFields: true,
  },
  {
    id: 'view.next',
    title: 'command.viewNext',
    group: 'list',
    icon: 'covers',
    keys: [key('KeyV')],
    menu: 'view',
  },
  {
    id: 'saved.toggle',
    title: 'command.savedToggle',
    group: 'list',
    icon: 'saved',
    keys: [key('KeyS')],
    menu: 'article',
  },
  {
    id: 'read.toggle',
    title: 'command.readToggle',
    group: 'list',
    icon: 'check',
    keys: [key('KeyM')],
    menu: 'article',
  },
  {
    id: 'change.undo',
    title: 'command.undo',
    group: 'app',
    icon: 'undo',
    keys: [ctrl('KeyZ')],
    menu: 'edit',
    notInFields: true,
  },
  {
    id: 'change.redo',
    title: 'command.redo',
    group: 'app',
    icon: 'redo',
    keys: [ctrl('KeyY'), ctrlShift('KeyZ')],
    menu: 'edit',
    notInFields: true,
  },
  {
    id: 'palette.open',
    title: 'palette.title',
    group: 'app',
    icon: 'palette',
    keys: [ctrl('KeyK')],
    menu: 'view',
  },
  {
    id: 'import.open',
    title: 'import.command',
    group: 'app',
    icon: 'import',
    keys: [ctrl('KeyO')],
    menu: 'file',
  },
  {
    id: 'import.text',
    title: 'import.paste',
    group: 'app',
    icon: 'paste',
    keys: [],
    menu: 'file',
  },
  {
    id: 'search.focus',
    title: 'command.search',
    group: 'app',
    icon: 'search',
    keys: [key('Slash'), ctrlShift('KeyF'), quiet(ctrl('KeyF'))],
    menu: 'edit',
  },
  {
    id: 'theme.next',
    title: 'command.themeNext',
    group: 'app',
    icon: 'theme',
    keys: [key('KeyD')],
    menu: 'view',
  },
  {
    id: 'go.back',
    title: 'common.back',
    group: 'app',
    icon: 'back',
    keys: [
      { code: 'ArrowRight', alt: true, direction: 'rtl' },
      { code: 'ArrowLeft', alt: true, direction: 'ltr' },
      quiet(key('BrowserBack')),
    ],
    menu: 'go',
    notInFields: true,
  },
  {
    id: 'go.library',
    title: 'nav.library',
    group: 'app',
    icon: 'lib',
    keys: [],
    menu: 'go',
  },
  {
    id: 'go.continue',
    title: 'nav.continue',
    group: 'app',
    icon: 'reading',
    keys: [],
    menu: 'go',
  },
  {
    id: 'go.saved',
    title: 'nav.saved',
    group: 'app',
    icon: 'saved',
    keys: [],
    menu: 'go',
  },
  {
    id: 'go.search',
    title: 'nav.search',
    group: 'app',
    icon: 'search',
    keys: [],
    menu: 'go',
  },
  {
    id: 'go.settings',
    title: 'nav.settings',
    group: 'app',
    icon: 'settings',
    keys: [ctrl('Comma')],
    menu: 'go',
  },
  {
    id: 'go.annotations',
    title: 'nav.annotations',
    group: 'app',
    icon: 'hl',
    keys: [],
    menu: 'go',
  },
  {
    id: 'go.bookmarks',
    title: 'command.goBookmarks',
    group: 'app',
    icon: 'bookmarks',
    keys: [],
    menu: 'go',
  },
  {
    id: 'go.tags',
    title: 'command.goTags',
    group: 'app',
    icon: 'tags',
    keys: [],
    menu: 'go',
  },
  {
    id: 'item.rename',
    title: 'command.rename',
    group: 'list',
    icon: 'note',
    keys: [key('F2')],
    keyOnly: true,
  },
  {
    id: 'region.next',
    title: 'command.regionNext',
    group: 'app',
    icon: 'down',
    keys: [key('F6')],
    keyOnly: true,
  },
  {
    id: 'region.previous',
    title: 'command.regionPrevious',
    group: 'app',
    icon: 'up',
    keys: [shift('F6')],
    keyOnly: true,
  },
  {
    id: 'help.open',
    title: 'shortcuts.title',
    group: 'app',
    icon: 'help',
    keys: [key('F1'), shift('Slash')],
    menu: 'help',
  },
] as const satisfies readonly CommandRow[];

export type CommandId = (typeof COMMANDS)[number]['id'];
/** Names of the icons that the window must have. */
export type CommandIcon = (typeof COMMANDS)[number]['icon'];
export type Command = CommandRow & { readonly id: CommandId; readonly icon: CommandIcon };

export const COMMAND_IDS: readonly CommandId[] = COMMANDS.map(({ id }) => id);

/** The row of a command. */
export function commandRow(id: CommandId): Command {
  // Every id is the id of a row: the type is made from the rows.
  return COMMANDS.find((row) => row.id === id) as Command;
}

/** The shortcuts of a command that are shown in this direction, the first of them best. */
export function shownShortcuts(id: CommandId, direction: 'rtl' | 'ltr'): readonly Shortcut[] {
  return commandRow(id).keys.filter(
    (shortcut) => !shortcut.quiet && (shortcut.direction ?? direction) === direction,
  );
}
