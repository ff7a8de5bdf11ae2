import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { type Autosave, type SaveState, createAutosave } from './autosave.ts';
import { failureCode } from './failure-code.ts';
import { unsavedNotes } from './unsaved-notes.ts';

/** The text of a note under the hand, and how far its saving has come (`null`: nothing was written). */
export interface NoteAutosave {
  readonly text: string;
  readonly state: SaveState | null;
  readonly change: (text: string) => void;
  readonly flush: () => void;
}

/** Saves a note by itself: when the keys rest, on leaving the field, the panel or the window. */
export function useNoteAutosave(
  annotation: Annotation,
  save: (note: string) => Promise<unknown>,
): NoteAutosave {
  const { id, note } = annotation;
  const [text, setText] = useState(() => unsavedNotes.get(id) ?? note);
  const [state, setState] = useState<SaveState | null>(null);
  const saveNow = useRef(save);
  const open = useRef(true);
  const [autosave] = useState<Autosave>(() =>
    createAutosave({
      initial: note,
      save: (sent) => saveNow.current(sent).then(() => unsavedNotes.saved(id, sent)),
      onState: (next) => (open.current ? setState(next) : tellFailure(next)),
    }),
  );

  useEffect(() => {
    saveNow.current = save;
  }, [save]);

  useEffect(() => {
    open.current = true;
    const { flush } = autosave;
    const stop = flushOnLeave(flush);
    const left = unsavedNotes.get(id);
    if (left !== undefined) autosave.change(left);
    return () => {
      open.current = false;
      stop();
      flush();
    };
  }, [autosave, id]);

  return {
    text,
    state,
    change(next) {
      setText(next);
      unsavedNotes.keep(id, next);
      autosave.change(next);
    },
    flush: () => autosave.flush(),
  };
}

function flushOnLeave(flush: () => void): () => void {
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', onHide);
  return () => {
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', onHide);
  };
}

/** A save that fails after its editor closed is told in a toast. */
function tellFailure(state: SaveState): void {
  if (state.kind !== 'failed') return;
  showToast({ text: translate('ann.saveFailed', { code: failureCode(state.error) }) });
}
