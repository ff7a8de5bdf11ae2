import {
  type CSSProperties,
  type ClipboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Article, Block } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Gutter } from './Gutter.tsx';
import { blockAt, placeBlocks } from './text-map.ts';
import type { MarkLayout } from './use-mark-layout.ts';
import styles from './ArticleBody.module.css';

interface ArticleBodyProps {
  readonly article: Article;
  readonly marks: ReaderMarks;
  readonly layout: MarkLayout;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly style: CSSProperties;
  readonly hideTashkeel: boolean;
  readonly hijri: boolean;
  readonly onCopy: (event: ClipboardEvent) => void;
  /** The paragraph that was chosen with the keyboard. */
  readonly currentBlock: string | null;
  readonly currentId: AnnotationId | null;
  readonly onBlockClick: (blockId: string) => void;
  readonly onHighlight: (annotation: Annotation) => void;
  readonly onHighlightFocus: (annotation: Annotation) => void;
  readonly onRemoveBookmark: (blockId: string) => void;
  /** Stands below the last paragraph. */
  readonly end: ReactNode;
  /** The selection toolbar. */
  readonly children: ReactNode;
}

/** The text: headline, blocks, and the marks beside them. */
export function ArticleBody(props: ArticleBodyProps) {
  const { article, marks, layout } = props;
  const places = placeBlocks(article.blocks);
  const startsIn = (blockId: string): readonly Annotation[] =>
    marks.annotations.filter(({ span }) => blockAt(places, span.start)?.id === blockId);
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
      >
        <div className={styles.lines} aria-hidden="true">
          {layout.lines.map(({ key, meaning, left, top, width }) => (
            <i key={key} data-meaning={meaning} style={{ left, top, width }} />
          ))}
        </div>
        <header className={styles.header}>
          {article.outlet && (
            <div className={styles.kicker}>
              <Bidi text={article.outlet} />
            </div>
          )}
          <h1>
            <Bidi text={article.title} hideTashkeel={props.hideTashkeel} />
          </h1>
          <ArticleMeta
            article={article}
            withoutOutlet={article.outlet !== null}
            detailed={props.hijri}
            extra={<Counts words={article.wordCount} highlights={marks.annotations.length} />}
          />
          {article.dateNote && <p className={styles.dateNote}>{article.dateNote}</p>}
        </header>
        {article.blocks.map((block) => (
          <div key={block.id} className={styles.block}>
            <Gutter
              annotations={startsIn(block.id)}
              tops={layout.tops}
              bookmarked={marks.bookmarks.some(({ blockId }) => blockId === block.id)}
              currentId={props.currentId}
              onHighlight={props.onHighlight}
              onFocus={props.onHighlightFocus}
              onRemoveBookmark={() => props.onRemoveBookmark(block.id)}
            />
            <BlockText
              block={block}
              hideTashkeel={props.hideTashkeel}
              current={block.id === props.currentBlock}
              onClick={() => props.onBlockClick(block.id)}
            />
          </div>
        ))}
        {props.end}
        {props.children}
      </article>
    </div>
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

const TAGS: Partial<Readonly<Record<Block['kind'], 'h2' | 'blockquote'>>> = {
  heading: 'h2',
  quote: 'blockquote',
};

function BlockText({
  block,
  hideTashkeel,
  current,
  onClick,
}: {
  block: Block;
  hideTashkeel: boolean;
  current: boolean;
  onClick: () => void;
}) {
  const Tag = TAGS[block.kind] ?? 'p';
  const element = useRef<HTMLHeadingElement & HTMLParagraphElement & HTMLQuoteElement>(null);
  // Keys that move from paragraph to paragraph move the focus, so that it is read out.
  useEffect(() => {
    if (current) element.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <Tag
      ref={element}
      tabIndex={current ? -1 : undefined}
      className={styles[block.kind]}
      data-block={block.id}
      data-image={block.kind === 'image' ? translate('reader.image') : undefined}
      data-current={current || undefined}
      onClick={onClick}
      onContextMenu={onClick}
    >
      <Bidi text={block.text} hideTashkeel={hideTashkeel} />
    </Tag>
  );
}
