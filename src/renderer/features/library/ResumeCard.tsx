import { Byline } from '#renderer/ui/Byline.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { OpenLink } from './OpenLink.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import type { LibraryItem } from './reading-state.ts';
import styles from './ResumeCard.module.css';

/** Where the reader left off, and the way back there. */
export function ResumeCard({ item }: { item: LibraryItem }) {
  const { article } = item;
  return (
    <section className={styles.card} aria-labelledby="resume">
      <div id="resume" className={styles.kicker}>
        {translate('library.lastRead')}
      </div>
      <div>
        <h2 className={styles.title} dir="auto">
          <Bidi text={article.title} />
        </h2>
        <Byline article={article} />
        <p className={styles.lead} dir="auto">
          <Bidi text={article.standfirst} />
        </p>
      </div>
      <div className={styles.open}>
        <OpenLink item={item} />
      </div>
      <div className={styles.progress}>
        <ReadingProgress item={item} />
      </div>
    </section>
  );
}
