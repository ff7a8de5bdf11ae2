import type { Annotation } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import {
  MAX_CONTEXT_UTF16,
  MAX_DETAIL_UTF16,
  MAX_NOTE_UTF16,
  MAX_QUOTE_UTF16,
  MAX_TAGS,
  MAX_TAG_UTF16,
  UUID,
} from '#shared/domain/limits.ts';
import { isUtcTime } from '#shared/domain/time.ts';
import { isObject } from '#shared/domain/is-object.ts';

const FIELDS = 10;
const meanings: ReadonlySet<unknown> = new Set(MEANINGS);

/**
 * True for an annotation in the form in which the store writes them: `annotationSchema` would accept it
 * and give it back unchanged. False says nothing: the schema must then be asked. It takes a small part of the schema's
 * time, which was the longest in opening a large library.
 *
 * @param record     of parsed JSON
 * @param articleId  a valid one; the annotation must belong to it
 */
export function isUsualAnnotation(record: unknown, articleId: string): record is Annotation {
  return (
    isObject(record) &&
    Object.keys(record).length === FIELDS &&
    record['articleId'] === articleId &&
    typeof record['id'] === 'string' &&
    UUID.test(record['id']) &&
    meanings.has(record['meaning']) &&
    isSpan(record['span']) &&
    typeof record['contentHash'] === 'string' &&
    record['contentHash'].length <= MAX_DETAIL_UTF16 &&
    isQuote(record['quote']) &&
    typeof record['note'] === 'string' &&
    record['note'].length <= MAX_NOTE_UTF16 &&
    isTags(record['tags']) &&
    isTime(record['createdAt']) &&
    isTime(record['updatedAt'])
  );
}

function isSpan(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  const { start, end } = value;
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end)
  );
}

const isQuote = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  typeof value['exact'] === 'string' &&
  value['exact'] !== '' &&
  value['exact'].length <= MAX_QUOTE_UTF16 &&
  isContext(value['prefix']) &&
  isContext(value['suffix']);

const isContext = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= MAX_CONTEXT_UTF16;

const isTags = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= MAX_TAGS && value.every(isTag);

const isTag = (tag: unknown): boolean =>
  typeof tag === 'string' && tag !== '' && tag.length <= MAX_TAG_UTF16 && tag === tag.trim();

const isTime = (value: unknown): boolean => typeof value === 'string' && isUtcTime(value);
