import type { ArticleSummary } from '#shared/domain/article.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Byline } from '#renderer/ui/Byline.tsx';
import styles from './GroupHead.module.css';

interface GroupHeadProps {
  readonly title: string;
  /** How many marks the group has. */
  readonly count: number;
  /** Whose marks they are, when the title is that of an article: it begins at the side where its text begins. */
  readonly article?: ArticleSummary | undefined;
}

/** The title of a group of marks; below that of an article, who wrote it. */
export function GroupHead({ title, count, article }: GroupHeadProps) {
  return (
    <>
      <h2 className={styles.title} dir={article?.direction}>
        <bdi>
          <Bidi text={title} />
        </bdi>{' '}
        <span className={styles.count}>{formatNumber(count)}</span>
      </h2>
      {article && (
        <div className={styles.by} dir={article.direction}>
          <Byline article={article} />
        </div>
      )}
    </>
  );
}
