import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { ORNAMENTS, coverOf, shortTitle } from './cover-look.ts';
import styles from './Cover.module.css';

interface CoverProps {
  readonly article: ArticleSummary;
  /** Draws the large cover with words for the view of covers, instead of the small one beside a title. */
  readonly large?: boolean;
}

/**
 * The cover of a document: a bound book, or a sheet for everything else. It is drawn from the article's details, so that
 * an article always has the same cover. It is hidden from screen readers, because the title is beside it.
 */
export function Cover({ article, large = false }: CoverProps) {
  const look = coverOf(article);
  return look.kind === 'book' ? (
    <Book article={article} look={look} large={large} />
  ) : (
    <Sheet article={article} label={look.label} large={large} />
  );
}

function Book({
  article,
  look,
  large,
}: Required<CoverProps> & {
  readonly look: { readonly colour: number; readonly ornament: number };
}) {
  return (
    <span
      className={large ? `${styles.book} ${styles.large}` : styles.book}
      data-colour={look.colour}
      dir={article.direction}
      aria-hidden="true"
    >
      <span className={styles.border} />
      <svg className={styles.ornament} viewBox="0 0 40 40">
        <path d={ORNAMENTS[look.ornament]} />
      </svg>
      {large && (
        <>
          <b className={styles.title}>
            <Bidi text={shortTitle(article.title)} />
          </b>
          {article.author && (
            <small className={styles.author} dir="auto">
              <Bidi text={article.author} />
            </small>
          )}
        </>
      )}
    </span>
  );
}

function Sheet({
  article,
  label,
  large,
}: Required<CoverProps> & { readonly label: string | null }) {
  return (
    <span
      className={large ? `${styles.sheet} ${styles.large}` : styles.sheet}
      dir={article.direction}
      aria-hidden="true"
    >
      {large && (
        <>
          <span className={styles.outlet} dir="auto">
            <Bidi text={article.outlet ?? article.author ?? sheetName(article)} />
          </span>
          <b className={styles.headline}>
            <Bidi text={article.title} />
          </b>
          <span className={styles.foot} dir={interfaceDirection()}>
            {article.kind === 'guide'
              ? translate('library.kind.guide')
              : describeDate(article.date).text}
          </span>
        </>
      )}
      {label && <i className={styles.label}>{label}</i>}
    </span>
  );
}

const sheetName = ({ kind }: ArticleSummary): string =>
  translate(kind === 'guide' ? 'app.name' : 'common.unknownSource');
