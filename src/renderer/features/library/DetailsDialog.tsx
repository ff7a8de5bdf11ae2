import { type FormEvent, type ReactNode, useState } from 'react';
import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { LabelField } from '#renderer/ui/LabelField.tsx';
import { toLabels } from '#renderer/ui/labels.ts';
import { editDetails } from '#renderer/undo/article-changes.ts';
import type { ArticleSummary, Own } from '#shared/domain/article.ts';
import { DIRECTIONS } from '#shared/domain/choices.ts';
import { LANGUAGE_TAG } from '#shared/domain/limits.ts';
import { translate } from '#shared/i18n/translate.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { type DetailsDraft, toDetails, toDraft } from './details-draft.ts';
import { AddressField, ChoiceField, DateField, TextField } from './DetailsFields.tsx';
import { NAMED_LANGUAGES } from './language-names.ts';
import styles from './DetailsDialog.module.css';

interface DetailsDialogProps {
  readonly article: ArticleSummary & { readonly own: Own };
  /** The collections and tags of the whole library, which are suggested while somebody types. */
  readonly known: Readonly<Record<'collections' | 'tags', readonly string[]>>;
  readonly onClose: () => void;
}

/** A form with the details of an own article and where each was found. The reader can correct all of them. */
export function DetailsDialog({ article, known, onClose }: DetailsDialogProps) {
  const [draft, setDraft] = useState(() => toDraft(article));
  const { failure, isSaving, save } = useSave(article, onClose);
  const change = (part: Partial<DetailsDraft>): void => setDraft({ ...draft, ...part });
  const details = toDetails(draft);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (details) void save(details);
  }

  const parts = { article, draft, change };
  return (
    <Dialog title={translate('details.title')} keeps onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <SourceFields {...parts} />
        <LanguageFields {...parts} />
        <LabelFields {...parts} known={known} />
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

/** Saves the details and closes the dialog, or says why they were not saved. */
function useSave({ id }: ArticleSummary, onSaved: () => void) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function save(details: NonNullable<ReturnType<typeof toDetails>>): Promise<void> {
    setSaving(true);
    try {
      await editDetails([id], () => details);
      onSaved();
    } catch (error) {
      setSaving(false);
      setFailure(describeFailure(error));
    }
  }

  return { failure, isSaving, save };
}

interface PartProps {
  readonly article: DetailsDialogProps['article'];
  readonly draft: DetailsDraft;
  readonly change: (part: Partial<DetailsDraft>) => void;
}

/** The fields that say what the article is and where it comes from. */
function SourceFields({ article, draft, change }: PartProps) {
  const from = (key: keyof Own['from']): ReactNode => sourceOf(article, draft, key);
  return (
    <>
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
    </>
  );
}

function LanguageFields({ article, draft, change }: PartProps) {
  return (
    <div className={styles.pair}>
      <ChoiceField
        label={translate('details.field.language')}
        value={draft.language}
        choices={languageChoices(draft.language)}
        onChange={(language) => change({ language })}
        note={sourceOf(article, draft, 'language')}
      />
      <ChoiceField
        label={translate('details.field.direction')}
        value={draft.direction}
        choices={DIRECTIONS.map((value) => [value, translate(`details.direction.${value}`)])}
        onChange={(direction) => change({ direction: direction === 'ltr' ? 'ltr' : 'rtl' })}
        note={sourceOf(article, draft, 'direction')}
      />
    </div>
  );
}

function LabelFields({
  draft,
  change,
  known,
}: PartProps & { readonly known: DetailsDialogProps['known'] }) {
  return (
    <>
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
    </>
  );
}

/** Says where a detail was found. A changed detail comes from the reader. */
function sourceOf(
  article: DetailsDialogProps['article'],
  draft: DetailsDraft,
  key: keyof Own['from'],
): string {
  const isChanged = draft[key].trim() !== toDraft(article)[key];
  return translate(`details.from.${isChanged ? 'reader' : (article.own.from[key] ?? 'none')}`);
}

function languageChoices(current: string): readonly (readonly [string, string])[] {
  const named = NAMED_LANGUAGES.map(
    (code) => [code, translate(`details.language.${code}`)] as const,
  );
  const isNamed = named.some(([code]) => code === current);
  return isNamed || !LANGUAGE_TAG.test(current) ? named : [...named, [current, current]];
}
