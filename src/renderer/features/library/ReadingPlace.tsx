import { Bidi } from '#renderer/ui/Bidi.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { ReadingProgress } from './ReadingProgress.tsx';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingPlace.module.css';

/** How far one has read, how long the rest takes, and the words where one stopped. */
export function ReadingPlace({ item }: { item: LibraryItem }) {
  const words = item.marks?.reading?.place?.quote.exact;
  return (
    <div className={styles.place}>
      {words && (
        <p>
          {translate('continue.stoppedAt')}{' '}
          <bdi>
            «<Bidi text={words} />
            …»
          </bdi>
        </p>
      )}
      <ReadingProgress item={item} />
    </div>
  );
}
