import { describeReadingTime, describeTimeLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './Facts.module.css';

/** The reading progress or the reading time of an item, and the number of its marks. */
export function Facts({ item }: { readonly item: LibraryItem }) {
  const marked = describeMarks(item);
  return (
    <div className={styles.facts}>
      <Time item={item} />
      {marked && <span>{marked}</span>}
    </div>
  );
}

function Time({ item: { article, state, read } }: { readonly item: LibraryItem }) {
  if (state === 'read') return <span>{translate('library.finished')}</span>;
  const percent = Math.round(read * 100);
  // For an article that was only opened, the whole reading time is shown.
  if (state === 'unread' || percent === 0)
    return <span>{describeReadingTime(article.wordCount)}</span>;
  return (
    <>
      <progress
        max={100}
        value={percent}
        aria-label={translate('common.percentRead', { p: percent })}
      />
      <span>
        {translate('common.percent', { p: percent })} · {describeTimeLeft(article.wordCount, read)}
      </span>
    </>
  );
}

/** The numbers of highlights and notes in words; empty when there are none. */
export function describeMarks({ marks }: LibraryItem): string {
  const words = [
    ...(marks && marks.highlights > 0
      ? [translate('common.highlights', { n: marks.highlights })]
      : []),
    ...(marks && marks.notes > 0 ? [translate('common.notes', { n: marks.notes })] : []),
  ];
  return words.join(' · ');
}
