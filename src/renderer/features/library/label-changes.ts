import type { LabelGroup } from '#shared/domain/labels.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import { MAX_TAGS } from '#shared/domain/limits.ts';
import type { LibraryItem } from './reading-state.ts';

export type LabelKind = 'tags' | 'collections';

const labelsIn = ({ article }: LibraryItem, kind: LabelKind): readonly string[] =>
  article.own?.[kind] ?? [];

/** The labels that all of the articles have, in any spelling. */
export function commonLabels(items: readonly LibraryItem[], kind: LabelKind): readonly string[] {
  const [first, ...others] = items;
  if (!first) return [];
  const keys = others.map((item) => new Set(labelsIn(item, kind).map(tagKey)));
  return labelsIn(first, kind).filter((label) => keys.every((set) => set.has(tagKey(label))));
}

/**
 * The labels that each own article shall have. A wanted label that is missing is added, a common label that is not
 * wanted any more is removed, and all others stay. Articles that get the same labels are grouped.
 */
export function labelGroups(
  items: readonly LibraryItem[],
  kind: LabelKind,
  wanted: readonly string[],
): LabelGroup[] {
  const wantedKeys = new Set(wanted.map(tagKey));
  const dropped = new Set(
    commonLabels(items, kind)
      .map(tagKey)
      .filter((key) => !wantedKeys.has(key)),
  );
  const groups = new Map<string, LabelGroup>();
  for (const item of items) {
    const { own } = item.article;
    if (!own) continue;
    const kept = own[kind].filter((label) => !dropped.has(tagKey(label)));
    const there = new Set(kept.map(tagKey));
    const next = [...kept, ...wanted.filter((label) => !there.has(tagKey(label)))].slice(
      0,
      MAX_TAGS,
    );
    if (next.length === own[kind].length && next.every((label, at) => label === own[kind][at]))
      continue;
    const labels = { tags: [...own.tags], collections: [...own.collections], [kind]: next };
    const key = JSON.stringify([labels.tags, labels.collections]);
    const group = groups.get(key);
    if (group) group.articleIds.push(item.article.id);
    else groups.set(key, { articleIds: [item.article.id], ...labels });
  }
  return [...groups.values()];
}
