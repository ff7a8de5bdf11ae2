import { describeReadingTime, describeTimeLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingProgress.module.css';

interface ReadingProgressProps {
  readonly item: LibraryItem;
  /** The words stand below the bar. */
  readonly stacked?: boolean;
}

/** How far an article is read, and how long the rest takes. */
export function ReadingProgress({ item, stacked = false }: ReadingProgressProps) {
  const { article, read } = item;
  const percent = Math.round(read * 100);
  // One that was only opened takes as long as before.
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
