import { tidyTags } from '#shared/arabic/tags.ts';
import type { Article, Own } from '#shared/domain/article.ts';
import type { Details } from '#shared/domain/import.ts';
import { type Result, fail } from '#shared/domain/result.ts';
import type { OwnArticles } from './own-articles.ts';
import type { OwnArticleError } from './own-errors.ts';

const DETAILS = [
  'title',
  'outlet',
  'author',
  'date',
  'language',
  'direction',
  'address',
] as const satisfies readonly (keyof Own['from'])[];

/**
 * Changes the details of an own article. The reader becomes the source of each changed detail.
 *
 * @param before the sources of the details, when undo restores an earlier state
 */
export function editDetails(
  own: OwnArticles,
  id: Article['id'],
  details: Details,
  before?: Own['from'],
): Result<Article, OwnArticleError> {
  const read = own.read(id);
  if (!read.ok) return read;
  const { value: article } = read;
  if (!article.own) return fail({ code: 'library/not-found' });
  const { collections, tags, ...fields } = details;
  const from = before ?? sourcesAfter(article, article.own, fields);
  // An article of an older version lacks this field and gets it only with an address.
  const hasAddress = fields.address !== null || article.address !== undefined;
  const edited: Article = {
    ...article,
    ...fields,
    address: hasAddress ? fields.address : undefined,
    own: { ...article.own, from, collections: tidyTags(collections), tags: tidyTags(tags) },
  };
  const replaced = own.replace(edited);
  return replaced.ok ? { ok: true, value: edited } : replaced;
}

function sourcesAfter(
  article: Article,
  own: Own,
  fields: Omit<Details, 'collections' | 'tags'>,
): Own['from'] {
  const from = { ...own.from };
  for (const key of DETAILS) if (fields[key] !== (article[key] ?? null)) from[key] = 'reader';
  return from;
}
