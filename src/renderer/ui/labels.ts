import { tagKey } from '#shared/arabic/tags.ts';

/** A tag or a collection that is in use, as fields and pickers offer it. */
export interface KnownLabel {
  /** What all spellings of it have in common (`tagKey`). */
  readonly key: string;
  readonly name: string;
  /** How many marks or articles have it; left out where nobody has counted. */
  readonly count?: number;
}

/** Names without counts, as labels to offer. */
export const toLabels = (names: readonly string[]): readonly KnownLabel[] =>
  names.map((name) => ({ key: tagKey(name), name }));

/**
 * The labels that fit what is typed: those that begin so, then those with a word that does, then those that hold it;
 * hamza, tashkeel and case are not told apart. In each group the order is kept; everything fits an empty text.
 */
export function searchLabels(labels: readonly KnownLabel[], typed: string): readonly KnownLabel[] {
  const wanted = tagKey(typed);
  if (wanted === '') return labels;
  const groups: KnownLabel[][] = [[], [], []];
  for (const label of labels) groups[rankOf(label.key, wanted)]?.push(label);
  return groups.flat();
}

function rankOf(key: string, wanted: string): number {
  if (key.startsWith(wanted)) return 0;
  if (key.includes(` ${wanted}`)) return 1;
  return key.includes(wanted) ? 2 : -1;
}
