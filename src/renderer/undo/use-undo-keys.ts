import { useEffect } from 'react';
import { hasCommandKey, isEditable } from '#renderer/ui/keys.ts';
import { redoLast, undoLast } from './undo.ts';

/** Ctrl+Z takes the last change back, Ctrl+Shift+Z and Ctrl+Y do it again; a field has its own undo. */
export function useUndoKeys(): void {
  useEffect(() => {
    function handleKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !hasCommandKey(event) || isEditable(event.target)) return;
      const redo = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey);
      if (!redo && event.code !== 'KeyZ') return;
      event.preventDefault();
      void (redo ? redoLast() : undoLast());
    }
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, []);
}
