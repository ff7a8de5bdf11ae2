import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { Span } from '#shared/domain/span.ts';

/** What making a highlight does to those of the same meaning that it touches. */
export interface Merge {
  /** The highlight that lives on; `null` makes a new one. */
  readonly survivor: AnnotationId | null;
  readonly span: Span;
  readonly note: string;
  readonly tags: readonly string[];
  readonly removed: readonly AnnotationId[];
}

/** At most one character, a space, may stand between two highlights that become one. */
const GAP_UTF16 = 1;

/**
 * Joins a new highlight with those of the same meaning that it overlaps or touches: the oldest lives on,
 * their notes are kept, one below the other. Other meanings are never changed.
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
  // Joining one may bring another within reach.
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
