import { memo, useEffect, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import { replaceHighlights } from '#renderer/undo/mark-changes.ts';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { AnchorBadge } from '../AnchorBadge.tsx';
import { FoldedNote } from '../FoldedNote.tsx';
import { formatMoment } from '#renderer/ui/format-moment.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { openingWords } from '../opening-words.ts';
import { removeWithUndo } from '../remove-annotation.ts';
import { highlightItems } from '../highlight-menu.ts';
import { offerTags } from '../tags/tag-field-requests.ts';
import { TagsDialog } from '../tags/TagsDialog.tsx';
import type { ListedAnnotation } from './arrange-annotations.ts';
import styles from './AnnotationRow.module.css';

interface AnnotationRowProps {
  readonly item: ListedAnnotation;
  readonly selected: boolean;
  /** Shows the title of the article. */
  readonly withTitle: boolean;
  readonly onToggle: (id: AnnotationId) => void;
}

/** One highlight in the list of the marks page. Its words are a link to the passage. */
export const AnnotationRow = memo(function AnnotationRow(props: AnnotationRowProps) {
  const { item, selected, withTitle, onToggle } = props;
  const { record, article } = item;
  const [open, setOpen] = useState<RowDialog | null>(null);
  useEffect(() => offerTags(record.id, () => setOpen('tags')), [record.id]);
  return (
    <li className={styles.row} data-meaning={record.meaning} data-annotation={record.id}>
      <label className={styles.check}>
        <input
          type="checkbox"
          aria-label={translate('ann.select', { text: openingWords(record.quote.exact, 60) })}
          checked={selected}
          onChange={() => onToggle(record.id)}
        />
      </label>
      <div className={styles.body} dir={article.direction}>
        <QuoteLink item={item} />
        {record.note !== '' && (
          <div className={styles.note}>
            <FoldedNote text={record.note} width="page" />
          </div>
        )}
        <div className={styles.facts}>
          <Facts item={item} withTitle={withTitle} />
        </div>
      </div>
      <RowMenu item={item} onOpen={setOpen} />
      {open && <OpenedDialog dialog={open} record={record} onClose={() => setOpen(null)} />}
    </li>
  );
});

type RowDialog = 'history' | 'tags';

interface ItemProps {
  readonly item: ListedAnnotation;
}

function QuoteLink({ item: { record, placed } }: ItemProps) {
  return (
    <a
      className={styles.quote}
      data-list-item=""
      href={formatRoute(articleRoute(record.articleId, { at: placed?.span ?? null }))}
    >
      <Bidi text={openingWords(record.quote.exact.replaceAll('\n', ' ¶ '), 280)} />
    </a>
  );
}

/** The kind of the highlight, how surely it was found, its tags, its time, and the title of its article. */
function Facts({ item, withTitle }: Pick<AnnotationRowProps, 'item' | 'withTitle'>) {
  const { record, placed, article } = item;
  return (
    <div className={styles.meta} dir={interfaceDirection()}>
      <span className={styles.meaning}>
        <Shape meaning={record.meaning} /> {meaningName(record.meaning)}
      </span>
      {placed ? (
        <AnchorBadge annotation={placed} contentHash={article.contentHash} />
      ) : (
        <Tag tone="warn">{translate('anchor.orphan')}</Tag>
      )}
      {record.tags.map((tag) => (
        <Tag key={tag}>
          <bdi>{tag}</bdi>
        </Tag>
      ))}
      <time dateTime={record.createdAt}>{formatMoment(record.createdAt)}</time>
      {withTitle && (
        <span className={styles.title} dir={article.direction}>
          <Bidi text={article.title} />
        </span>
      )}
    </div>
  );
}

function RowMenu({ item, onOpen }: ItemProps & { readonly onOpen: (dialog: RowDialog) => void }) {
  const { record, placed } = item;
  const readOnly = useIsReadOnly();
  return (
    <MenuButton
      small
      icon="more"
      label={translate('ann.more')}
      items={highlightItems({
        annotation: placed ?? record,
        readOnly,
        onTags: () => onOpen('tags'),
        onMeaning: (meaning) => change(record, { meaning }, 'undo.recolour'),
        onHistory: () => onOpen('history'),
        onRemove: () => removeWithUndo(record),
      })}
    />
  );
}

interface OpenedDialogProps {
  readonly dialog: RowDialog;
  readonly record: Annotation;
  readonly onClose: () => void;
}

function OpenedDialog({ dialog, record, onClose }: OpenedDialogProps) {
  if (dialog === 'history') return <HistoryDialog record={record} onClose={onClose} />;
  return (
    <TagsDialog
      title={translate('tags.label')}
      tags={record.tags}
      onSave={(tags) => change(record, { tags }, 'undo.tags')}
      onClose={onClose}
    />
  );
}

/** Saves a change of the highlight, which undo then names by `label`. */
function change(
  record: Annotation,
  to: Partial<Annotation>,
  label: 'undo.recolour' | 'undo.tags',
): void {
  void attempt(() => replaceHighlights([record], [{ ...record, ...to }], { label }));
}
