import { type CommandRow, ctrl, ctrlShift, key, quiet } from './row.ts';

/** Commands for the side panel and for the appearance of the text. */
export const TEXT_ROWS = [
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
] as const satisfies readonly CommandRow[];
