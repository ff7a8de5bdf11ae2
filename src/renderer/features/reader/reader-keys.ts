import type { Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';

/** What a key does in the reader. */
export type ReaderCommand =
  | { readonly kind: 'highlight'; readonly meaning: Meaning }
  | {
      readonly kind:
        | 'highlight-again'
        | 'note'
        | 'remove'
        | 'bookmark'
        | 'panel'
        | 'open-find'
        | 'start-selecting'
        | 'enter-toolbar'
        | 'escape';
    }
  | {
      readonly kind: 'next-highlight' | 'next-place' | 'next-block' | 'resize';
      readonly by: 1 | -1;
    }
  | { readonly kind: 'original-size' }
  | {
      readonly kind: 'extend';
      readonly direction: 'left' | 'right' | 'forward' | 'backward';
      readonly by: 'word' | 'line';
    }
  | { readonly kind: 'end-selecting' | 'leave-selecting' };

/** The parts of a key event that decide; keys go by their place (`event.code`). */
export interface ReaderStroke {
  readonly code: string;
  readonly shiftKey: boolean;
  /** Ctrl, or Cmd on macOS, without Alt. */
  readonly command: boolean;
  /** No modifier but perhaps Shift, and the focus is not in something that takes text. */
  readonly single: boolean;
  /** The selection mode is on. */
  readonly selecting: boolean;
  /** The selection toolbar is on the screen, and the focus is in the text. */
  readonly beforeToolbar: boolean;
}

type Row = readonly [code: string, command: ReaderCommand];

const WITH_COMMAND: readonly Row[] = [
  ['KeyF', { kind: 'open-find' }],
  ['Equal', { kind: 'resize', by: 1 }],
  ['NumpadAdd', { kind: 'resize', by: 1 }],
  ['Minus', { kind: 'resize', by: -1 }],
  ['NumpadSubtract', { kind: 'resize', by: -1 }],
  ['Digit0', { kind: 'original-size' }],
];

const WHILE_SELECTING: readonly Row[] = [
  ['ArrowLeft', { kind: 'extend', direction: 'left', by: 'word' }],
  ['ArrowRight', { kind: 'extend', direction: 'right', by: 'word' }],
  ['ArrowDown', { kind: 'extend', direction: 'forward', by: 'line' }],
  ['ArrowUp', { kind: 'extend', direction: 'backward', by: 'line' }],
  ['Enter', { kind: 'end-selecting' }],
  ['Escape', { kind: 'leave-selecting' }],
];

const SINGLE: readonly Row[] = [
  ...MEANINGS.map((meaning, index): Row => [`Digit${index + 1}`, { kind: 'highlight', meaning }]),
  ['KeyH', { kind: 'highlight-again' }],
  ['KeyE', { kind: 'note' }],
  ['Delete', { kind: 'remove' }],
  ['KeyB', { kind: 'bookmark' }],
  ['KeyA', { kind: 'panel' }],
  ['KeyV', { kind: 'start-selecting' }],
  ['KeyJ', { kind: 'next-block', by: 1 }],
  ['KeyK', { kind: 'next-block', by: -1 }],
  ['Escape', { kind: 'escape' }],
];

/** Into the toolbar, rather than past every mark of the text. */
const ENTERS_TOOLBAR = ['F6', 'Tab'];

const find = (rows: readonly Row[], code: string): ReaderCommand | null =>
  rows.find(([key]) => key === code)?.[1] ?? null;

/** The command of a key in the reader, or `null`. */
export function readerCommand(stroke: ReaderStroke): ReaderCommand | null {
  const by = stroke.shiftKey ? -1 : 1;
  if (stroke.code === 'F3') return { kind: 'next-place', by };
  if (stroke.command && stroke.shiftKey) return stroke.code === 'KeyA' ? { kind: 'panel' } : null;
  if (stroke.command) return find(WITH_COMMAND, stroke.code);
  if (!stroke.single) return null;
  if (stroke.beforeToolbar && !stroke.shiftKey && ENTERS_TOOLBAR.includes(stroke.code))
    return { kind: 'enter-toolbar' };
  if (stroke.selecting) {
    const command = find(WHILE_SELECTING, stroke.code);
    if (command) return command;
  }
  if (stroke.code === 'KeyL') return { kind: 'next-highlight', by };
  return stroke.shiftKey ? null : find(SINGLE, stroke.code);
}
