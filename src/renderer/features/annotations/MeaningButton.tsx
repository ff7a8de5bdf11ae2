import type { Meaning } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Shape } from '#renderer/ui/Shape.tsx';
import styles from './MeaningButton.module.css';

interface MeaningButtonProps {
  readonly meaning: Meaning;
  readonly pressed: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A meaning as a toggle: its shape, in its colour, with its name. */
export function MeaningButton({ meaning, pressed, disabled = false, onClick }: MeaningButtonProps) {
  const name = translate(`hl.role.${meaning}`);
  return (
    <button
      type="button"
      className={styles.swatch}
      data-meaning={meaning}
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Shape meaning={meaning} />
    </button>
  );
}
