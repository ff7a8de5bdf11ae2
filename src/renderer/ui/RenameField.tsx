import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './RenameField.module.css';

interface RenameFieldProps {
  readonly label: string;
  readonly value: string;
  /** The longest name, in UTF-16 units. */
  readonly maxLength: number;
  /** Ends the renaming, with the new name or with `null` when nothing changed. */
  readonly onDone: (name: string | null) => void;
}

/**
 * A field in the place of a name that is being changed. Enter and leaving the field keep the new name, and Escape
 * drops it.
 */
export function RenameField({ label, value, maxLength, onDone }: RenameFieldProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => field.current?.select(), []);

  function end(name: string | null): void {
    // Enter removes the field, which also causes a blur, so the second end is ignored.
    if (isDone.current) return;
    isDone.current = true;
    onDone(name);
  }
  const changed = (): string | null => {
    const name = text.replaceAll(/\s+/gu, ' ').trim();
    return name === value ? null : name;
  };
  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    end(event.key === 'Enter' ? changed() : null);
  }

  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      maxLength={maxLength}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={handleKeyDown}
      onBlur={() => end(changed())}
    />
  );
}
