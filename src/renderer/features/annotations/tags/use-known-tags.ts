import { useMemo } from 'react';
import { useTags } from '#renderer/bridge/queries.ts';
import type { KnownLabel } from '#renderer/ui/labels.ts';

/** All tags of the library with the number of their uses, the most used first. Empty until they are read. */
export function useKnownTags(): readonly KnownLabel[] {
  const tags = useTags();
  return useMemo(
    () =>
      (tags ?? []).map(({ key, name, marks, articles }) => ({
        key,
        name,
        count: marks + articles,
      })),
    [tags],
  );
}
