import { Bidi } from '#renderer/ui/Bidi.tsx';
import { minutesLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingPlace.module.css';

/** How far one has read, how long the rest takes, and the words where one stopped. */
export function ReadingPlace({ item: { article, marks, progress } }: { item: LibraryItem }) {
  const percent = Math.round(progress * 100);
  const words = marks?.reading?.place?.quote.exact;
  return (
    <div className={styles.place}>
      {words && (
        <p>
          {translate('continue.stoppedAt')} «<Bidi text={words} />
          …»
        </p>
      )}
      <div className={styles.progress}>
        <progress max={100} value={percent} aria-label={translate('reader.progress')} />
        <span>
          {translate('common.percentRead', { p: percent })} ·{' '}
          {translate('library.timeLeft', { n: minutesLeft(article.wordCount, progress) })}
        </span>
      </div>
    </div>
  );
}
