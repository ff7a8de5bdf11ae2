import { describe, expect, it } from 'vitest';
import { nextItem } from './menu-keys.ts';

const names = ['نسخ', 'نقل', 'حذف'];
const press = (code: string, at: number, key = code, ctrlKey = false) =>
  nextItem({ code, key, ctrlKey, metaKey: false, altKey: false }, at, names);

describe('nextItem', () => {
  it('wraps around with the arrows, and goes to the ends with Home and End', () => {
    expect(press('ArrowDown', 2)).toBe(0);
    expect(press('ArrowUp', 0)).toBe(2);
    expect(press('ArrowUp', -1)).toBe(2);
    expect(press('Home', 1)).toBe(0);
    expect(press('End', 0)).toBe(2);
  });

  it('finds the next item that begins with a letter', () => {
    expect(press('KeyK', 0, 'ن')).toBe(1);
    expect(press('KeyK', 1, 'ن')).toBe(0);
    expect(press('KeyP', 0, 'ح')).toBe(2);
  });

  it('ignores shortcuts, spaces and letters that no item begins with', () => {
    expect(press('KeyK', 0, 'ن', true)).toBeNull();
    expect(press('Space', 0, ' ')).toBeNull();
    expect(press('KeyX', 0, 'x')).toBeNull();
    expect(press('Enter', 0, 'Enter')).toBeNull();
  });
});
