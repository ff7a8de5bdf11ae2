import { tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { Annotation } from '#shared/domain/annotation.ts';

/** A tag, and the number of highlights that have it. */
export interface CountedTag {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

const byName = new Intl.Collator('ar', { numeric: true });

/** The tags of some highlights, the most used first. Spellings of one tag are counted together. */
export function countTags(
  annotations: readonly Pick<Annotation, 'tags' | 'note'>[],
): readonly CountedTag[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const tag of annotations.flatMap(tagsOf)) {
    const key = tagKey(tag);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { name: tag, count: 1 });
  }
  return [...counts]
    .map(([key, counted]) => ({ key, ...counted }))
    .sort((a, b) => b.count - a.count || byName.compare(a.name, b.name));
}
