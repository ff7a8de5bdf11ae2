import type { AnnotationVersion } from '#shared/domain/anchored-marks.ts';

/** Versions with less time between them, ms, belong to one sitting, because a note saves itself while it is written. */
const SITTING_MS = 120_000;

/**
 * The versions that are shown, the newest first: the last one of each sitting, without those that equal the one
 * before.
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
  // A version with an emptied note must not hide the version with its text.
  b.annotation.note !== '' &&
  Date.parse(b.at) - Date.parse(a.at) < SITTING_MS &&
  contentOf({ ...a, annotation: { ...a.annotation, note: '' } }) ===
    contentOf({ ...b, annotation: { ...b.annotation, note: '' } });

function contentOf({ annotation }: AnnotationVersion): string {
  if (!annotation) return '';
  const { meaning, note, tags, span, quote, contentHash } = annotation;
  return JSON.stringify([meaning, note, tags, span, quote.exact, contentHash]);
}
