import type { ReactNode } from 'react';
import { TroubleTag } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { creditText } from '#shared/citation/source-parts.ts';
import { creditsOf } from '#shared/domain/publication.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './Byline.module.css';

/** The most labels that are shown in one line. */
const MAX_LABELS = 3;

/** One line with the author and other people, the outlet and the date, and then the labels that the reader gave. */
export function Byline({ article }: { readonly article: ArticleSummary }) {
  const labels = article.own ? [...article.own.collections, ...article.own.tags] : [];
  return (
    <div className={styles.line} dir={article.direction}>
      <p className={styles.by} dir={interfaceDirection()}>
        {article.trouble && (
          <span className={styles.trouble}>
            <TroubleTag trouble={article.trouble} />
          </span>
        )}
        {partsOf(article).map(([key, part]) => (
          <span key={key} className={styles.part} data-part={key}>
            <bdi>{part}</bdi>
          </span>
        ))}
        {labels.length > 0 && (
          <span className={styles.labels}>
            {labels.slice(0, MAX_LABELS).map((label) => (
              <span key={label} className={styles.label}>
                <Tag>
                  <Bidi text={label} />
                </Tag>
              </span>
            ))}
            {labels.length > MAX_LABELS && (
              <span className={styles.label}>
                <Tag title={labels.slice(MAX_LABELS).join('، ')}>
                  {translate('library.moreLabels', { n: labels.length - MAX_LABELS })}
                </Tag>
              </span>
            )}
          </span>
        )}
      </p>
    </div>
  );
}

function partsOf(article: ArticleSummary): readonly (readonly [key: string, part: ReactNode])[] {
  const { kind, author, outlet } = article;
  if (kind === 'guide') return [['kind', translate('library.kind.guide')]];
  return [
    ...creditsOf(article).map((credit) => {
      const text = creditText(credit);
      // The name of a role is a message, which begins in the language of the interface.
      return [
        credit.role,
        credit.role === 'author' ? <Bidi key="author" text={text} /> : text,
      ] as const;
    }),
    ...(outlet ? [['outlet', <Bidi key="outlet" text={outlet} />] as const] : []),
    ...(author || outlet ? [] : [['nobody', translate('common.unknownSource')] as const]),
    ['date', <PublishedOn key="date" article={article} />] as const,
  ];
}

function PublishedOn({ article }: { readonly article: ArticleSummary }) {
  const date = describeDate(article.date);
  return (
    <>
      {date.text}
      {date.uncertain && (
        <span className={styles.doubt} title={article.dateNote ?? undefined}>
          {' '}
          ({translate('common.dateUncertain')})
        </span>
      )}
    </>
  );
}
