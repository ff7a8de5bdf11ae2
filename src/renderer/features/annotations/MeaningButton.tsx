import type { Meaning } from '#shared/domain/annotation.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { Shape } from '#renderer/ui/Shape.tsx';
import styles from './MeaningButton.module.css';

interface MeaningButtonProps {
  readonly meaning: Meaning;
  readonly pressed: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A toggle button for a meaning, with its shape, its colour and its name. */
export function MeaningButton({ meaning, pressed, disabled = false, onClick }: MeaningButtonProps) {
  const name = meaningName(meaning);
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
