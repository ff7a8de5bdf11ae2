import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { LabelField } from '#renderer/ui/LabelField.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import { tagsInNote } from '#shared/arabic/note-tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { SaveChange } from '../use-annotation-draft.ts';
import { offerTags } from './tag-field-requests.ts';
import { useKnownTags } from './use-known-tags.ts';

interface NoteTagsProps {
  readonly annotation: PlacedAnnotation;
  /** The present note in the editor, because its `#words` are tags, too. */
  readonly note: string;
  readonly save: SaveChange;
}

/** The tags of one highlight below its note. Each change is saved at once. */
export function NoteTags({ annotation, note, save }: NoteTagsProps) {
  const { id } = annotation;
  const known = useKnownTags();
  const field = useRef<HTMLInputElement>(null);
  const [tags, change] = useSavedTags(annotation, save);
  const written = useMemo(() => tagsInNote(note), [note]);
  useEffect(() => offerTags(id, () => field.current?.focus()), [id]);
  return (
    <LabelField
      label={translate('tags.label')}
      values={tags}
      fixed={written}
      fixedHint={translate('tags.inNote')}
      known={known}
      describeNew={(label) => translate('tags.new', { label })}
      inputRef={field}
      onChange={change}
    />
  );
}

/** The tags as they were sent to be saved, so that a tag that is added right after another one does not remove it. */
function useSavedTags(annotation: PlacedAnnotation, save: SaveChange) {
  const [tags, setTags] = useState<readonly string[]>(annotation.tags);
  const underWay = useRef(0);
  const saved = useRef(annotation.tags);
  useEffect(() => {
    saved.current = annotation.tags;
    if (underWay.current === 0) setTags(annotation.tags);
  }, [annotation.tags]);

  const change = (next: readonly string[]): void => {
    setTags(next);
    void attempt(async () => {
      underWay.current += 1;
      try {
        await save({ tags: [...next] }, { label: 'undo.tags' });
      } catch (error) {
        // After a failure the screen shows the tags that are saved.
        setTags(saved.current);
        throw error;
      } finally {
        underWay.current -= 1;
      }
    });
  };
  return [tags, change] as const;
}
