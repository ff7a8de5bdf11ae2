import type { CSSProperties, ClipboardEvent, ReactNode, RefObject } from 'react';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { OutwardLink } from '#renderer/features/links/index.ts';
import { isBook } from '#shared/domain/publication.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { HeadCover } from '../figures/HeadCover.tsx';
import { BookFacts } from './BookFacts.tsx';
import styles from './ArticleBody.module.css';

interface ArticleBodyProps {
  readonly article: Article;
  readonly highlights: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly style: CSSProperties;
  readonly hideTashkeel: boolean;
  readonly hijri: boolean;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly text: ReactNode;
  /** Content below the last paragraph. */
  readonly end: ReactNode;
  /** The selection toolbar. */
  readonly children: ReactNode;
}

/** The scrolling element with the headline and the blocks. */
export function ArticleBody(props: ArticleBodyProps) {
  const { article } = props;
  const book = isBook(article);
  return (
    <div
      ref={props.scroller}
      className={`${styles.scroller} scroll`}
      role="region"
      aria-label={translate('reader.label')}
      tabIndex={0}
      data-skip-target=""
      style={props.style}
    >
      <article
        ref={props.body}
        className={styles.article}
        lang={article.language}
        dir={article.direction}
        onCopy={props.onCopy}
      >
        <header className={styles.header}>
          <HeadCover />
          {article.outlet && !book && (
            <div className={styles.kicker}>
              <Bidi text={article.outlet} />
            </div>
          )}
          <h1 data-headline="">
            <Bidi text={article.title} hideTashkeel={props.hideTashkeel} />
          </h1>
          {book && (
            <div className={styles.facts}>
              <BookFacts article={article} detailed={props.hijri} />
            </div>
          )}
          <div className={styles.facts}>
            <ArticleMeta
              article={article}
              withoutOutlet={article.outlet !== null}
              withoutSource={book}
              detailed={props.hijri}
              extra={<Counts words={article.wordCount} highlights={props.highlights} />}
            />
          </div>
          {article.dateNote && <p className={styles.dateNote}>{article.dateNote}</p>}
          {article.address && <ArticleAddress address={article.address} />}
        </header>
        {props.text}
        {props.end}
        {props.children}
      </article>
    </div>
  );
}

/** The address where the article was published, as a link and with a button that copies it. */
function ArticleAddress({ address }: { readonly address: string }) {
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address);
    showToast({ text: translate('common.copied') });
  }
  return (
    <p className={styles.address}>
      <OutwardLink address={address}>
        <bdi dir="ltr">{address}</bdi>
      </OutwardLink>
      <IconButton small icon="copy" label={translate('link.copy')} onClick={() => void copy()} />
    </p>
  );
}

function Counts({ words, highlights }: { words: number; highlights: number }) {
  return (
    <>
      {translate('common.words', { n: words })}
      {highlights > 0 && (
        <span className={styles.count}>{translate('common.highlights', { n: highlights })}</span>
      )}
    </>
  );
}
