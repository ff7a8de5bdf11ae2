import { Bidi } from '#renderer/ui/Bidi.tsx';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ReadingPosition.module.css';

/** The words at the reading position of an article. */
export function ReadingPosition({ item }: { item: LibraryItem }) {
  const words = item.marks?.reading?.place?.quote.exact;
  if (!words) return null;
  return (
    <p className={styles.position} dir={item.article.direction}>
      <span dir={interfaceDirection()}>{translate('continue.stoppedAt')}</span>
      <span className={styles.words}>
        «<Bidi text={words} />
        …»
      </span>
    </p>
  );
}
