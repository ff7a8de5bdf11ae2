import { MAX_TAGS, MAX_TAG_UTF16 } from '../domain/limits.ts';
import { cutAtWord } from '../domain/text.ts';
import { fold } from './fold.ts';
import { spellingKey } from './spelling.ts';

/**
 * What two tags have in common that count as one: marks, hamza seats, final letters, case and blanks are
 * not told apart.
 *
 * Example: الأمن and الامْن.
 */
export function tagKey(tag: string): string {
  return tidyTag(tag)
    .split(' ')
    .map((word) => spellingKey(fold(word).text))
    .join(' ');
}

/** A tag without blanks at its ends, at most `MAX_TAG_UTF16` long; empty when nothing is left. */
export function tidyTag(tag: string): string {
  const clean = tag.replaceAll(/\s+/gu, ' ').trim();
  if (clean.length <= MAX_TAG_UTF16) return clean;
  return cutAtWord(clean, MAX_TAG_UTF16 - 1).replace(/…$/u, '');
}

/** Tags as they are kept: tidy, none twice (the first spelling stays), at most `MAX_TAGS`. */
export function tidyTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags.map(tidyTag)) {
    const key = tagKey(tag);
    if (key !== '' && !byKey.has(key)) byKey.set(key, tag);
  }
  return [...byKey.values()].slice(0, MAX_TAGS);
}
