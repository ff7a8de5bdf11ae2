import { describe, expect, it } from 'vitest';
import { type Picture, fourLooks, look, missingPairs } from '../../scripts/pictures/looks.ts';

const all = (scenes: readonly string[]): Picture[] =>
  scenes.flatMap((scene, turn) => fourLooks(turn).map((each) => ({ scene, ...each })));

describe('the looks of the pictures', () => {
  it('cover every pair with four pictures of each of three screens', () => {
    const screens = ['library', 'reader', 'search'];

    expect(missingPairs(all(screens), screens)).toEqual([]);
  });

  it('are incomplete when one picture of a screen is missing', () => {
    const pictures = all(['library', 'reader']).filter(
      ({ scene, theme }) => scene !== 'reader' || theme !== 'dark',
    );

    expect(missingPairs(pictures, ['library', 'reader'])).toContain('reader × dark');
  });

  it('are light, wide and Arabic by default', () => {
    expect(look('dark en')).toEqual({ theme: 'dark', size: '1280x800', language: 'en' });
  });
});
