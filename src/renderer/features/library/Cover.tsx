import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { ORNAMENTS, coverOf, shortTitle } from './cover-look.ts';
import styles from './Cover.module.css';

interface CoverProps {
  readonly article: ArticleSummary;
  /** Large, with words on it, as in the view of covers; else a small drawing beside the title. */
  readonly large?: boolean;
}

/**
 * What a document looks like on a shelf: a bound cover for a book, a written sheet for all else. Drawn from what is known
 * of it, so that the same document has the same cover always. The title beside it says what it is.
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
