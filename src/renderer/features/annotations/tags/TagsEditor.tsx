import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { MAX_TAGS, MAX_TAG_UTF16 } from '#shared/domain/limits.ts';
import { tidyTags } from '#shared/arabic/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { completeTag } from './complete-tag.ts';
import styles from './TagsEditor.module.css';

interface TagsEditorProps {
  readonly tags: readonly string[];
  /** Every tag of the library, the most used first. */
  readonly known: readonly string[];
  readonly onChange: (tags: string[]) => void;
}

/** Tags as chips that can be taken away, and a field that completes new ones. */
export function TagsEditor({ tags, known, onChange }: TagsEditorProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  // After the dialog has given the focus to its first button.
  useEffect(() => field.current?.focus(), []);
  const offered = completeTag(typed, known, tags);
  const isFull = tags.length >= MAX_TAGS;

  function add(tag: string): void {
    setTyped('');
    setAt(-1);
    const next = tidyTags([...tags, tag]);
    if (next.length > tags.length) onChange(next);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      const by = event.code === 'ArrowDown' ? 1 : -1;
      setAt((now) => Math.max(-1, Math.min(offered.length - 1, now + by)));
    } else if (event.key === 'Enter' || event.key === '،' || event.key === ',') {
      add(offered[at] ?? typed);
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    } else return;
    event.preventDefault();
  }

  return (
    <div>
      <ul className={styles.tags} aria-label={translate('tags.label')}>
        {tags.map((tag) => (
          <li key={tag} className={styles.tag}>
            <bdi>{tag}</bdi>
            <IconButton
              small
              icon="x"
              label={translate('tags.remove', { tag })}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.entry}>
        <input
          ref={field}
          className={styles.field}
          // An empty field has no direction of its own: it follows the interface.
          dir={typed === '' ? undefined : 'auto'}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
          aria-label={translate('tags.new')}
          placeholder={translate('tags.placeholder')}
          maxLength={MAX_TAG_UTF16}
          disabled={isFull}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(-1);
          }}
          onKeyDown={handleKeyDown}
        />
        <Button small kind="outline" disabled={typed.trim() === ''} onClick={() => add(typed)}>
          {translate('tags.add')}
        </Button>
      </div>
      <ul
        id={listId}
        role="listbox"
        aria-label={translate('tags.offered')}
        className={styles.offered}
      >
        {offered.map((tag, index) => (
          <li
            key={tag}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => add(tag)}
          >
            <bdi>{tag}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
