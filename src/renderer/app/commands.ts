import { LIBRARY, type Route } from '#renderer/routes/route.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { THEMES } from '#shared/domain/choices.ts';

/** What the shell's keys do. The reader has its own keys for what is in an article. */
export type ShellCommand =
  | { readonly kind: 'go'; readonly to: Route }
  | { readonly kind: 'focus-search' }
  | { readonly kind: 'next-theme' }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'next-region'; readonly by: 1 | -1 }
  | { readonly kind: 'back' };

/** The parts of a key event that decide; keys go by their place (`event.code`). */
export interface KeyStroke {
  readonly code: string;
  readonly shiftKey: boolean;
  /** Ctrl, or Cmd on macOS, without Alt. */
  readonly command: boolean;
  readonly altKey: boolean;
  /** No modifier but perhaps Shift, and the focus is not in something that takes text. */
  readonly single: boolean;
}

export function commandFor(key: KeyStroke, page: Route['page'], rtl: boolean): ShellCommand | null {
  if (key.code === 'F6') return { kind: 'next-region', by: key.shiftKey ? -1 : 1 };
  if (key.command && key.shiftKey && key.code === 'KeyF') return { kind: 'focus-search' };
  if (key.command && key.code === 'KeyF' && page !== 'article') return { kind: 'focus-search' };
  if (key.altKey && key.code === (rtl ? 'ArrowRight' : 'ArrowLeft')) return { kind: 'back' };
  if (!key.single || key.altKey) return null;
  return singleKeyCommand(key, page);
}

function singleKeyCommand(key: KeyStroke, page: Route['page']): ShellCommand | null {
  const inList = page !== 'article';
  switch (key.code) {
    case 'Slash':
      return key.shiftKey ? null : { kind: 'focus-search' };
    case 'KeyD':
      return { kind: 'next-theme' };
    case 'KeyJ':
      return inList ? { kind: 'move', by: 1 } : null;
    case 'KeyK':
      return inList ? { kind: 'move', by: -1 } : null;
    case 'Escape':
      return page === 'search' ? { kind: 'go', to: LIBRARY } : null;
    default:
      return null;
  }
}

/** Light, dark, by the system, and around. */
export function nextTheme(theme: Settings['theme']): Settings['theme'] {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
