import { findNoteTags, tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey, tidyTag, tidyTags } from '#shared/arabic/tags.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { MAX_NOTE_UTF16, MAX_TAGS } from '#shared/domain/limits.ts';
import type { TagChange } from '#shared/domain/tags.ts';
import type { TaggedArticle } from './count-tags.ts';

/** The tags of one highlight, and its note, which may contain some of them. */
export interface TagsOfMark {
  readonly tags: readonly string[];
  readonly note: string;
}

/** A complete plan of a change of tags. Either side can be written at any time and repeatedly. */
export interface TagPlan {
  readonly marks: readonly {
    readonly articleId: ArticleId;
    readonly id: AnnotationId;
    readonly before: TagsOfMark;
    readonly after: TagsOfMark;
  }[];
  readonly articles: readonly {
    readonly articleId: ArticleId;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}

/** Plans the change for every highlight and article that has the tag. */
export function planTagChange(
  articles: Iterable<TaggedArticle & { readonly articleId: ArticleId }>,
  change: TagChange,
): TagPlan {
  const marks: TagPlan['marks'][number][] = [];
  const own: TagPlan['articles'][number][] = [];
  for (const { articleId, marks: stored, tags } of articles) {
    if (tags.some((tag) => tagKey(tag) === change.key))
      own.push({ articleId, before: tags, after: changeTags(tags, change) });
    for (const { id, tags: given, note } of stored.annotations) {
      const before = { tags: given, note };
      if (!tagsOf(before).some((tag) => tagKey(tag) === change.key)) continue;
      marks.push({ articleId, id, before, after: changeMark(before, change) });
    }
  }
  return { marks, articles: own };
}

function changeTags(tags: readonly string[], change: TagChange): string[] {
  const kept = change.kind === 'rename' ? [change.to] : [];
  return tidyTags(tags.flatMap((tag) => (tagKey(tag) === change.key ? kept : [tag])));
}

/**
 * In a note, the new name replaces the old one if it can be written with `#`. Otherwise, and when the tag is removed,
 * only the sign is deleted, so that the words stay in the sentence.
 */
function changeMark({ tags, note }: TagsOfMark, change: TagChange): TagsOfMark {
  const written = change.kind === 'rename' ? asNoteTag(change.to) : null;
  let text = '';
  let writtenUpTo = 0;
  let isReplaced = false;
  for (const { start, end, tag } of findNoteTags(note)) {
    if (tagKey(tag) !== change.key) continue;
    text += note.slice(writtenUpTo, start) + (written ?? tag);
    writtenUpTo = end;
    isReplaced = true;
  }
  const changed = { tags: changeTags(tags, change), note: text + note.slice(writtenUpTo) };
  if (change.kind === 'rename' && isReplaced && written === null && changed.tags.length < MAX_TAGS)
    changed.tags = tidyTags([...changed.tags, change.to]);
  // A note that would become too long stays unchanged.
  return changed.note.length <= MAX_NOTE_UTF16 ? changed : { ...changed, note };
}

/** Returns a tag as it is written in a note, or `null` if it contains signs that would end such a word. */
function asNoteTag(tag: string): string | null {
  const word = `#${tidyTag(tag).replaceAll(' ', '_')}`;
  const [only] = findNoteTags(word);
  return only?.end === word.length && tagKey(only.tag) === tagKey(tag) ? word : null;
}

/** Returns the articles whose highlights a plan changes, each once. */
export const markedArticles = ({ marks }: TagPlan): ArticleId[] => [
  ...new Set(marks.map(({ articleId }) => articleId)),
];

/** Returns the change in the opposite direction. */
export const reversed = ({ marks, articles }: TagPlan): TagPlan => ({
  marks: marks.map(({ before, after, ...which }) => ({ ...which, before: after, after: before })),
  articles: articles.map(({ before, after, ...which }) => ({
    ...which,
    before: after,
    after: before,
  })),
});
