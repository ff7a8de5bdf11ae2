import { Fragment } from 'react';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { Bidi } from './Bidi.tsx';
import styles from './Byline.module.css';

interface BylineProps {
  readonly article: Pick<ArticleSummary, 'author' | 'outlet' | 'date'>;
}

/** One line with the author, the outlet and the date of an article. It is empty when none of them is known. */
export function Byline({ article: { author, outlet, date } }: BylineProps) {
  const parts = { author, outlet, date: date === null ? null : describeDate(date).text };
  const known = Object.entries(parts).flatMap(([name, part]) =>
    part === null ? [] : [{ name, part }],
  );
  if (known.length === 0) return null;
  return (
    <p className={styles.byline} dir={interfaceDirection()} data-byline="">
      {known.map(({ name, part }, at) => (
        <Fragment key={name}>
          {at > 0 && <span aria-hidden="true"> · </span>}
          <bdi data-part={name}>
            <Bidi text={part} />
          </bdi>
        </Fragment>
      ))}
    </p>
  );
}
