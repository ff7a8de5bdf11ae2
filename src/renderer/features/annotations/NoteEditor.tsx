import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { MAX_NOTE_UTF16 } from '#shared/domain/limits.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { describeFailure } from '#renderer/bridge/save-failure.ts';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import type { SaveState } from './autosave.ts';
import type { SaveChange } from './use-annotation-draft.ts';
import { NoteTags } from './tags/NoteTags.tsx';
import { useNoteAutosave } from './use-note-autosave.ts';
import styles from './NoteEditor.module.css';

interface NoteEditorProps {
  readonly annotation: PlacedAnnotation;
  readonly save: SaveChange;
  readonly onClose: () => void;
}

/** The editor of a note in the card of its highlight. It saves by itself and never loses a text. */
export function NoteEditor({ annotation, save, onClose }: NoteEditorProps) {
  const { text, state, change, flush, drop } = useNoteAutosave(annotation, save);
  const field = useNoteField(text);

  const done = (): void => {
    flush();
    onClose();
  };
  const remove = (): void => {
    drop();
    onClose();
    const name = { label: 'undo.removeNote', toast: translate('ann.noteDeleted') } as const;
    if (text !== '') void attempt(() => save({ note: '' }, name, text));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const entered = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const closes = event.key === 'Escape' || entered;
    if (!closes) return;
    event.preventDefault();
    event.stopPropagation();
    done();
  };

  return (
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <textarea
        ref={field}
        className={`${styles.field} scroll`}
        // An empty field follows the direction of the interface, because it has no text that gives one.
        dir={text === '' ? undefined : 'auto'}
        rows={3}
        value={text}
        maxLength={MAX_NOTE_UTF16}
        aria-label={translate('ann.noteOf')}
        placeholder={translate('ann.notePlaceholder')}
        onChange={(event) => change(event.target.value)}
        onBlur={flush}
      />
      <NoteTags annotation={annotation} note={text} save={save} />
      <div className={styles.foot}>
        <span role="status" className={state?.kind === 'failed' ? styles.failed : styles.state}>
          {describe(state)}
        </span>
        {state?.kind === 'failed' && (
          <Button kind="outline" small onClick={flush}>
            {translate('common.retry')}
          </Button>
        )}
        <Button kind="danger" small onClick={remove}>
          {translate('ann.deleteNote')}
        </Button>
        <Button kind="primary" small onClick={done}>
          {translate('common.done')}
        </Button>
      </div>
    </div>
  );
}

function describe(state: SaveState | null): string {
  switch (state?.kind) {
    case 'waiting':
    case 'saving':
      return translate('common.saving');
    case 'saved':
      return translate('common.savedAuto');
    case 'failed':
      return translate('ann.saveFailed', { failure: describeFailure(state.error) });
    default:
      return '';
  }
}

/**
 * Focuses the field with the caret at the end, and gives the focus back when the editor closes. The field is as high
 * as its text, up to the limit of its style, from where on it scrolls.
 */
function useNoteField(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    // The scroll height has no border, but the height of the style includes it.
    const border = element.offsetHeight - element.clientHeight;
    element.style.blockSize = `${element.scrollHeight + border}px`;
  }, [text]);
  const before = useRef<Element | null>(null);
  // A layout effect sets the focus before the field is painted, so that letters that are typed at once go into it.
  useLayoutEffect(() => {
    const element = field.current;
    before.current = document.activeElement;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useEffect(
    () => () => {
      const free = document.activeElement === null || document.activeElement === document.body;
      if (free && before.current instanceof HTMLElement && before.current.isConnected)
        before.current.focus();
    },
    [],
  );
  return field;
}
