import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { minutesLeft } from '#renderer/ui/reading-time.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './ResumeCard.module.css';

/** Where the reader left off, and the way back there. */
export function ResumeCard({ item: { article, progress } }: { item: LibraryItem }) {
  const percent = Math.round(progress * 100);
  return (
    <section className={styles.card} aria-labelledby="resume">
      <div id="resume" className={styles.kicker}>
        {translate('library.lastRead')}
      </div>
      <div>
        <h2 className={styles.title}>
          <bdi>
            <Bidi text={article.title} />
          </bdi>
        </h2>
        <p className={styles.lead}>
          <bdi>
            <Bidi text={article.standfirst} />
          </bdi>
        </p>
      </div>
      <a className={styles.resume} href={formatRoute(articleRoute(article.id))}>
        <Icon name="book" />
        {translate('library.resume')}
      </a>
      <div className={styles.progress}>
        <progress max={100} value={percent} aria-label={translate('reader.progress')} />
        <span>
          {translate('common.percentRead', { p: percent })} ·{' '}
          {translate('library.timeLeft', { n: minutesLeft(article.wordCount, progress) })}
        </span>
      </div>
    </section>
  );
}
