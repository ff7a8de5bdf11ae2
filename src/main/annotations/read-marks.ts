import type {
  Anchor,
  AnchoredAnnotation,
  AnnotationsOfArticle,
  MarksAtRevision,
  MarksSummary,
} from '#shared/domain/anchored-marks.ts';
import type { AnnotationId, Reading } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { createPace } from '../disk/turns.ts';
import type { MarksParts } from './marks-parts.ts';
import { hasMarks, summarizeMarks } from './summarize-marks.ts';

/** Names one highlight. */
export interface AnnotationRef {
  readonly articleId: ArticleId;
  readonly annotationId: AnnotationId;
}

/** The most articles whose highlights one search returns, because each may have to be read from the disk. */
const MAX_ANCHORED_ARTICLES = 50;

/** The anchor of a highlight whose article cannot be read now. */
const NO_TEXT: Anchor = { confidence: 'orphan', reason: 'not-searched' };

/** Returns the marks of an article with their anchors in the present text. */
export async function marksOf(
  { library, store, anchors, revisionOf }: MarksParts,
  articleId: ArticleId,
): Promise<MarksAtRevision> {
  const article = library.get(articleId);
  const revision = revisionOf(articleId);
  // An article that is no longer in the library keeps its marks, but they are not shown.
  if (!article.ok) return { annotations: [], bookmarks: [], revision };
  return { ...(await anchors.anchorAll(article.value, store.read(articleId))), revision };
}

/** Searches for the anchors of all marks of an article, so that the functions without a search know them. */
export async function lookForMarks(
  { library, store, anchors }: MarksParts,
  articleId: ArticleId,
): Promise<void> {
  const article = library.get(articleId);
  if (article.ok) await anchors.lookFor(article.value, store.read(articleId));
}

/** Returns the reading position with its `offset` in the present text, as far as it is known without a search. */
export function readingOf(
  { library, store, anchors }: MarksParts,
  articleId: ArticleId,
): Reading | null {
  const article = library.get(articleId);
  const { reading } = store.read(articleId);
  return article.ok && reading ? anchors.reading(article.value, reading) : null;
}

/** Returns the highlights and bookmarks of all articles that have any, in the order of the library. */
export async function listMarks({
  library,
  store,
  anchors,
}: MarksParts): Promise<readonly AnnotationsOfArticle[]> {
  const all: AnnotationsOfArticle[] = [];
  const pace = createPace();
  for (const { id } of library.list()) {
    await pace();
    const marks = store.read(id);
    const isMarked = marks.annotations.length + marks.bookmarks.length > 0;
    const article = isMarked ? library.get(id) : null;
    if (!article?.ok) continue;
    all.push({ articleId: id, ...(await anchors.anchorAll(article.value, marks)) });
  }
  return all;
}

/** Returns found highlights, each with its anchor, of the first `MAX_ANCHORED_ARTICLES` articles. */
export async function anchorMatches(
  { library, store, anchors }: MarksParts,
  matches: readonly AnnotationRef[],
): Promise<AnchoredAnnotation[]> {
  const all: AnchoredAnnotation[] = [];
  const pace = createPace();
  const found = new Set(matches.map(({ annotationId }) => annotationId));
  const articleIds = [...new Set(matches.map(({ articleId }) => articleId))];
  for (const articleId of articleIds.slice(0, MAX_ANCHORED_ARTICLES)) {
    await pace();
    const article = library.get(articleId);
    const annotations = store.read(articleId).annotations.filter(({ id }) => found.has(id));
    if (article.ok) {
      const anchored = await anchors.anchorAll(article.value, { ...NO_MARKS, annotations });
      all.push(...anchored.annotations);
    } else all.push(...annotations.map((annotation) => ({ ...annotation, anchor: NO_TEXT })));
  }
  return all;
}

/** Returns the summaries of all articles that have marks, a reading position or a shelf. */
export async function summarizeAll({
  library,
  store,
}: MarksParts): Promise<readonly MarksSummary[]> {
  const all: MarksSummary[] = [];
  const pace = createPace();
  for (const { id } of library.list()) {
    const summary = summarizeMarks(id, store.read(id));
    if (hasMarks(summary)) all.push(summary);
    await pace();
  }
  return all;
}
