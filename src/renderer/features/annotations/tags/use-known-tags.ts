import { useMemo } from 'react';
import { useTags } from '#renderer/bridge/queries.ts';
import type { KnownLabel } from '#renderer/ui/labels.ts';

/** Every tag of the library with how often it is used, the most used first; empty until they are read. */
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
