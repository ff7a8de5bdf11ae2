import { describe, expect, it } from 'vitest';
import { type ReaderStroke, readerCommand } from './reader-keys.ts';

const stroke = (code: string, changes: Partial<ReaderStroke> = {}): ReaderStroke => ({
  code,
  shiftKey: false,
  command: false,
  single: true,
  selecting: false,
  beforeToolbar: false,
  ...changes,
});

describe('readerCommand', () => {
  it('gives the five meanings to the five digits', () => {
    expect(readerCommand(stroke('Digit2'))).toEqual({ kind: 'highlight', meaning: 'fact' });
    expect(readerCommand(stroke('Digit5'))).toEqual({ kind: 'highlight', meaning: 'followup' });
    expect(readerCommand(stroke('Digit6'))).toBeNull();
  });

  it('moves by words along the line in the selection mode, and only there', () => {
    expect(readerCommand(stroke('ArrowLeft', { selecting: true }))).toMatchObject({ by: 'word' });
    expect(readerCommand(stroke('ArrowLeft'))).toBeNull();
    expect(readerCommand(stroke('Escape', { selecting: true }))).toEqual({
      kind: 'leave-selecting',
    });
  });

  it('goes into the toolbar with Tab or F6 while it stands over the text', () => {
    for (const code of ['Tab', 'F6']) {
      expect(readerCommand(stroke(code, { beforeToolbar: true }))).toEqual({
        kind: 'enter-toolbar',
      });
      expect(readerCommand(stroke(code))).toBeNull();
    }
  });

  it('leaves letters alone while a note is written', () => {
    expect(readerCommand(stroke('KeyH', { single: false }))).toBeNull();
    expect(readerCommand(stroke('Delete', { single: false }))).toBeNull();
  });

  it('finds with Ctrl+F and goes on with F3 from everywhere', () => {
    expect(readerCommand(stroke('KeyF', { command: true, single: false }))).toEqual({
      kind: 'open-find',
    });
    expect(readerCommand(stroke('F3', { single: false, shiftKey: true }))).toEqual({
      kind: 'next-place',
      by: -1,
    });
  });
});
