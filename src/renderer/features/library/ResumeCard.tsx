import { Byline } from '#renderer/ui/Byline.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Cover } from './Cover.tsx';
import { OpenLink } from './OpenLink.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import type { LibraryItem } from './reading-state.ts';
import styles from './ResumeCard.module.css';

/** A card with the last article, its reading position and a link to it. */
export function ResumeCard({ item }: { item: LibraryItem }) {
  const { article } = item;
  return (
    <section className={styles.strip} aria-labelledby="resume">
      <Cover article={article} />
      <div className={styles.what} dir={article.direction}>
        <div className={styles.side}>
          <div className={styles.kicker} dir={interfaceDirection()}>
            <span id="resume">{translate('library.lastRead')}</span>
            <Byline article={article} />
          </div>
        </div>
        <h2 className={styles.title}>
          <Bidi text={article.title} />
        </h2>
      </div>
      <ReadingProgress item={item} stacked />
      <OpenLink item={item} />
    </section>
  );
}
