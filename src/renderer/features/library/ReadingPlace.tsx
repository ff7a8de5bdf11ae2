import { Bidi } from '#renderer/ui/Bidi.tsx';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingPlace.module.css';

/** The words where one stopped. */
export function ReadingPlace({ item }: { item: LibraryItem }) {
  const words = item.marks?.reading?.place?.quote.exact;
  if (!words) return null;
  return (
    <p className={styles.place}>
      {translate('continue.stoppedAt')}{' '}
      <bdi>
        «<Bidi text={words} />
        …»
      </bdi>
    </p>
  );
}
