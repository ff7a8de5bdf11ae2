import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { LabelField } from '#renderer/ui/LabelField.tsx';
import { toLabels } from '#renderer/ui/labels.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { editDetails } from '#renderer/undo/article-changes.ts';
import type { ArticleSummary, Own } from '#shared/domain/article.ts';
import { DIRECTIONS } from '#shared/domain/choices.ts';
import { LANGUAGE_TAG, MAX_LINK_UTF16, MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { type DetailsDraft, readTypedAddress, toDetails, toDraft } from './details-draft.ts';
import { readTypedDate } from './typed-date.ts';
import { NAMED_LANGUAGES } from './language-names.ts';
import styles from './DetailsDialog.module.css';

/** Digits have no strong direction, so a left-to-right mark (LRM) before each example keeps its order. */
const DATE_EXAMPLES = {
  month: '\u200E2021-04',
  day: '\u200E2021-04-07',
  unknown: '\u200EXXXX-12-08',
  about: '\u200E2017~',
  doubtful: '\u200E2017?',
};

interface DetailsDialogProps {
  readonly article: ArticleSummary & { readonly own: Own };
  /** The collections and tags of the whole library, which are suggested while somebody types. */
  readonly known: Readonly<Record<'collections' | 'tags', readonly string[]>>;
  readonly onClose: () => void;
}

/** A form with the details of an own article and where each was found. The reader can correct all of them. */
export function DetailsDialog({ article, known, onClose }: DetailsDialogProps) {
  const [draft, setDraft] = useState(() => toDraft(article));
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const change = (part: Partial<DetailsDraft>): void => setDraft({ ...draft, ...part });
  const details = toDetails(draft);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!details) return;
    setSaving(true);
    try {
      await editDetails([article.id], () => details);
      onClose();
    } catch (error) {
      setSaving(false);
      const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
      setFailure(translate('details.notSaved', { code }));
    }
  }

  const from = (key: keyof Own['from']): ReactNode => (
    <Source
      now={draft[key]}
      before={toDraft(article)[key]}
      from={article.own.from[key] ?? 'none'}
    />
  );
  return (
    <Dialog title={translate('details.title')} keeps onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          label={translate('details.field.title')}
          value={draft.title}
          required
          onChange={(title) => change({ title })}
          note={from('title')}
        />
        <div className={styles.pair}>
          <TextField
            label={translate('details.field.outlet')}
            value={draft.outlet}
            onChange={(outlet) => change({ outlet })}
            note={from('outlet')}
          />
          <TextField
            label={translate('details.field.author')}
            value={draft.author}
            onChange={(author) => change({ author })}
            note={from('author')}
          />
        </div>
        <DateField value={draft.date} onChange={(date) => change({ date })} note={from('date')} />
        <AddressField
          value={draft.address}
          onChange={(address) => change({ address })}
          note={from('address')}
        />
        <div className={styles.pair}>
          <ChoiceField
            label={translate('details.field.language')}
            value={draft.language}
            choices={languageChoices(draft.language)}
            onChange={(language) => change({ language })}
            note={from('language')}
          />
          <ChoiceField
            label={translate('details.field.direction')}
            value={draft.direction}
            choices={DIRECTIONS.map((value) => [value, translate(`details.direction.${value}`)])}
            onChange={(direction) => change({ direction: direction === 'ltr' ? 'ltr' : 'rtl' })}
            note={from('direction')}
          />
        </div>
        <LabelField
          titled
          label={translate('details.field.collections')}
          values={draft.collections}
          known={toLabels(known.collections)}
          describeNew={(label) => translate('collections.new', { label })}
          icon="folder"
          onChange={(collections) => change({ collections })}
        />
        <LabelField
          titled
          label={translate('details.field.tags')}
          values={draft.tags}
          known={toLabels(known.tags)}
          describeNew={(label) => translate('tags.new', { label })}
          onChange={(tags) => change({ tags })}
        />
        <p className={styles.file}>
          {translate('details.file', { name: isolateFileName(article.own.original.name) })}
        </p>
        {failure && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={!details || isSaving}>
            {translate('details.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note: ReactNode;
}

function TextField({
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
function DateField({ value, onChange, note }: Omit<FieldProps, 'label'>) {
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
function AddressField({ value, onChange, note }: Omit<FieldProps, 'label'>) {
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

function ChoiceField({
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

/** Says where a detail was found. A changed detail comes from the reader. */
function Source({
  now,
  before,
  from,
}: {
  readonly now: string;
  readonly before: string;
  readonly from: Own['from']['title'];
}) {
  return translate(`details.from.${now.trim() === before ? from : 'reader'}`);
}

function languageChoices(current: string): readonly (readonly [string, string])[] {
  const named = NAMED_LANGUAGES.map(
    (code) => [code, translate(`details.language.${code}`)] as const,
  );
  const isNamed = named.some(([code]) => code === current);
  return isNamed || !LANGUAGE_TAG.test(current) ? named : [...named, [current, current]];
}
