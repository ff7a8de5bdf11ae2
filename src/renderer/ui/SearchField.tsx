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
  /** The shortcut that leads to the field. It is shown while the field is empty. */
  readonly hint?: string;
  readonly large?: boolean;
  /** Makes this the field that the search shortcut leads to on its page. */
  readonly pageSearch?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A search field with a magnifier and a button that empties it. */
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
  /**
   * Escape empties the field, as in the browser. In an empty field it moves the focus out, so that the shortcuts of
   * the page work.
   */
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
        // The focus may be set here, because a search page is opened to type.
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
