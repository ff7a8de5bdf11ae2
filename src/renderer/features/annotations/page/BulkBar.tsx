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
  const [tagging, setTagging] = useState(false);
  const [exporting, setExporting] = useState(false);
  const records = chosen.map(({ record }) => record);
  const n = records.length;
  const none = (): void => onSelect(new Set());

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
    none();
  };

  return (
    <div className={styles.bar} role="group" aria-label={translate('ann.bulk')}>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={n > 0 && n === shown.length}
          ref={(box) => {
            if (box) box.indeterminate = n > 0 && n < shown.length;
          }}
          onChange={() =>
            n === shown.length ? none() : onSelect(new Set(shown.map(({ record }) => record.id)))
          }
        />
        {n === 0 ? translate('ann.selectAll') : translate('ann.selected', { n })}
      </label>
      {n > 0 && !readOnly && (
        <>
          <span
            className={styles.meanings}
            role="group"
            aria-label={translate('ann.changeMeaning')}
          >
            {MEANINGS.map((meaning) => (
              <MeaningButton
                key={meaning}
                meaning={meaning}
                pressed={false}
                onClick={() => recolour(meaning)}
              />
            ))}
          </span>
          <Button small kind="outline" onClick={() => setTagging(true)}>
            {translate('tags.addTo')}
          </Button>
          <Button small kind="danger" icon="trash" onClick={remove}>
            {translate('ann.bulkRemove', { n })}
          </Button>
        </>
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
          scopes={[{ kind: 'selection', ids: records.map(({ id }) => id) }, { kind: 'all' }]}
          onClose={() => setExporting(false)}
        />
      )}
      {tagging && (
        <TagsDialog
          title={translate('tags.addTo')}
          tags={[]}
          onSave={addTags}
          onClose={() => setTagging(false)}
        />
      )}
    </div>
  );
}
