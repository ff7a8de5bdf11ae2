import { tagKey, tidyTag } from '#shared/arabic/tags.ts';
import { MAX_TAGS } from '#shared/domain/limits.ts';
import { type KnownLabel, searchLabels } from './labels.ts';

/** The number of known labels that are suggested at a time. */
const MAX_OFFERED = 6;

/** A suggestion of a field of labels; a new one is the typed text. */
export interface Offer extends KnownLabel {
  readonly isNew: boolean;
}

/** Returns the suggestions: known labels that fit the typed text, and the typed text as a new label unless it is known. */
export function offerLabels(
  known: readonly KnownLabel[],
  values: readonly string[],
  typed: string,
): readonly Offer[] {
  const taken = new Set(values.map(tagKey));
  const key = tagKey(typed);
  const isNew = key !== '' && !taken.has(key) && known.every((each) => each.key !== key);
  return [
    ...searchLabels(known, typed)
      .filter((each) => !taken.has(each.key))
      .slice(0, MAX_OFFERED)
      .map((each) => ({ ...each, isNew: false })),
    ...(isNew ? [{ key, name: tidyTag(typed), isNew }] : []),
  ];
}

/**
 * Adds labels to a set. Those that are empty or already there in another spelling are left out, and a known label keeps
 * its spelling.
 *
 * @param fixed labels that are shown beside the set
 */
export function addLabels(
  values: readonly string[],
  added: readonly string[],
  { fixed, known }: { fixed: readonly string[]; known: readonly KnownLabel[] },
): readonly string[] {
  const taken = new Set([...fixed, ...values].map(tagKey));
  const next = [...values];
  for (const value of added) {
    const key = tagKey(value);
    if (key === '' || taken.has(key) || next.length >= MAX_TAGS) continue;
    taken.add(key);
    next.push(known.find((each) => each.key === key)?.name ?? tidyTag(value));
  }
  return next;
}
