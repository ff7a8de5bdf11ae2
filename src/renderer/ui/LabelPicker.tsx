import { Icon } from './Icon.tsx';
import { LabelChoices } from './LabelChoices.tsx';
import type { KnownLabel } from './labels.ts';
import { useListButton } from './option-list.ts';
import styles from './LabelPicker.module.css';

interface LabelPickerProps {
  /** The accessible name, such as «تصفية حسب الوسم». */
  readonly label: string;
  /** Draws no frame, for a row of several pickers. */
  readonly quiet?: boolean;
  /** The option for no choice, such as «كل الوسوم». */
  readonly all: string;
  readonly options: readonly KnownLabel[];
  /** The key of the chosen label; `null` when all are shown. */
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

/** A choice of one among very many labels: a button opens a list that can be searched. */
export function LabelPicker({ label, quiet, all, options, value, onChange }: LabelPickerProps) {
  const button = useListButton();
  const chosen = options.find(({ key }) => key === value);
  const close = (key: string | null = value): void => {
    button.close();
    if (key !== value) onChange(key);
  };
  return (
    <span className={styles.picker} data-chosen={value !== null || undefined} data-quiet={quiet}>
      <button
        {...button.attributes}
        ref={button.ref}
        className={styles.button}
        aria-label={`${label}: ${chosen?.name ?? all}`}
        title={label}
      >
        <bdi className={styles.name}>{chosen?.name ?? all}</bdi>
        <Icon name="down" small />
      </button>
      {button.open && (
        <LabelChoices
          anchor={button.ref}
          label={label}
          all={all}
          options={options}
          value={value}
          onDone={close}
          onLeave={button.leave}
        />
      )}
    </span>
  );
}
