import { useState } from 'react';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { assetPath } from '#shared/domain/asset-path.ts';
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
 * The cover of a document: the one that a book brings, or else a bound book, or a sheet for everything else. Those are drawn
 * from the article's details, so that an article always has the same cover. It is hidden from screen readers, because the title is beside it.
 */
export function Cover({ article, large = false }: CoverProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const cover = article.publication?.cover ?? null;
  if (cover !== null && failed !== cover)
    return (
      <span
        className={large ? `${styles.book} ${styles.large}` : styles.book}
        dir={article.direction}
        aria-hidden="true"
      >
        <img
          className={styles.picture}
          src={assetPath(article.id, cover)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(cover)}
        />
      </span>
    );
  return <DrawnCover article={article} large={large} />;
}

function DrawnCover({ article, large }: Required<CoverProps>) {
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
