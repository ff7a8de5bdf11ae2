import { tagKey } from '#shared/arabic/tags.ts';

/** A tag or a collection that is in use, as fields and pickers show it. */
export interface KnownLabel {
  /** The key that all spellings of the label share (`tagKey`). */
  readonly key: string;
  readonly name: string;
  /** The number of marks or articles that have the label; missing where it was not counted. */
  readonly count?: number;
}

/** Makes labels without counts from names. */
export const toLabels = (names: readonly string[]): readonly KnownLabel[] =>
  names.map((name) => ({ key: tagKey(name), name }));

/**
 * The labels that fit the typed text: first those that begin with it, then those with a word that does, then those
 * that contain it. Hamza, tashkeel and case make no difference, each group keeps its order, and everything fits an
 * empty text.
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
