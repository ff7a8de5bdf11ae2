import { describe, expect, it } from 'vitest';
import { isLongNote } from './is-long-note.ts';

describe('isLongNote', () => {
  it('leaves notes of some lines whole', () => {
    expect(isLongNote('ملاحظة قصيرة')).toBe(false);
    expect(isLongNote('سطر\n'.repeat(7).trim())).toBe(false);
    expect(isLongNote('كلمة '.repeat(60))).toBe(false);
  });

  it('folds what is long by its letters or by its lines', () => {
    expect(isLongNote('كلمة '.repeat(600))).toBe(true);
    expect(isLongNote('سطر\n'.repeat(30))).toBe(true);
  });
});
