import { describe, expect, it } from 'vitest';
import { THEMES } from '#shared/domain/choices.ts';
import { type KeyStroke, commandFor, nextTheme } from './commands.ts';

const key = (code: string, changes: Partial<KeyStroke> = {}): KeyStroke => ({
  code,
  shiftKey: false,
  command: false,
  altKey: false,
  single: true,
  ...changes,
});

describe('commandFor', () => {
  it('leads to the search from everywhere', () => {
    for (const page of ['library', 'search', 'article'] as const) {
      expect(commandFor(key('Slash'), page, true)).toEqual({ kind: 'focus-search' });
      expect(
        commandFor(key('KeyF', { command: true, shiftKey: true, single: false }), page, true),
      ).toEqual({ kind: 'focus-search' });
    }
  });

  it('leaves Ctrl+F and the letters of the reader to the reader', () => {
    expect(commandFor(key('KeyF', { command: true, single: false }), 'article', true)).toBeNull();
    expect(commandFor(key('KeyJ'), 'article', true)).toBeNull();
    expect(commandFor(key('KeyH'), 'article', true)).toBeNull();
  });

  it('does nothing with a letter that is being typed', () => {
    expect(commandFor(key('KeyD', { single: false }), 'library', true)).toBeNull();
    expect(commandFor(key('Slash', { single: false }), 'search', true)).toBeNull();
  });

  it('goes back against the line of reading', () => {
    const alt = { altKey: true, single: false };
    expect(commandFor(key('ArrowRight', alt), 'article', true)).toEqual({ kind: 'back' });
    expect(commandFor(key('ArrowLeft', alt), 'article', true)).toBeNull();
    expect(commandFor(key('ArrowLeft', alt), 'article', false)).toEqual({ kind: 'back' });
  });
});

describe('nextTheme', () => {
  it('goes around', () => {
    expect(THEMES.map((theme) => nextTheme(theme))).toEqual([
      'sepia',
      'dark',
      'contrast',
      'system',
      'light',
    ]);
  });
});
