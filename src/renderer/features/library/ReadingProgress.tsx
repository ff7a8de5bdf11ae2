import { describeTimeLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingProgress.module.css';

/** How far an article is read, and how long the rest takes. */
export function ReadingProgress({ item: { article, read } }: { item: LibraryItem }) {
  const percent = Math.round(read * 100);
  return (
    <div className={styles.progress}>
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
