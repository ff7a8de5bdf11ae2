import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { Bookmark } from '#shared/domain/annotation.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import type { Span } from '#shared/domain/span.ts';
import { bookmarkName } from '../bookmark-name.ts';

/** One bookmark in the list of the marks page. */
export interface ListedBookmark {
  readonly key: string;
  readonly article: ArticleSummary;
  readonly record: Bookmark;
  /** The span of its words in the present text; `null` when they were not found. */
  readonly span: Span | null;
}

/** All bookmarks of all articles, in the order of the library and the text. Orphans come last. */
export function listBookmarks(
  articles: readonly ArticleSummary[],
  marks: ReadonlyMap<ArticleId, Pick<ReaderMarks, 'bookmarks' | 'orphanBookmarks'>>,
): readonly ListedBookmark[] {
  return articles.flatMap((article) => {
    const { bookmarks = [], orphanBookmarks = [] } = marks.get(article.id) ?? {};
    const listed = (record: Bookmark, span: Span | null): ListedBookmark => ({
      key: `${article.id} ${bookmarkKey(record)}`,
      article,
      record,
      span,
    });
    return [
      ...bookmarks
        .toSorted((a, b) => a.span.start - b.span.start)
        .map(({ record, span }) => listed(record, span)),
      ...orphanBookmarks.map((record) => listed(record, null)),
    ];
  });
}

/** The bookmarks whose name or article contains the typed text. Hamza, tashkeel and case make no difference. */
export function searchBookmarks(
  bookmarks: readonly ListedBookmark[],
  typed: string,
): readonly ListedBookmark[] {
  const wanted = tagKey(typed);
  if (wanted === '') return bookmarks;
  return bookmarks.filter(({ record, article }) =>
    `${foldLong(bookmarkName(record))} ${foldLong(article.title)}`.includes(wanted),
  );
}

/** Folds a long text word by word, because `tagKey` takes only texts as long as a tag. */
const foldLong = (text: string): string => text.split(/\s+/u).map(tagKey).join(' ');
