import { useMemo } from 'react';
import { type KnownTag, countTags } from '../page/arrange-annotations.ts';
import { useListedAnnotations } from '../page/use-listed-annotations.ts';

/** Every tag of the library, the most used first. */
export function useKnownTags(): readonly KnownTag[] {
  const items = useListedAnnotations();
  return useMemo(() => countTags(items ?? []), [items]);
}
