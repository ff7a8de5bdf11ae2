import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import { spansOfBlocks } from '#shared/domain/block-spans.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type NumberedMark, type Passage, numberMarks, splitPassages } from './split-passages.ts';
import styles from './PrintDocument.module.css';

/** The elements for blocks that are not paragraphs. */
const TAGS: Partial<Readonly<Record<Block['kind'], 'h2' | 'blockquote'>>> = {
  heading: 'h2',
  quote: 'blockquote',
};

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
  const text = canonicalText(article.blocks);
  const blockSpans = spansOfBlocks(article.blocks);
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
            {article.blocks.map((block, index) => {
              const blockSpan = blockSpans[index];
              const Tag = TAGS[block.kind] ?? 'p';
              return (
                <Tag key={block.id} data-kind={block.kind}>
                  {blockSpan &&
                    splitPassages(blockSpan, marks).map((passage) => (
                      <PrintedPassage key={passage.span.start} passage={passage} text={text} />
                    ))}
                </Tag>
              );
            })}
            {choice.notes && <EndNotes annotations={annotations} marks={numbered} />}
          </td>
        </tr>
      </tbody>
    </table>,
    document.body,
  );
}

/** The author, the outlet and the web address of the article. */
function PrintedSource({ article }: Pick<PrintDocumentProps, 'article'>) {
  const address = readWebAddress(article.address ?? '');
  return (
    <>
      {article.author !== null && (
        <p className={styles.author}>
          <Bidi text={article.author} />
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

function PrintedPassage({ passage, text }: { readonly passage: Passage; readonly text: string }) {
  const { span, marks, notes } = passage;
  const words: ReactNode = <Bidi text={text.slice(span.start, span.end)} />;
  return (
    <>
      {marks.reduceRight<ReactNode>(
        (inner, { id, meaning }) => (
          <mark key={id} data-meaning={meaning}>
            {inner}
          </mark>
        ),
        words,
      )}
      {notes.map((number) => (
        <sup key={number}>{number}</sup>
      ))}
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
