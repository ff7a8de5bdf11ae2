import { useState } from 'react';
import { MEANINGS } from '#shared/domain/choices.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import { tidyTags } from '#shared/arabic/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { ExportDialog } from '#renderer/features/marks-exchange/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import { type ChangeName, replaceHighlights } from '#renderer/undo/mark-changes.ts';
import { MeaningButton } from '../MeaningButton.tsx';
import { TagsDialog } from '../tags/TagsDialog.tsx';
import type { ListedAnnotation } from './arrange-annotations.ts';
import styles from './BulkBar.module.css';

interface BulkBarProps {
  readonly shown: readonly ListedAnnotation[];
  readonly chosen: readonly ListedAnnotation[];
  readonly onSelect: (selected: ReadonlySet<AnnotationId>) => void;
}

/** The bar with the selected highlights and the actions that change all of them in one step. */
export function BulkBar({ shown, chosen, onSelect }: BulkBarProps) {
  const readOnly = useIsReadOnly();
  const [exporting, setExporting] = useState(false);
  const n = chosen.length;
  const none = (): void => onSelect(new Set());
  const all = (): void => onSelect(new Set(shown.map(({ record }) => record.id)));
  return (
    <div className={styles.bar} role="group" aria-label={translate('ann.bulk')}>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={n > 0 && n === shown.length}
          ref={(box) => {
            if (box) box.indeterminate = n > 0 && n < shown.length;
          }}
          onChange={() => (n === shown.length ? none() : all())}
        />
        {n === 0 ? translate('ann.selectAll') : translate('ann.selected', { n })}
      </label>
      {n > 0 && !readOnly && (
        <Changes records={chosen.map(({ record }) => record)} onRemoved={none} />
      )}
      {n > 0 && (
        <>
          <Button small kind="outline" onClick={() => setExporting(true)}>
            {translate('export.start')}
          </Button>
          <Button small onClick={none}>
            {translate('ann.selectNone')}
          </Button>
        </>
      )}
      {exporting && (
        <ExportDialog
          scopes={[
            { kind: 'selection', ids: chosen.map(({ record }) => record.id) },
            { kind: 'all' },
          ]}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}

interface ChangesProps {
  readonly records: readonly Annotation[];
  readonly onRemoved: () => void;
}

/** The buttons that change or remove the selected highlights. */
function Changes({ records, onRemoved }: ChangesProps) {
  const [tagging, setTagging] = useState(false);
  const n = records.length;
  const change = (make: (record: Annotation) => Annotation, label: ChangeName['label']): void => {
    const name = { label, toast: translate('ann.bulkChanged', { n }) };
    void attempt(() => replaceHighlights(records, records.map(make), name));
  };
  const recolour = (meaning: Meaning): void =>
    change((record) => ({ ...record, meaning }), 'undo.recolour');
  const addTags = (tags: string[]): void =>
    change((record) => ({ ...record, tags: tidyTags([...record.tags, ...tags]) }), 'undo.tags');
  const remove = (): void => {
    const name = { label: 'undo.remove', toast: translate('ann.bulkDeleted', { n }) } as const;
    void attempt(() => replaceHighlights(records, [], name));
    onRemoved();
  };
  return (
    <>
      <Meanings onChoose={recolour} />
      <Button small kind="outline" onClick={() => setTagging(true)}>
        {translate('tags.addTo')}
      </Button>
      <Button small kind="danger" icon="trash" onClick={remove}>
        {translate('ann.bulkRemove', { n })}
      </Button>
      {tagging && (
        <TagsDialog
          title={translate('tags.addTo')}
          tags={[]}
          onSave={addTags}
          onClose={() => setTagging(false)}
        />
      )}
    </>
  );
}

function Meanings({ onChoose }: { readonly onChoose: (meaning: Meaning) => void }) {
  return (
    <span className={styles.meanings} role="group" aria-label={translate('ann.changeMeaning')}>
      {MEANINGS.map((meaning) => (
        <MeaningButton
          key={meaning}
          meaning={meaning}
          pressed={false}
          onClick={() => onChoose(meaning)}
        />
      ))}
    </span>
  );
}
