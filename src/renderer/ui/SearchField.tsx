import type { KeyboardEvent, KeyboardEventHandler, Ref } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement> | undefined;
  readonly placeholder?: string;
  /** A key that leads here, shown while the field is empty. */
  readonly hint?: string;
  readonly large?: boolean;
  /** The field that the search key leads to on this page. */
  readonly pageSearch?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field to search in: magnifier, text, and a button that empties it. */
export function SearchField({
  label,
  value,
  onChange,
  onKeyDown,
  placeholder,
  hint,
  large = false,
  pageSearch = false,
  autoFocus = false,
  inputRef,
}: SearchFieldProps) {
  /** Escape empties the field, as the browser has it; from the empty field it leads out, to the keys of the page. */
  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.key !== 'Escape' || value !== '') return;
    event.currentTarget.blur();
    event.stopPropagation();
  }

  return (
    <div className={large ? `${styles.field} ${styles.large}` : styles.field}>
      <Icon name="search" />
      <input
        ref={inputRef}
        type="search"
        data-page-search={pageSearch ? '' : undefined}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        // A search page is opened to type in it.
        autoFocus={autoFocus}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={handleKeyDown}
      />
      {value === '' && hint && <kbd className={styles.hint}>{hint}</kbd>}
      {value !== '' && (
        <IconButton small icon="x" label={translate('common.clear')} onClick={() => onChange('')} />
      )}
    </div>
  );
}
