import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { Span } from '#shared/domain/span.ts';

/** What a new highlight does to those of the same meaning that it touches. */
export interface Merge {
  /** The highlight that is kept; `null` means a new one. */
  readonly survivor: AnnotationId | null;
  readonly span: Span;
  readonly note: string;
  readonly tags: readonly string[];
  readonly removed: readonly AnnotationId[];
}

/** Longest gap between two highlights that are joined, UTF-16 units: one space. */
const GAP_UTF16 = 1;

/**
 * Joins a new highlight with those of the same meaning that it overlaps or touches. The oldest is kept, and all notes are
 * added to it, one below the other. Other meanings are never changed.
 */
export function mergeHighlight(
  annotations: readonly Annotation[],
  meaning: Meaning,
  span: Span,
): Merge {
  const same = annotations.filter((other) => other.meaning === meaning);
  let joined = span;
  const touched = new Set<Annotation>();
  let size = -1;
  // A joined highlight may touch further ones.
  while (touched.size !== size) {
    size = touched.size;
    for (const other of same) {
      if (touched.has(other) || !touches(other.span, joined)) continue;
      touched.add(other);
      joined = {
        start: Math.min(joined.start, other.span.start),
        end: Math.max(joined.end, other.span.end),
      };
    }
  }
  const inTextOrder = [...touched].sort((a, b) => a.span.start - b.span.start);
  const oldest = [...touched].sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
  return {
    survivor: oldest?.id ?? null,
    span: joined,
    note: inTextOrder
      .map(({ note }) => note)
      .filter((note) => note.trim() !== '')
      .join('\n'),
    tags: [...new Set(inTextOrder.flatMap(({ tags }) => tags))],
    removed: inTextOrder.filter((other) => other !== oldest).map(({ id }) => id),
  };
}

const touches = (a: Span, b: Span): boolean =>
  a.start <= b.end + GAP_UTF16 && b.start <= a.end + GAP_UTF16;
