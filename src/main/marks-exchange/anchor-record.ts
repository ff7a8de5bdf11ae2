import { describeSpan } from '#shared/anchoring/describe.ts';
import { type Annotation, type StoredPlace, annotationSchema } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { ImportReason, MarkImportState } from '#shared/domain/import-report.ts';
import { tryParse } from '#shared/domain/parse.ts';
import type { Found } from '../anchoring/finder.ts';
import { fromCodePoints } from './code-points.ts';
import { type ArticleFinder, type Candidate, isNotSearched } from './find-article.ts';
import type { ImportRecord } from './import-record.ts';

/** A record as it will be in the library, and how certain its anchor is. */
export interface AnchoredRecord {
  readonly record: ImportRecord;
  readonly state: Exclude<MarkImportState, 'known'>;
  readonly reason: ImportReason | null;
  /** `null` when the record is refused. */
  readonly annotation: Annotation | null;
  readonly title: string | null;
}

/**
 * Finds the position of a record. A record of Hashiya keeps its own span, quote and hash, so that nothing is lost and an
 * uncertain anchor never replaces the original. For another program's record the found position is stored, and described
 * again if its words are exactly there.
 *
 * @param importedAt  time of records without a time, ISO 8601 UTC
 */
export async function anchorRecord(
  record: ImportRecord,
  finder: ArticleFinder,
  importedAt: string,
): Promise<AnchoredRecord> {
  const { title } = record.source;
  const found = await finder.find(record);
  if (!found) return keepWithoutArticle(record, importedAt);
  if (found === 'not-searched')
    return { record, annotation: null, title, state: 'unsearched', reason: null };
  const stored = storedPlace(record, found);
  const resolution = await finder.anchor(found, stored);
  const place = record.contentHash === null ? describe(stored, resolution, found) : stored;
  const annotation = toAnnotation(record, { articleId: found.article.id, ...place }, importedAt);
  if (!annotation) return refuse(record, title);
  return { record, annotation, title: found.article.title, ...judge(resolution) };
}

/** Keeps a record without an article, because its mark is shown when the article is added. */
function keepWithoutArticle(record: ImportRecord, importedAt: string): AnchoredRecord {
  const { articleId, title } = record.source;
  const parsed = tryParse(articleIdSchema, articleId);
  if (!parsed.success)
    return { record, annotation: null, title, state: 'refused', reason: 'no-article' };
  const { contentHash, quote } = record;
  const place = { span: givenSpan(record), contentHash: contentHash ?? '', quote };
  const annotation = toAnnotation(record, { articleId: parsed.output, ...place }, importedAt);
  if (!annotation) return refuse(record, title);
  return { record, annotation, title, state: 'orphaned', reason: 'article-missing' };
}

const refuse = (record: ImportRecord, title: string | null): AnchoredRecord => ({
  record,
  annotation: null,
  title,
  state: 'refused',
  reason: 'not-valid',
});

/** Returns the offsets at which the search begins: ours, those of the model, or the start of the text. */
function storedPlace(record: ImportRecord, { text }: Candidate): StoredPlace {
  const { contentHash, quote, codePoints } = record;
  const span = record.span ?? (codePoints && fromCodePoints(text, codePoints));
  return { span: span ?? givenSpan(record), contentHash: contentHash ?? '', quote };
}

const givenSpan = ({ span, codePoints, quote }: ImportRecord) =>
  span ?? codePoints ?? { start: 0, end: quote.exact.length };

function describe(
  stored: StoredPlace,
  resolution: Found,
  { article, text }: Candidate,
): StoredPlace {
  if (resolution.state === 'orphan') return stored;
  const { span, confidence } = resolution;
  if (confidence !== 'exact') return { ...stored, span };
  return { span, contentHash: article.contentHash, quote: describeSpan(text, span) };
}

function toAnnotation(
  { id, meaning, note, tags, createdAt, updatedAt }: ImportRecord,
  place: StoredPlace & Pick<Annotation, 'articleId'>,
  importedAt: string,
): Annotation | null {
  const parsed = tryParse(annotationSchema, {
    id,
    meaning,
    note,
    ...place,
    tags,
    createdAt: createdAt ?? updatedAt ?? importedAt,
    updatedAt: updatedAt ?? createdAt ?? importedAt,
  });
  return parsed.success ? parsed.output : null;
}

function judge(resolution: Found): Pick<AnchoredRecord, 'state' | 'reason'> {
  if (isNotSearched(resolution)) return { state: 'unanchored', reason: null };
  if (resolution.state === 'orphan') return { state: 'orphaned', reason: resolution.reason };
  switch (resolution.confidence) {
    case 'exact':
      return { state: 'exact', reason: null };
    case 'repaired':
      return { state: 'repaired', reason: null };
    case 'approximate':
      return { state: 'approximate', reason: null };
    default:
      return assertNever(resolution.confidence);
  }
}
