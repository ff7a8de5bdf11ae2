import type { ArticleSummary } from '#shared/domain/article.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Byline } from '#renderer/ui/Byline.tsx';
import styles from './GroupHead.module.css';

interface GroupHeadProps {
  readonly title: string;
  /** The number of marks in the group. */
  readonly count: number;
  /** The article of the marks, when the group is one of an article. Its title has the direction of its text. */
  readonly article?: ArticleSummary | undefined;
}

/** The title of a group of marks. The byline of an article is below its title. */
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
