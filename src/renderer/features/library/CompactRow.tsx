import { memo } from 'react';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { describeReadingTime } from '#renderer/ui/reading-time.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { ItemLink } from './ItemLink.tsx';
import { RowButtons } from './RowButtons.tsx';
import { ItemSign } from './StateSign.tsx';
import type { ItemLook, ListActions } from './list-actions.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './CompactRow.module.css';

interface CompactRowProps extends ItemLook {
  readonly item: LibraryItem;
  readonly actions: ListActions;
}

/** One article in one line. A click anywhere in the line opens it. */
export const CompactRow = memo(function CompactRow(props: CompactRowProps) {
  const { item, actions, selected, Heading } = props;
  const { article, marks } = item;
  const by = article.author ?? article.outlet;
  const { text, uncertain } = describeDate(article.date);
  return (
    <li
      role="listitem"
      className={`${styles.row} ${styles[item.state]}`}
      data-article={article.id}
      data-selected={selected || undefined}
    >
      <ItemSign item={item} selected={selected} selection={actions.selection} />
      <Heading className={styles.title} dir={article.direction}>
        <ItemLink article={article} selection={actions.selection} />
      </Heading>
      {/* The dash stands where a name would, which begins at the side of the title. */}
      <span dir={by ? 'auto' : article.direction}>{by ? <Bidi text={by} /> : '—'}</span>
      <span className={styles.date}>
        {article.kind === 'guide' ? '—' : text}
        {uncertain && (
          <abbr title={translate('common.dateUncertain')}>
            {' '}
            {translate('common.uncertainSign')}
          </abbr>
        )}
      </span>
      <span>{describeReadingTime(article.wordCount)}</span>
      <span className={styles.marks}>
        {marks && marks.highlights > 0
          ? translate('common.highlights', { n: marks.highlights })
          : '—'}
      </span>
      <RowButtons item={item} actions={actions} menuOnly />
    </li>
  );
});
