import type { ArticleSummary, Own } from '#shared/domain/article.ts';
import type { Details } from '#shared/domain/import.ts';
import { readTypedDate } from './typed-date.ts';

/** The details as they are typed: empty where there is none. */
export interface DetailsDraft {
  readonly title: string;
  readonly outlet: string;
  readonly author: string;
  readonly date: string;
  readonly language: string;
  readonly direction: Details['direction'];
  readonly collections: readonly string[];
  readonly tags: readonly string[];
}

export function toDraft(article: ArticleSummary & { readonly own: Own }): DetailsDraft {
  const { title, outlet, author, date, language, direction, own } = article;
  return {
    title,
    outlet: outlet ?? '',
    author: author ?? '',
    date: date ?? '',
    language,
    direction,
    collections: own.collections,
    tags: own.tags,
  };
}

/** What can be saved; `null` while something typed cannot. */
export function toDetails(draft: DetailsDraft): Details | null {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const date = readTypedDate(draft.date);
  const title = draft.title.trim();
  if (title === '' || date === null) return null;
  return {
    title,
    outlet: orNull(draft.outlet),
    author: orNull(draft.author),
    date: orNull(date),
    language: draft.language,
    direction: draft.direction,
    collections: [...draft.collections],
    tags: [...draft.tags],
  };
}
