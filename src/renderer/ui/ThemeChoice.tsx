import type { Settings } from '#shared/domain/settings.ts';
import { THEMES } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './ThemeChoice.module.css';

interface ThemeChoiceProps {
  readonly theme: Settings['theme'];
  readonly onChange: (theme: Settings['theme']) => void;
}

/** The choice of a theme. Each theme is drawn in its own colours. */
export function ThemeChoice({ theme, onChange }: ThemeChoiceProps) {
  return (
    <fieldset className={styles.themes}>
      <legend>{translate('reader.theme')}</legend>
      {THEMES.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={name === theme}
            onChange={() => onChange(name)}
          />
          <Swatch name={name} />
          <small>{translate(`theme.${name}`)}</small>
        </label>
      ))}
    </fieldset>
  );
}

/** A sample with the background and the text of a theme. For `system` it is half light and half dark. */
function Swatch({ name }: { readonly name: Settings['theme'] }) {
  const halves = name === 'system' ? (['light', 'dark'] as const) : ([name] as const);
  return (
    <span className={styles.swatch} aria-hidden="true">
      {halves.map((half) => (
        <b key={half} data-theme={half} lang="ar">
          ع
        </b>
      ))}
    </span>
  );
}
