import { useEffect, useState } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { type SaveState, createAutosave } from './autosave.ts';
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
  const [session] = useState(() => createSession(annotation, save, setState));

  useEffect(() => session.open(), [session]);

  return {
    text,
    state,
    change: (next) => {
      setText(next);
      session.change(next);
    },
    flush: session.flush,
  };
}

interface Session {
  /** Begins; returns what ends it with a last save. */
  readonly open: () => () => void;
  readonly change: (text: string) => void;
  readonly flush: () => void;
}

/** The saving of one note while its editor is open, and of what is left when it closes. */
function createSession(
  annotation: Annotation,
  save: (note: string) => Promise<unknown>,
  onState: (state: SaveState) => void,
): Session {
  const { id, note } = annotation;
  let isOpen = true;
  const autosave = createAutosave({
    initial: note,
    save,
    onState: (state) => {
      if (state.kind === 'saved') unsavedNotes.drop(annotation);
      if (isOpen) onState(state);
      else tellFailure(state);
    },
  });
  const change = (text: string): void => {
    unsavedNotes.keep(annotation, text);
    autosave.change(text);
  };
  return {
    change,
    flush: autosave.flush,
    open: () => {
      isOpen = true;
      const stop = flushOnLeave(autosave.flush);
      const left = unsavedNotes.get(id);
      if (left !== undefined) change(left);
      return () => {
        isOpen = false;
        stop();
        autosave.flush();
      };
    },
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
