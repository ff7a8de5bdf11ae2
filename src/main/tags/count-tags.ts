import { tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { TagCount } from '#shared/domain/tags.ts';

/** The parts of an article whose tags are counted. */
export interface TaggedArticle {
  readonly marks: ArticleMarks;
  /** The tags of the article itself. */
  readonly tags: readonly string[];
}

interface Counted {
  marks: number;
  articles: number;
  readonly spellings: Map<string, number>;
}

/** Caches the tags of an article's highlights, because most articles do not change between two counts. */
const tagsOfMarks = new WeakMap<ArticleMarks, readonly string[]>();

const byName = new Intl.Collator('ar', { numeric: true });

/** Counts how often each tag is used, the most used first. Different spellings count as one tag. */
export function countTags(articles: Iterable<TaggedArticle>): TagCount[] {
  const byKey = new Map<string, Counted>();
  const count = (tag: string, of: 'marks' | 'articles'): void => {
    const key = tagKey(tag);
    const counted = byKey.get(key) ?? { marks: 0, articles: 0, spellings: new Map() };
    byKey.set(key, counted);
    counted[of] += 1;
    counted.spellings.set(tag, (counted.spellings.get(tag) ?? 0) + 1);
  };
  for (const { marks, tags } of articles) {
    for (const tag of tags) count(tag, 'articles');
    for (const tag of readTags(marks)) count(tag, 'marks');
  }
  return [...byKey]
    .map(([key, { spellings, ...counts }]) => ({ key, name: mostUsed(spellings), ...counts }))
    .sort((a, b) => usesOf(b) - usesOf(a) || byName.compare(a.name, b.name));
}

const usesOf = ({ marks, articles }: TagCount): number => marks + articles;

function readTags(marks: ArticleMarks): readonly string[] {
  const known = tagsOfMarks.get(marks);
  if (known) return known;
  const tags = marks.annotations.flatMap(tagsOf);
  tagsOfMarks.set(marks, tags);
  return tags;
}

/** Returns the most used spelling; the first one if several are used equally. */
function mostUsed(spellings: ReadonlyMap<string, number>): string {
  let [name, most] = ['', 0];
  for (const [spelling, times] of spellings) if (times > most) [name, most] = [spelling, times];
  return name;
}
