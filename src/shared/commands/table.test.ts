import { describe, expect, it } from 'vitest';
import { type Shortcut, accelerator, ariaShortcut, keyCaps, matchesShortcut } from './shortcut.ts';
import { COMMANDS, COMMAND_IDS, type Command } from './table.ts';

const stroke = (code: string, changes = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...changes,
});
const rtl = { mac: false, direction: 'rtl' } as const;
const rows: readonly Command[] = COMMANDS;

describe('the table of commands', () => {
  it('contains every command once', () => {
    expect(new Set(COMMAND_IDS).size).toBe(COMMAND_IDS.length);
  });

  it('never uses Ctrl+Alt, Alt+Shift or bare modifiers, which keyboards and systems reserve', () => {
    const keys = rows.flatMap((row) => row.keys);
    expect(keys.filter(({ alt, command, shift }) => alt && (command || shift))).toEqual([]);
    expect(keys.filter(({ code }) => /^(Control|Shift|Alt|Meta)/.test(code))).toEqual([]);
  });
});

describe('matchesShortcut', () => {
  const find: Shortcut = { code: 'KeyF', command: true };

  it('compares the position of the key and exactly its modifiers', () => {
    expect(matchesShortcut(find, stroke('KeyF', { ctrlKey: true }), rtl)).toBe(true);
    expect(matchesShortcut(find, stroke('KeyF'), rtl)).toBe(false);
    expect(matchesShortcut(find, stroke('KeyF', { ctrlKey: true, shiftKey: true }), rtl)).toBe(
      false,
    );
    expect(matchesShortcut(find, stroke('KeyF', { ctrlKey: true, altKey: true }), rtl)).toBe(false);
  });

  it('treats Cmd as Ctrl on macOS only', () => {
    const mac = { mac: true, direction: 'rtl' } as const;
    expect(matchesShortcut(find, stroke('KeyF', { metaKey: true }), mac)).toBe(true);
    expect(matchesShortcut(find, stroke('KeyF', { ctrlKey: true }), mac)).toBe(false);
    expect(matchesShortcut(find, stroke('KeyF', { metaKey: true }), rtl)).toBe(false);
  });
});

describe('the written form of a shortcut', () => {
  const panel: Shortcut = { code: 'KeyA', command: true, shift: true };
  const back: Shortcut = { code: 'ArrowRight', alt: true };

  it('suits the help screen, assistive technology and menus', () => {
    expect(keyCaps(panel, false)).toEqual(['Ctrl', 'Shift', 'A']);
    expect(keyCaps(panel, true)).toEqual(['⌘', '⇧', 'A']);
    expect(ariaShortcut(panel, false)).toBe('Control+Shift+A');
    expect(accelerator(panel)).toBe('CommandOrControl+Shift+A');
    expect([keyCaps(back, false), ariaShortcut(back, false), accelerator(back)]).toEqual([
      ['Alt', '→'],
      'Alt+ArrowRight',
      'Alt+Right',
    ]);
  });
});
