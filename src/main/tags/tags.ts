import type { TagCount } from '#shared/domain/tags.ts';
import type { Library } from '../library/library.ts';
import type { MarksStore } from '../store/marks-store.ts';
import { countTags } from './count-tags.ts';

/** The tags of the whole library. */
export interface Tags {
  /** Every tag in use, the most used first. */
  list(): TagCount[];
}

interface Parts {
  readonly library: Library;
  readonly store: MarksStore;
}

export function createTags({ library, store }: Parts): Tags {
  return {
    list: () =>
      countTags(
        library.list().map(({ id, own }) => ({ marks: store.read(id), tags: own?.tags ?? [] })),
      ),
  };
}
