import { type ReactNode, useId } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { MAX_LINK_UTF16, MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { readTypedAddress } from './details-draft.ts';
import { readTypedDate } from './typed-date.ts';
import styles from './DetailsDialog.module.css';

/** Digits have no strong direction, so a left-to-right mark (LRM) before each example keeps its order. */
const DATE_EXAMPLES = {
  month: '\u200E2021-04',
  day: '\u200E2021-04-07',
  unknown: '\u200EXXXX-12-08',
  about: '\u200E2017~',
  doubtful: '\u200E2017?',
};

/** What every field of the details needs. `note` says where its value was found. */
interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note: ReactNode;
}

/** A field for a line of text. */
export function TextField({
  label,
  value,
  onChange,
  note,
  required = false,
}: FieldProps & { readonly required?: boolean }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.plain}
        value={value}
        required={required}
        maxLength={MAX_TITLE_UTF16}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </div>
  );
}

/** A field for an EDTF date, with a line that shows how the library writes it. */
export function DateField({ value, onChange, note }: Omit<FieldProps, 'label'>) {
  const id = useId();
  const date = readTypedDate(value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{translate('details.field.date')}</label>
      <input
        id={id}
        dir="ltr"
        value={value}
        aria-invalid={date === null}
        aria-describedby={`${id}-note ${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={styles.note}>
        {date === null ? (
          <span className={styles.failure}>{translate('details.dateBad')}</span>
        ) : (
          <>
            {date !== '' && (
              <>{translate('details.dateReads', { date: describeDate(date).text })} · </>
            )}
            {note}
          </>
        )}
      </p>
      <p id={`${id}-help`} className={styles.note}>
        {translate('details.dateHelp', DATE_EXAMPLES)}
      </p>
    </div>
  );
}

/** A field for the web address of the article. It shows the whole address from its beginning. */
export function AddressField({ value, onChange, note }: Omit<FieldProps, 'label'>) {
  const id = useId();
  const isKnown = readTypedAddress(value) !== null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{translate('details.field.address')}</label>
      <input
        id={id}
        dir="ltr"
        inputMode="url"
        value={value}
        maxLength={MAX_LINK_UTF16}
        aria-invalid={!isKnown}
        aria-describedby={`${id}-note ${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={styles.note}>
        {isKnown ? note : <span className={styles.failure}>{translate('details.addressBad')}</span>}
      </p>
      <p id={`${id}-help`} className={styles.note}>
        {translate('details.addressHelp', { http: 'http://', https: 'https://' })}
      </p>
    </div>
  );
}

/** A field for one of several values. */
export function ChoiceField({
  label,
  value,
  choices,
  onChange,
  note,
}: FieldProps & { readonly choices: readonly (readonly [value: string, name: string])[] }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        label={label}
        describedBy={`${id}-note`}
        options={choices.map(([each, name]) => ({ value: each, name }))}
        value={value}
        onChange={onChange}
      />
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </div>
  );
}
