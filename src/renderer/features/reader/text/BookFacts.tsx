import type { ReactNode } from 'react';
import { PublishedOn } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { BETWEEN_NAMES, imprintOf } from '#shared/citation/source-parts.ts';
import { creditsOf } from '#shared/domain/publication.ts';
import type { Article } from '#shared/domain/article.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './BookFacts.module.css';

interface BookFactsProps {
  readonly article: Article;
  /** Shows the Hijri date beside the Gregorian one. */
  readonly detailed: boolean;
}

/** Who wrote, translated and edited a book, and who published it when. */
export function BookFacts({ article, detailed }: BookFactsProps) {
  const imprint = imprintOf(article);
  const comma = interfaceDirection() === 'rtl' ? BETWEEN_NAMES : ', ';
  return (
    <dl className={styles.facts} dir={interfaceDirection()}>
      {creditsOf(article).map(({ role, names }) => (
        <Fact key={role} term={translate(`book.credit.${role}`)}>
          <Bidi text={names.join(BETWEEN_NAMES)} />
        </Fact>
      ))}
      {(imprint.length > 0 || article.date !== null) && (
        <Fact term={translate('book.imprint')}>
          {imprint.map((part) => (
            <span key={part}>
              <bdi>
                <Bidi text={part} />
              </bdi>
              {article.date !== null || part !== imprint.at(-1) ? comma : ''}
            </span>
          ))}
          {article.date !== null && <PublishedOn article={article} detailed={detailed} />}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
