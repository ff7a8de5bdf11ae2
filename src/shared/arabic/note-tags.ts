import { MAX_NOTE_TAGS, MAX_TAG_UTF16 } from '../domain/limits.ts';
import { lengthWithout } from '../domain/text.ts';
import { tagKey, tidyTag } from './tags.ts';

/** A tag written in a note as `#word`. */
export interface NoteTag {
  /** UTF-16 offsets in the note; the sign `#` is included. */
  readonly start: number;
  readonly end: number;
  /** The word, with blanks for its underscores: `#أمن_الحدود` is the tag «أمن الحدود». */
  readonly tag: string;
}

/**
 * The characters of a tag in a note: letters and digits of any script, their marks, `_`, and the joiner inside words.
 */
const WORD = /[\p{L}\p{N}\p{M}_\u200C]+/uy;

/** Characters that prevent a tag when they precede the sign: `page#part`, `&#8217;` and `/#/library` contain no tag. */
const BEFORE = /[\p{L}\p{N}\p{M}_#&/]/u;

/**
 * Finds the tags in a note, in order. A tag begins with a letter or digit, contains at least one letter (`#53` is a
 * number) and is at most `MAX_TAG_UTF16` units long. Each letter is examined once, so that a crafted note cannot make
 * this slow.
 */
export function findNoteTags(note: string): readonly NoteTag[] {
  const found: NoteTag[] = [];
  for (let at = note.indexOf('#'); at !== -1;) {
    WORD.lastIndex = at + 1;
    const run = BEFORE.test(note[at - 1] ?? '') ? '' : (WORD.exec(note)?.[0] ?? '');
    // Underscores at the end belong to the sentence, not to the tag.
    const word = run.slice(0, lengthWithout(run, /_/));
    const end = at + 1 + word.length;
    if (isTag(word)) found.push({ start: at, end, tag: tidyTag(word.replaceAll('_', ' ')) });
    at = note.indexOf('#', at + 1 + run.length);
  }
  return found;
}

const isTag = (word: string): boolean =>
  word.length <= MAX_TAG_UTF16 && /^[\p{L}\p{N}]/u.test(word) && /\p{L}/u.test(word);

/** Returns the tags of a note, each once and in its first spelling, at most `MAX_NOTE_TAGS`. */
export function tagsInNote(note: string): readonly string[] {
  if (!note.includes('#')) return [];
  const byKey = new Map<string, string>();
  for (const { tag } of findNoteTags(note)) {
    const key = tagKey(tag);
    if (key !== '' && !byKey.has(key)) byKey.set(key, tag);
    if (byKey.size === MAX_NOTE_TAGS) break;
  }
  return [...byKey.values()];
}

/** Returns all tags of a highlight: those given to it by hand, then those found only in its note. */
export function tagsOf({
  tags,
  note,
}: {
  readonly tags: readonly string[];
  readonly note: string;
}): readonly string[] {
  const written = tagsInNote(note);
  if (written.length === 0) return tags;
  const given = new Set(tags.map(tagKey));
  return [...tags, ...written.filter((tag) => !given.has(tagKey(tag)))];
}
