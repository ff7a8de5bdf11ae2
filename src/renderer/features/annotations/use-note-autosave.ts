import { useEffect, useState } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { translate } from '#shared/i18n/translate.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { type SaveState, createAutosave } from './autosave.ts';
import { unsavedNotes } from './unsaved-notes.ts';
import type { SaveChange } from './use-annotation-draft.ts';

/**
 * The text of a note that is being written, and the state of its saving. The state is `null` until something is
 * written.
 */
export interface NoteAutosave {
  readonly text: string;
  readonly state: SaveState | null;
  readonly change: (text: string) => void;
  readonly flush: () => void;
  /** Forgets an unsaved text, because the highlight is being removed. */
  readonly drop: () => void;
}

/** Saves a note after a pause in typing, and when the reader leaves the field, the panel or the window. */
export function useNoteAutosave(annotation: Annotation, save: SaveChange): NoteAutosave {
  const { id, note } = annotation;
  const [text, setText] = useState(() => unsavedNotes.get(id) ?? note);
  const [state, setState] = useState<SaveState | null>(null);
  const [session] = useState(() => createSession(annotation, save, setState));

  const [seen, setSeen] = useState(note);
  // Undo or another part of the window may change the note while it is open here.
  if (note !== seen) {
    setSeen(note);
    if (session.follow(note)) setText(note);
  }

  useEffect(() => session.open(), [session]);

  return {
    text,
    state,
    change: (next) => {
      setText(next);
      session.change(next);
    },
    flush: session.flush,
    drop: session.drop,
  };
}

interface Session {
  /** Starts the session. @returns the function that ends it with a last save */
  readonly open: () => () => void;
  readonly change: (text: string) => void;
  readonly flush: () => void;
  readonly drop: () => void;
  /** Takes a note that was saved elsewhere. @returns false when the text in the editor is not saved yet */
  readonly follow: (note: string) => boolean;
}

/** Saves one note while its editor is open, and what is unsaved when it closes. */
function createSession(
  annotation: Annotation,
  save: SaveChange,
  onState: (state: SaveState) => void,
): Session {
  const { id, note } = annotation;
  let isOpen = true;
  // Everything that is written in one opening of the editor is one step of undo.
  const name = { label: 'undo.note', key: `note ${id} ${crypto.randomUUID()}` } as const;
  const autosave = createAutosave({
    initial: note,
    save: (text) => save({ note: text }, name),
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
    follow: autosave.follow,
    drop: () => {
      autosave.drop();
      unsavedNotes.drop(annotation);
    },
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

/** Shows a message when a save fails after its editor was closed. */
function tellFailure(state: SaveState): void {
  if (state.kind !== 'failed') return;
  showToast({ text: translate('ann.saveFailed', { failure: describeFailure(state.error) }) });
}
