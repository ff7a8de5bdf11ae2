import { describeReadingTime, describeTimeLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingProgress.module.css';

interface ReadingProgressProps {
  readonly item: LibraryItem;
  /** Puts the words below the bar. */
  readonly stacked?: boolean;
}

/** A bar with the reading progress of an article, and the reading time of the rest. */
export function ReadingProgress({ item, stacked = false }: ReadingProgressProps) {
  const { article, read } = item;
  const percent = Math.round(read * 100);
  // For an article that was only opened, the whole reading time is shown.
  if (percent === 0)
    return <div className={styles.progress}>{describeReadingTime(article.wordCount)}</div>;
  return (
    <div className={stacked ? `${styles.progress} ${styles.stacked}` : styles.progress}>
      <progress
        max={100}
        value={percent}
        aria-label={translate('common.percentRead', { p: percent })}
      />
      <span>
        {translate('common.percentRead', { p: percent })} ·{' '}
        {describeTimeLeft(article.wordCount, read)}
      </span>
    </div>
  );
}
