import type { ReactNode } from 'react';
import type { MarksSummary } from '#shared/domain/annotation.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import { Tag } from './Tag.tsx';
import { minutesToRead } from './reading-time.ts';
import styles from './ArticleMeta.module.css';

interface ArticleMetaProps {
  readonly article: Pick<ArticleSummary, 'kind' | 'outlet' | 'date' | 'dateNote' | 'wordCount'>;
  readonly marks?: MarksSummary | undefined;
  readonly extra?: ReactNode;
}

/** Outlet · date · minutes · highlights · notes, in one line. */
export function ArticleMeta({ article, marks, extra }: ArticleMetaProps) {
  const date = describeDate(article.date);
  const isArticle = article.kind === 'article';
  return (
    <div className={styles.meta}>
      {isArticle && (
        <span className={styles.outlet}>
          {article.outlet ? <Bidi text={article.outlet} /> : translate('common.unknownSource')}
        </span>
      )}
      {isArticle && <span>{date.text}</span>}
      {date.uncertain && (
        <Tag tone="warn" title={article.dateNote ?? undefined}>
          <Icon name="warn" small />
          {translate('common.dateUncertain')}
        </Tag>
      )}
      <span>{translate('common.minutes', { n: minutesToRead(article.wordCount) })}</span>
      {marks && marks.highlights > 0 && (
        <span>{translate('common.highlights', { n: marks.highlights })}</span>
      )}
      {marks && marks.notes > 0 && <span>{translate('common.notes', { n: marks.notes })}</span>}
      {extra}
    </div>
  );
}
