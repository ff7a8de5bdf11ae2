import * as v from 'valibot';
import {
  type AnnotationId,
  type Meaning,
  type Quote,
  annotationIdSchema,
} from '#shared/domain/annotation.ts';
import type { ImportReason } from '#shared/domain/import-report.ts';
import { MAX_NOTE_UTF16, MAX_QUOTE_UTF16, MAX_TAGS, MAX_TAG_UTF16 } from '#shared/domain/limits.ts';
import { tryParse } from '#shared/domain/parse.ts';
import type { Span } from '#shared/domain/span.ts';
import { sha256 } from '../disk/checksum.ts';

/** One mark from a file, before its position is known. */
export interface ImportRecord {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly id: AnnotationId;
  /** What the file says of the article, which may not be in the library. */
  readonly source: { readonly articleId: string | null; readonly title: string | null };
  readonly meaning: Meaning;
  readonly note: string;
  readonly tags: readonly string[];
  readonly quote: Quote;
  /** Hash of the text for which `span` is valid, written by Hashiya; `null` in a file of another program. */
  readonly contentHash: string | null;
  /** UTF-16 offsets. */
  readonly span: Span | null;
  /** Offsets in code points, as the Web Annotation model counts. */
  readonly codePoints: Span | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

/** A record that cannot be imported, and the reason. */
export interface RefusedRecord {
  readonly number: number;
  readonly reason: ImportReason;
  /** The part of the passage that can be shown. */
  readonly quote: string;
}

export type ReadRecord =
  | { readonly ok: true; readonly record: ImportRecord }
  | { readonly ok: false; readonly refused: RefusedRecord };

/** How much context of another program's record is kept, UTF-16 units. The nearest context is enough. */
const KEPT_CONTEXT_UTF16 = 256;

/** Names that every object inherits; a value stored under them may be lost or do harm. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__internal__',
]);

/** True for a record that tries to change the prototypes. */
export const hasForbiddenKeys = (record: object): boolean =>
  Object.keys(record).some((key) => FORBIDDEN.has(key));

/**
 * Returns the id of a record. Our own id stays; another program's id is turned into a fixed UUID, so that importing twice
 * gives one mark. `null` for an empty, invisible or dangerous id.
 */
export function readId(id: string): AnnotationId | null {
  const parsed = tryParse(annotationIdSchema, id);
  if (parsed.success) return parsed.output;
  if (FORBIDDEN.has(id) || !/[^\p{Cc}\p{Cf}\p{Z}]/u.test(id) || /[\p{Cc}\p{Cf}]/u.test(id))
    return null;
  const hex = sha256(`hashiya annotation ${id}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  // RFC 9562, version 8: a UUID for own uses.
  return v.parse(
    annotationIdSchema,
    [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-'),
  );
}

/** Checks what all kinds of records have in common, and returns the first fault. */
export function findFault(record: {
  readonly exact: string;
  readonly note: string;
  readonly tags: readonly string[];
}): ImportReason | null {
  if (record.exact === '') return 'no-passage';
  if (record.exact.length > MAX_QUOTE_UTF16) return 'passage-too-long';
  if (record.note.length > MAX_NOTE_UTF16) return 'note-too-long';
  const isTooMuch =
    record.tags.length > MAX_TAGS || record.tags.some((tag) => tag.length > MAX_TAG_UTF16);
  return isTooMuch ? 'tags-too-long' : null;
}

/** Shortens the context in another program's quote to its nearest part. */
export const cutQuote = ({ exact, prefix, suffix }: Quote): Quote => ({
  exact,
  prefix: prefix.slice(-KEPT_CONTEXT_UTF16),
  suffix: suffix.slice(0, KEPT_CONTEXT_UTF16),
});

/** Returns a span of at least one unit, and otherwise `null`. */
export const readSpan = (start: number | null, end: number | null): Span | null =>
  start === null || end === null || start >= end ? null : { start, end };

/** Returns the tags without blanks around them, each once. */
export const readTags = (tags: readonly unknown[]): readonly string[] => [
  ...new Set(
    tags.flatMap((tag) => (typeof tag === 'string' && tag.trim() !== '' ? [tag.trim()] : [])),
  ),
];
