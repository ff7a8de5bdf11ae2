import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useLibrary } from '#renderer/bridge/queries.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { useModal } from '#renderer/ui/Dialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyCaps } from '#renderer/ui/KeyCaps.tsx';
import { announce } from '#renderer/ui/live.ts';
import { workingShortcuts } from '#renderer/ui/shortcuts.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type Choice, listChoices } from './choices.ts';
import { keepSelection } from './keep-selection.ts';
import styles from './Palette.module.css';

/** A dialog that finds commands and articles by name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const dialog = useModal();
  const { typed, type, choices, chosen, idOf, listId, take, handleKeyDown } = usePalette(() =>
    dialog.current?.close(),
  );
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={translate('palette.title')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <Field
        listId={listId}
        activeId={chosen && idOf(chosen)}
        typed={typed}
        onType={type}
        onKeyDown={handleKeyDown}
      />
      {choices.length === 0 && <p className={styles.none}>{translate('palette.none')}</p>}
      <div
        id={listId}
        role="listbox"
        aria-label={translate('palette.title')}
        className={`${styles.list} scroll`}
      >
        {(['commands', 'items'] as const).map((section) => (
          <Section
            key={section}
            title={translate(`palette.${section}`)}
            choices={choices.filter((choice) => choice.section === section)}
            chosen={chosen}
            idOf={idOf}
            onTake={take}
          />
        ))}
      </div>
    </dialog>
  );
}

/** The typed text, the choices that fit, the selected one, and the keys. @param close closes the dialog */
function usePalette(close: () => void) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { data: articles } = useLibrary();
  // The selection is kept before the field takes the focus, because it decides which commands can run.
  const [restoreSelection] = useState(keepSelection);
  const [listAll] = useState(listChoices);
  const choices = useMemo(() => listAll(articles ?? [], typed), [listAll, articles, typed]);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const listId = useId();
  const idOf = (choice: Choice): string => `${listId}-${choice.key}`;

  useEffect(() => announce(translate('palette.count', { n: choices.length })), [choices.length]);
  useEffect(() => {
    if (chosen) document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' });
  });

  function take(choice: Choice | undefined): void {
    if (!choice) return;
    close();
    restoreSelection();
    choice.run();
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = choices.length - 1;
    if (event.code === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.code === 'ArrowUp') setAt(at <= 0 ? Math.max(0, last) : at - 1);
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') take(chosen);
    else return;
    event.preventDefault();
  }

  function type(text: string): void {
    setTyped(text);
    setAt(0);
  }

  return { typed, type, choices, chosen, idOf, listId, take, handleKeyDown };
}

interface FieldProps {
  readonly listId: string;
  /** The id of the selected choice; `undefined` when there is none. */
  readonly activeId: string | undefined;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ listId, activeId, typed, onType, onKeyDown }: FieldProps) {
  return (
    <div className={styles.field}>
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={translate('palette.placeholder')}
        placeholder={translate('palette.placeholder')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd>Esc</kbd>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice | undefined;
  readonly idOf: (choice: Choice) => string;
  readonly onTake: (choice: Choice) => void;
}

function Section({ title, choices, chosen, idOf, onTake }: SectionProps) {
  if (choices.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <div className={styles.section} aria-hidden="true">
        {title}
      </div>
      {choices.map((choice) => (
        <div
          key={choice.key}
          id={idOf(choice)}
          role="option"
          aria-selected={choice === chosen}
          className={styles.choice}
          dir={choice.direction}
          onClick={() => onTake(choice)}
        >
          <Icon name={choice.icon} />
          <span className={styles.title}>
            <Bidi text={choice.title} />
          </span>
          {choice.detail && (
            <span className={styles.detail} dir="auto">
              <Bidi text={choice.detail} />
            </span>
          )}
          {choice.command &&
            workingShortcuts(choice.command)
              .slice(0, 1)
              .map((shortcut) => <KeyCaps key={shortcut.code} shortcut={shortcut} />)}
        </div>
      ))}
    </div>
  );
}
