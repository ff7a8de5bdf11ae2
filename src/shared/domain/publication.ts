import type { Article } from './article.ts';
import { PERSON_ROLES } from './choices.ts';
import type { Publication } from './document.ts';

/** What is known of the source of a document. A source that is no longer in the library has neither of the last two. */
export type Published = Pick<Article, 'author' | 'outlet'> &
  Partial<Pick<Article, 'publication' | 'own'>>;

/** The people who did one thing for a document. */
export interface Credit {
  readonly role: Publication['people'][number]['role'];
  /** Never empty. */
  readonly names: readonly string[];
}

/** True for a book: a document with a title page, or in the format of books. */
export const isBook = ({ publication, own }: Pick<Published, 'publication' | 'own'>): boolean =>
  publication !== undefined || own?.original.format === 'epub';

/**
 * Returns who made a document, by role, the author first. The author is the detail that the reader sees and can change;
 * who is named in it is not named again.
 */
export function creditsOf({ author, publication }: Published): Credit[] {
  const named = new Set([author, ...(author?.split('، ') ?? [])]);
  const others = PERSON_ROLES.flatMap((role): Credit[] => {
    const people = publication?.people.filter((each) => each.role === role) ?? [];
    const names = people.map(({ name }) => name).filter((name) => !named.has(name));
    return role === 'author' || names.length === 0 ? [] : [{ role, names }];
  });
  return author === null ? others : [{ role: 'author', names: [author] }, ...others];
}
