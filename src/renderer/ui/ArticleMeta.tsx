import type { ReactNode } from 'react';
import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { ArticleSummary, Trouble } from '#shared/domain/article.ts';
import { hijriDate } from '#shared/i18n/calendars.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { interfaceDirection, numberLocale } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import { Tag } from './Tag.tsx';
import { describeBook } from './describe-book.ts';
import { describeReadingTime } from './reading-time.ts';
import { troubleText } from './trouble-text.ts';
import styles from './ArticleMeta.module.css';

interface ArticleMetaProps {
  readonly article: Pick<
    ArticleSummary,
    | 'kind'
    | 'author'
    | 'outlet'
    | 'date'
    | 'dateNote'
    | 'wordCount'
    | 'trouble'
    | 'publication'
    | 'own'
  >;
  readonly marks?: MarksSummary | undefined;
  readonly extra?: ReactNode;
  /** Leaves the outlet out, because the page shows it elsewhere. */
  readonly withoutOutlet?: boolean;
  /** Leaves names and date out, because the page shows them elsewhere. */
  readonly withoutSource?: boolean;
  /** Shows the Hijri date beside the Gregorian one. */
  readonly detailed?: boolean;
}

/** Author · outlet · date · what a book says of itself · minutes · highlights · notes, in one line that runs in the direction of the interface. */
export function ArticleMeta({
  article,
  marks,
  extra,
  withoutOutlet = false,
  withoutSource = false,
  detailed = false,
}: ArticleMetaProps) {
  const showsSource = article.kind === 'article' && !withoutSource;
  const parts: readonly (readonly [key: string, part: ReactNode])[] = [
    ...(showsSource ? namesOf(article, withoutOutlet) : []).map(
      (name, at) => [`name ${at}`, <Name key={name} name={name} />] as const,
    ),
    ...(showsSource
      ? ([['date', <PublishedOn key="date" article={article} detailed={detailed} />]] as const)
      : []),
    ...describeBook(article).map((part, at) => [`book ${at}`, part] as const),
    ['minutes', describeReadingTime(article.wordCount)],
    ...(marks && marks.highlights > 0
      ? ([['highlights', translate('common.highlights', { n: marks.highlights })]] as const)
      : []),
    ...(marks && marks.notes > 0
      ? ([['notes', translate('common.notes', { n: marks.notes })]] as const)
      : []),
    ...(article.trouble
      ? ([['trouble', <TroubleTag key="trouble" trouble={article.trouble} />]] as const)
      : []),
    ...(extra ? ([['extra', extra]] as const) : []),
  ];
  return (
    <div className={styles.meta} dir={interfaceDirection()} data-meta="">
      <div className={styles.parts}>
        {parts.map(([key, part]) => (
          <span key={key} className={styles.part}>
            {part}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A label that says what is wrong with the file of an article. */
export function TroubleTag({ trouble }: { trouble: Trouble }) {
  return (
    <Tag tone="warn">
      <Icon name="warn" small />
      {troubleText(trouble)}
    </Tag>
  );
}

/** The author and the outlet, or a text that says that neither is known. */
function namesOf(
  { author, outlet }: ArticleMetaProps['article'],
  withoutOutlet: boolean,
): readonly string[] {
  const names = [author, withoutOutlet ? null : outlet].filter((name) => name !== null);
  return names.length > 0 || withoutOutlet ? names : [translate('common.unknownSource')];
}

function Name({ name }: { name: string }) {
  return (
    <span className={styles.name}>
      <Bidi text={name} />
    </span>
  );
}

/** The date of an article, with a label when it is uncertain. */
export function PublishedOn({ article, detailed }: Pick<ArticleMetaProps, 'article' | 'detailed'>) {
  const date = describeDate(article.date);
  const hijri = detailed ? hijriDate(article.date, numberLocale()) : null;
  return (
    <>
      {hijri === null ? date.text : translate('cite.calendars', { gregorian: date.text, hijri })}{' '}
      {date.uncertain && (
        <Tag tone="warn" title={article.dateNote ?? undefined}>
          <Icon name="warn" small />
          {translate('common.dateUncertain')}
        </Tag>
      )}
    </>
  );
}
