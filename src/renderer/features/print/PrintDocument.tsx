import { createPortal } from 'react-dom';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { creditText, imprintOf } from '#shared/citation/source-parts.ts';
import { creditsOf, isBook } from '#shared/domain/publication.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type NumberedMark, numberMarks } from './number-marks.ts';
import { PrintedText } from './PrintedText.tsx';
import styles from './PrintDocument.module.css';

/** What to print beside the text. */
export interface PrintChoice {
  readonly highlights: boolean;
  readonly notes: boolean;
}

interface PrintDocumentProps {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly choice: PrintChoice;
}

/**
 * The article as it is printed, which is hidden on the screen. It is a table, because the browser repeats the head of
 * a table on every page, here with the outlet and the date.
 */
export function PrintDocument({ article, annotations, choice }: PrintDocumentProps) {
  const numbered = numberMarks(annotations);
  const marks = choice.highlights
    ? numbered.map((mark) => (choice.notes ? mark : { ...mark, number: null }))
    : [];
  return createPortal(
    <table className={`${styles.paper} paper`} dir={article.direction} lang={article.language}>
      <thead>
        <tr>
          <td>
            <div className={styles.head}>
              <span>{article.outlet && <Bidi text={article.outlet} />}</span>
              <span>{article.date && describeDate(article.date).text}</span>
            </div>
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <h1>
              <Bidi text={article.title} />
            </h1>
            <PrintedSource article={article} />
            <PrintedText article={article} marks={marks} />
            {choice.notes && <EndNotes annotations={annotations} marks={numbered} />}
          </td>
        </tr>
      </tbody>
    </table>,
    document.body,
  );
}

/** The people who made the article, the imprint of a book, and the web address. */
function PrintedSource({ article }: Pick<PrintDocumentProps, 'article'>) {
  const address = readWebAddress(article.address ?? '');
  return (
    <>
      {creditsOf(article).map((credit) => (
        <p key={credit.role} className={styles.author}>
          <Bidi text={creditText(credit)} />
        </p>
      ))}
      {isBook(article) && imprintOf(article).length > 0 && (
        <p className={styles.author}>
          <Bidi text={imprintOf(article).join('، ')} />
        </p>
      )}
      {address !== null && (
        <p className={styles.address} dir="ltr">
          {address}
        </p>
      )}
    </>
  );
}

interface EndNotesProps {
  readonly annotations: readonly Annotation[];
  readonly marks: readonly NumberedMark[];
}

function EndNotes({ annotations, marks }: EndNotesProps) {
  const noted = marks.filter(({ number }) => number !== null);
  if (noted.length === 0) return null;
  return (
    <section className={styles.notes}>
      <h2>{translate('print.notes')}</h2>
      <ol>
        {noted.map(({ id }) => {
          const annotation = annotations.find((each) => each.id === id);
          if (!annotation) return null;
          return (
            <li key={id}>
              <q dir="auto">
                <Bidi text={annotation.quote.exact} />
              </q>
              <p dir="auto">{annotation.note}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
