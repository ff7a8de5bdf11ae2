import type { AnnotationVersion } from '#shared/domain/anchored-marks.ts';

/** Versions closer together, ms, come from one sitting: a note saves itself while it is written. */
const SITTING_MS = 120_000;

/**
 * The versions worth showing, the newest first: the last one of each sitting, and none that says the same
 * as the one before.
 *
 * @param versions  oldest first
 */
export function collapseVersions(versions: readonly AnnotationVersion[]): AnnotationVersion[] {
  const shown: AnnotationVersion[] = [];
  for (const version of versions) {
    const last = shown.at(-1);
    if (last && contentOf(last) === contentOf(version)) continue;
    if (last && isSameSitting(last, version)) shown.pop();
    shown.push(version);
  }
  return shown.toReversed();
}

const isSameSitting = (a: AnnotationVersion, b: AnnotationVersion): boolean =>
  a.annotation !== null &&
  b.annotation !== null &&
  a.annotation.note !== '' &&
  // An emptied note never hides the text that it had.
  b.annotation.note !== '' &&
  Date.parse(b.at) - Date.parse(a.at) < SITTING_MS &&
  contentOf({ ...a, annotation: { ...a.annotation, note: '' } }) ===
    contentOf({ ...b, annotation: { ...b.annotation, note: '' } });

function contentOf({ annotation }: AnnotationVersion): string {
  if (!annotation) return '';
  const { meaning, note, tags, span, quote, contentHash } = annotation;
  return JSON.stringify([meaning, note, tags, span, quote.exact, contentHash]);
}
