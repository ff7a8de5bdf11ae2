import { describe, expect, it } from 'vitest';
import { THEMES } from '#shared/domain/choices.ts';
import { nextTheme } from './next-theme.ts';

describe('nextTheme', () => {
  it('goes through every theme and wraps around', () => {
    expect(THEMES.map(nextTheme)).toEqual([...THEMES.slice(1), THEMES[0]]);
  });
});
