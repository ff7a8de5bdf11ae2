import { MAX_TAGS, MAX_TAG_UTF16 } from '../domain/limits.ts';
import { cutAtWord } from '../domain/text.ts';
import { fold } from './fold.ts';
import { spellingKey } from './spelling.ts';

/**
 * Returns the key that is equal for two tags that count as one. Marks, hamza seats, final letters, case and blanks
 * make no difference.
 *
 * Example: الأمن and الامْن.
 */
export function tagKey(tag: string): string {
  return tidyTag(tag)
    .split(' ')
    .map((word) => spellingKey(fold(word).text))
    .join(' ');
}

/** Returns a tag without surrounding blanks, cut to `MAX_TAG_UTF16` units; empty when nothing is left. */
export function tidyTag(tag: string): string {
  const clean = tag.replaceAll(/\s+/gu, ' ').trim();
  if (clean.length <= MAX_TAG_UTF16) return clean;
  return cutAtWord(clean, MAX_TAG_UTF16 - 1).replace(/…$/u, '');
}

/** Returns tags as they are stored: tidied, without duplicates (the first spelling is kept), at most `MAX_TAGS`. */
export function tidyTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags.map(tidyTag)) {
    const key = tagKey(tag);
    if (key !== '' && !byKey.has(key)) byKey.set(key, tag);
  }
  return [...byKey.values()].slice(0, MAX_TAGS);
}
