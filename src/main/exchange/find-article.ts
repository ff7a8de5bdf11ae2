import { type Resolver, createResolver } from '#shared/anchoring/resolve.ts';
import type { Article } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { ImportRecord } from './import-record.ts';

/** An article of the library, ready to be searched. */
export interface Candidate {
  readonly article: Article;
  readonly text: string;
  readonly resolver: Resolver;
}

/** Fewest letters of a passage that alone can say from which article it is. */
const TELLING_LETTERS = 24;

/** Finds the article that a record is about. */
export interface ArticleFinder {
  find(record: ImportRecord): Candidate | null;
}

/**
 * By id; else by the hash of its text or its title, as an article that was added again has another id; else,
 * when the file names no article of ours, by a passage that only one article holds.
 */
export function createArticleFinder(articles: readonly Article[]): ArticleFinder {
  const candidates = articles.map((article) => toCandidate(article));
  const by = <Key>(keyOf: (article: Article) => Key) =>
    new Map(candidates.map((candidate) => [keyOf(candidate.article), candidate]));
  const byId = by<string>(({ id }) => id);
  const byHash = by(({ contentHash }) => contentHash);
  const byTitle = by(({ title }) => title.normalize('NFC').trim());

  return {
    find(record) {
      const { articleId, title } = record.source;
      const named =
        byId.get(articleId ?? '') ??
        byHash.get(record.contentHash ?? '') ??
        byTitle.get(title?.normalize('NFC').trim() ?? '');
      if (named || articleId !== null) return named ?? null;
      return findByPassage(candidates, record);
    },
  };
}

function toCandidate(article: Article): Candidate {
  const text = canonicalText(article.blocks);
  return { article, text, resolver: createResolver(text, article.contentHash) };
}

/** Two articles that hold the passage, or one that holds something like it, would be a guess. */
function findByPassage(candidates: readonly Candidate[], record: ImportRecord): Candidate | null {
  const { quote, contentHash } = record;
  if (quote.exact.length < TELLING_LETTERS) return null;
  const span = record.span ?? { start: 0, end: quote.exact.length };
  const holding = candidates.filter(({ resolver, text }) => {
    if (quote.exact.length > 2 * text.length) return false;
    const found = resolver.resolve({ span, contentHash: contentHash ?? '', quote });
    return found.state === 'anchored' && found.confidence !== 'approximate';
  });
  const [only] = holding;
  return only && holding.length === 1 ? only : null;
}
