import { minutesLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingProgress.module.css';

/** How far an article is read, and how long the rest takes. */
export function ReadingProgress({ item: { article, progress } }: { item: LibraryItem }) {
  const percent = Math.round(progress * 100);
  return (
    <div className={styles.progress}>
      <progress max={100} value={percent} aria-label={translate('reader.progress')} />
      <span>
        {translate('common.percentRead', { p: percent })} ·{' '}
        {translate('library.timeLeft', { n: minutesLeft(article.wordCount, progress) })}
      </span>
    </div>
  );
}
