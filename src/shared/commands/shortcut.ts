import { ARABIC_101 } from './arabic-keys.ts';

/** Keys of one shortcut. The key goes by its place on the keyboard, whatever layout is on. */
export interface Shortcut {
  /** `KeyboardEvent.code`. */
  readonly code: string;
  /** Ctrl; Cmd on macOS. */
  readonly command?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** Only where the interface runs in this direction. */
  readonly direction?: 'rtl' | 'ltr';
  /** Works, but is shown nowhere: a second way to the same. */
  readonly quiet?: true;
}

/** The parts of a key event that a shortcut is compared with. */
export interface KeyStroke {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the keys are pressed. */
export interface Keyboard {
  readonly mac: boolean;
  readonly direction: 'rtl' | 'ltr';
}

/** True when the keys pressed are exactly those of the shortcut. */
export function matchesShortcut(
  shortcut: Shortcut,
  stroke: KeyStroke,
  { mac, direction }: Keyboard,
): boolean {
  const command = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  return (
    shortcut.code === stroke.code &&
    (shortcut.command ?? false) === command &&
    !other &&
    (shortcut.shift ?? false) === stroke.shiftKey &&
    (shortcut.alt ?? false) === stroke.altKey &&
    (shortcut.direction ?? direction) === direction
  );
}

/** A letter, digit or sign alone or with Shift: what can be pressed by accident or by voice control. */
export function isSingleKey({ code, command, alt }: Shortcut): boolean {
  return !command && !alt && /^(Key|Digit|Slash)/.test(code);
}

/** Function keys and keys with Ctrl or Cmd mean the same while one types; all others are for the text. */
export function worksWhileTyping({ code, command }: Shortcut): boolean {
  return command === true || /^F\d+$/.test(code);
}

/** Caps as they are printed on the keys, modifiers first: `['Ctrl', 'Shift', 'A']`. */
export function keyCaps(shortcut: Shortcut, mac: boolean): readonly string[] {
  return [
    ...(shortcut.command ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(shortcut.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shortcut.shift ? [mac ? '⇧' : 'Shift'] : []),
    capOf(shortcut.code),
  ];
}

/** The letter that the Arabic 101 layout has on the key, if it has one. */
export const arabicLetter = ({ code }: Shortcut): string | null => ARABIC_101[code] ?? null;

/** In the form of `aria-keyshortcuts`: `Control+Shift+A`. */
export function ariaShortcut(shortcut: Shortcut, mac: boolean): string {
  return join(shortcut, mac ? 'Meta' : 'Control', ARIA_KEYS[shortcut.code] ?? capOf(shortcut.code));
}

/** In the form of Electron's accelerators: `CommandOrControl+Shift+A`. */
export function accelerator(shortcut: Shortcut): string {
  const key = ACCELERATOR_KEYS[shortcut.code] ?? capOf(shortcut.code);
  return join(shortcut, 'CommandOrControl', key);
}

const join = ({ command, alt, shift }: Shortcut, commandName: string, key: string): string =>
  [
    ...(command ? [commandName] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    key,
  ].join('+');

const capOf = (code: string): string => CAPS[code] ?? /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? code;

const CAPS: Readonly<Record<string, string>> = {
  Slash: '/',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

const ARIA_KEYS: Readonly<Record<string, string>> = {
  Escape: 'Escape',
  PageDown: 'PageDown',
  PageUp: 'PageUp',
  ArrowLeft: 'ArrowLeft',
  ArrowRight: 'ArrowRight',
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
};

const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  PageDown: 'PageDown',
  PageUp: 'PageUp',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
};
