import { useState } from 'react';
import { Check } from '#renderer/ui/Check.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import type { Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { MAX_MEANING_NAME_UTF16 } from '#shared/domain/limits.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Hint, Section, type SectionProps } from './Section.tsx';
import styles from './SettingsPage.module.css';

/** The names of the meanings, and whether highlights are underlined. */
export function MeaningsSection({ settings, onChange }: SectionProps) {
  const rename = (meaning: Meaning, name: string): void =>
    onChange((now) => {
      const others = Object.entries(now.meaningNames).filter(([key]) => key !== meaning);
      const own = name === '' || name === translate(`hl.role.${meaning}`) ? [] : [[meaning, name]];
      return { meaningNames: Object.fromEntries([...others, ...own]) };
    });
  return (
    <Section title={translate('settings.annotations')}>
      <fieldset className={styles.meanings}>
        <legend>{translate('settings.meanings')}</legend>
        {MEANINGS.map((meaning) => (
          <MeaningField
            key={meaning}
            meaning={meaning}
            name={settings.meaningNames[meaning] ?? ''}
            onRename={(name) => rename(meaning, name)}
          />
        ))}
      </fieldset>
      <Hint>{translate('settings.meaningsHint')}</Hint>
      <Check
        checked={settings.highlightLines}
        hint={translate('settings.hlLinesHint')}
        onChange={(highlightLines) => onChange({ highlightLines })}
      >
        {translate('settings.hlLines')}
      </Check>
    </Section>
  );
}

interface MeaningFieldProps {
  readonly meaning: Meaning;
  readonly name: string;
  readonly onRename: (name: string) => void;
}

/**
 * A field for the name of a meaning. The name is saved when the focus leaves, because half a name is of no use. Escape
 * drops what was typed, and moves the focus out of an unchanged field.
 */
function MeaningField({ meaning, name, onRename }: MeaningFieldProps) {
  const [typed, setTyped] = useState(name);
  const save = (): void => {
    const trimmed = typed.trim();
    setTyped(trimmed);
    if (trimmed !== name) onRename(trimmed);
  };
  return (
    <label className={styles.meaning} data-meaning={meaning}>
      <Shape meaning={meaning} />
      <input
        dir="auto"
        aria-label={translate(`hl.role.${meaning}`)}
        placeholder={translate(`hl.role.${meaning}`)}
        maxLength={MAX_MEANING_NAME_UTF16}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key !== 'Escape') return;
          if (typed === name) event.currentTarget.blur();
          else setTyped(name);
        }}
      />
    </label>
  );
}
