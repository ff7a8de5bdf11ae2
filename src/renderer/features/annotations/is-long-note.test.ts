import { describe, expect, it } from 'vitest';
import { isLongNote } from './is-long-note.ts';

describe('isLongNote', () => {
  it('shows notes of a few lines whole', () => {
    expect(isLongNote('ملاحظة قصيرة', 'card')).toBe(false);
    expect(isLongNote('سطر\n'.repeat(7).trim(), 'card')).toBe(false);
    expect(isLongNote('كلمة '.repeat(60), 'card')).toBe(false);
  });

  it('shows a note whole on a page that it folds in a card', () => {
    const note = 'كلمة '.repeat(100);
    expect(isLongNote(note, 'card')).toBe(true);
    expect(isLongNote(note, 'page')).toBe(false);
    expect(isLongNote('كلمة '.repeat(600), 'page')).toBe(true);
  });

  it('folds a note that is long by its letters or by its lines', () => {
    expect(isLongNote('كلمة '.repeat(600), 'card')).toBe(true);
    expect(isLongNote('سطر\n'.repeat(30), 'card')).toBe(true);
  });
});
