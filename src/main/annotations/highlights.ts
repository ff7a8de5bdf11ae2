import { describeSpan } from '#shared/anchoring/describe.ts';
import { tidyTags } from '#shared/arabic/tags.ts';
import type { SavedAnnotation } from '#shared/domain/anchored-marks.ts';
import type {
  Annotation,
  AnnotationDraft,
  AnnotationId,
  StoredPlace,
} from '#shared/domain/annotation.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { MAX_QUOTE_UTF16 } from '#shared/domain/limits.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { Span } from '#shared/domain/span.ts';
import { type StoreError, removalOf } from '../store/marks-store.ts';
import { type MarksError, type MarksParts, commit } from './marks-parts.ts';
import type { MarkAnchors } from './mark-anchors.ts';

/** A highlight and the span that it belongs to, in the present text. */
export interface PlaceChosen {
  readonly articleId: ArticleId;
  readonly id: AnnotationId;
  readonly span: Span;
}

/** The window shows the message of the reason, as it does for errors of the disk. */
const TOO_LONG = { code: 'annotation/too-long', params: { reason: 'too-long' } } as const;

/** Saves a new or changed highlight, and removes those that it absorbs. */
export function saveAnnotation(
  parts: MarksParts,
  { absorbs, tags, ...draft }: AnnotationDraft,
): Result<SavedAnnotation, MarksError> {
  const { library, store, anchors } = parts;
  const article = library.get(draft.articleId);
  if (!article.ok) return article;
  const before = store.findAnnotation(draft.articleId, draft.id);
  const kept = before && keptPlace(anchors, article.value, before, draft.span);
  const refused = kept ? null : refuseSpan(anchors, article.value, draft.span);
  if (refused) return fail(refused);
  const updatedAt = parts.now().toISOString();
  const annotation: Annotation = {
    ...draft,
    ...(kept ?? describe(anchors, article.value, draft.span)),
    tags: tags ? tidyTags(tags) : (before?.tags ?? []),
    createdAt: before?.createdAt ?? updatedAt,
    updatedAt,
  };
  if (before && kept) anchors.isSamePlace(annotation, before);
  return put(parts, article.value, annotation, absorbs);
}

export function removeAnnotation(
  parts: MarksParts,
  articleId: ArticleId,
  id: AnnotationId,
): Result<null, MarksError> {
  const gone = parts.store.findAnnotation(articleId, id);
  if (!gone) return succeed(null);
  return commit(parts, articleId, [removalOf(gone, parts.now().toISOString())]);
}

/** Gives a highlight the span that the reader chose. */
export function pinAnnotation(
  parts: MarksParts,
  { articleId, id, span }: PlaceChosen,
): Result<SavedAnnotation, MarksError> {
  const { library, store, anchors } = parts;
  const article = library.get(articleId);
  if (!article.ok) return article;
  const before = store.findAnnotation(articleId, id);
  if (!before) return fail({ code: 'annotation/not-found' });
  const refused = refuseSpan(anchors, article.value, span);
  if (refused) return fail(refused);
  const updatedAt = parts.now().toISOString();
  return put(parts, article.value, {
    ...before,
    ...describe(anchors, article.value, span),
    updatedAt,
  });
}

function put(
  parts: MarksParts,
  article: Article,
  annotation: Annotation,
  absorbed: readonly AnnotationId[] = [],
): Result<SavedAnnotation, StoreError> {
  const { articleId, updatedAt: at } = annotation;
  const saved = commit(parts, articleId, [
    { kind: 'put-annotation', articleId, at, annotation },
    ...absorbed.flatMap((id) => {
      const gone = parts.store.findAnnotation(articleId, id);
      return gone ? [removalOf(gone, at)] : [];
    }),
  ]);
  if (!saved.ok) return saved;
  return succeed({
    annotation: { ...annotation, anchor: parts.anchors.of(article, annotation) },
    revision: parts.revisionOf(articleId),
  });
}

function describe(anchors: MarkAnchors, article: Article, span: Span): StoredPlace {
  const quote = describeSpan(anchors.text(article), span);
  return { span, contentHash: article.contentHash, quote };
}

/** Returns the stored place of a highlight whose anchor is uncertain and that the reader did not move; else `null`. */
function keptPlace(
  anchors: MarkAnchors,
  article: Article,
  before: Annotation,
  asked: Span,
): StoredPlace | null {
  const anchor = anchors.of(article, before);
  if (anchor.confidence === 'exact' || anchor.confidence === 'repaired') return null;
  const shown = anchor.confidence === 'orphan' ? before.span : anchor.span;
  if (shown.start !== asked.start || shown.end !== asked.end) return null;
  const { span, contentHash, quote } = before;
  return { span, contentHash, quote };
}

/** Returns why a highlight cannot have this span, or `null` when it can. */
function refuseSpan(
  anchors: MarkAnchors,
  article: Article,
  { start, end }: Span,
): MarksError | null {
  if (end > anchors.text(article).length) return { code: 'annotation/outside-text' };
  return end - start > MAX_QUOTE_UTF16 ? TOO_LONG : null;
}
