import type { Quote } from '#shared/domain/annotation.ts';
import { creditsOf } from '#shared/domain/publication.ts';
import type { PlaceInText } from '#shared/document/places.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { toCodePoints } from './code-points.ts';
import type { ExportedAnnotation, ExportedArticle } from './exported.ts';
import {
  ANNOTATION_CONTEXT,
  OWN_TERMS,
  PRINTED_PAGES,
  articleIri,
  uuidIri,
} from './web-annotation.ts';

interface PageOptions {
  /** Returns a new random UUID for the page. */
  readonly newId: () => string;
  readonly now: Date;
}

/**
 * Writes one Annotation Page of the W3C Web Annotation Data Model with everything that a mark holds, so that it can be
 * imported without loss. Positions are in code points, as the model demands, and only where the text is unchanged; our
 * own UTF-16 offsets are written as well.
 */
export function exportWebAnnotations(
  articles: readonly ExportedArticle[],
  { newId, now }: PageOptions,
): string {
  const items = articles.flatMap((exported) =>
    exported.annotations.map((mark) => writeAnnotation(exported, mark)),
  );
  const page = {
    '@context': [ANNOTATION_CONTEXT, OWN_TERMS],
    id: uuidIri(newId()),
    type: 'AnnotationPage',
    partOf: {
      id: uuidIri(newId()),
      type: 'AnnotationCollection',
      label: translate('export.title'),
      total: items.length,
      modified: now.toISOString(),
    },
    startIndex: 0,
    items,
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function writeAnnotation(exported: ExportedArticle, mark: ExportedAnnotation) {
  const { annotation } = mark;
  const { id, createdAt, updatedAt, note } = annotation;
  return {
    id: uuidIri(id),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: createdAt,
    modified: updatedAt,
    body: writeBodies({ annotation }),
    target: writeTarget(exported, mark),
  };
}

/** Describes the article with the terms of the model's context. */
function describe(article: Article) {
  const { title, author, outlet, date, address } = article;
  const people = creditsOf(article).filter(
    ({ role }) => role === 'translator' || role === 'editor',
  );
  const known = {
    'dcterms:title': title,
    'dcterms:creator': author,
    'dcterms:publisher': outlet,
    'dcterms:date': date,
    'schema:url': address ?? null,
  };
  return Object.fromEntries([
    ...Object.entries(known).filter(([, value]) => value !== null),
    ...people.map(({ role, names }) => [`schema:${role}`, names] as const),
  ]);
}

type Marked = Pick<ExportedAnnotation, 'annotation'>;

function writeBodies({ annotation: { note, meaning, tags } }: Marked) {
  const comment = {
    type: 'TextualBody',
    value: note,
    purpose: 'commenting',
    format: 'text/plain',
    textDirection: 'auto',
  };
  return [
    ...(note === '' ? [] : [comment]),
    { type: 'TextualBody', value: meaning, purpose: 'classifying', language: 'en' },
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
}

function writeTarget(
  { article, articleId, text }: ExportedArticle,
  { annotation, place }: ExportedAnnotation,
) {
  const { quote, span, contentHash } = annotation;
  const isSameText = article?.contentHash === contentHash;
  const position = isSameText
    ? [{ type: 'TextPositionSelector', ...toCodePoints(text, span) }]
    : [];
  return {
    type: 'SpecificResource',
    source: {
      id: articleIri(articleId),
      type: 'Text',
      format: 'text/plain',
      language: article?.language ?? 'und',
      textDirection: article?.direction ?? 'auto',
      ...(article ? describe(article) : {}),
    },
    selector: [{ type: 'TextQuoteSelector', ...quote }, ...position, ...writePages(place, quote)],
    ...(place?.chapter == null ? {} : { 'hashiya:chapter': place.chapter }),
    'hashiya:contentHash': contentHash,
    'hashiya:utf16Start': span.start,
    'hashiya:utf16End': span.end,
  };
}

/** Selects the printed pages of a passage, and in them its words. */
function writePages(place: PlaceInText | null, { exact }: Quote) {
  if (place === null || place.page === null) return [];
  const labels = [place.page, place.lastPage].filter((page) => page !== null);
  return [
    {
      type: 'FragmentSelector',
      conformsTo: PRINTED_PAGES,
      value: `page=${labels.map(encodeLabel).join(',')}`,
      refinedBy: { type: 'TextQuoteSelector', exact },
    },
  ];
}

/** Half a surrogate pair cannot be encoded, so it becomes a replacement character. */
const encodeLabel = (label: string): string =>
  encodeURIComponent(label.replace(/[\ud800-\udfff]/gu, '\ufffd'));
