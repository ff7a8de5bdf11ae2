import { type Resolver, createResolver } from '#shared/anchoring/resolve.ts';
import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { Library } from '../library/library.ts';
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
 * when the file names no article of ours, by a passage that only one article holds. Texts are read only
 * when they are needed.
 */
export function createArticleFinder(library: Pick<Library, 'list' | 'get'>): ArticleFinder {
  const summaries = library.list();
  const by = (keyOf: (summary: ArticleSummary) => string) =>
    new Map(summaries.map((summary) => [keyOf(summary), summary.id]));
  const byId = by(({ id }) => id);
  const byHash = by(({ contentHash }) => contentHash);
  const byTitle = by(({ title }) => title.normalize('NFC').trim());
  const candidates = new Map<ArticleId, Candidate | null>();

  function load(id: ArticleId): Candidate | null {
    const known = candidates.get(id);
    if (known !== undefined) return known;
    const found = library.get(id);
    const candidate = found.ok ? toCandidate(found.value) : null;
    candidates.set(id, candidate);
    return candidate;
  }

  return {
    find(record) {
      const { articleId, title } = record.source;
      const named =
        byId.get(articleId ?? '') ??
        byHash.get(record.contentHash ?? '') ??
        byTitle.get(title?.normalize('NFC').trim() ?? '');
      if (named !== undefined) return load(named);
      if (articleId !== null) return null;
      return findByPassage(
        summaries.map(({ id }) => load(id)),
        record,
      );
    },
  };
}

function toCandidate(article: Article): Candidate {
  const text = canonicalText(article.blocks);
  return { article, text, resolver: createResolver(text, article.contentHash) };
}

/** Two articles that hold the passage, or one that holds something like it, would be a guess. */
function findByPassage(
  candidates: readonly (Candidate | null)[],
  record: ImportRecord,
): Candidate | null {
  const { quote, contentHash } = record;
  if (quote.exact.length < TELLING_LETTERS) return null;
  const span = record.span ?? { start: 0, end: quote.exact.length };
  const [only, ...others] = candidates.filter((candidate) => {
    if (!candidate || quote.exact.length > 2 * candidate.text.length) return false;
    const found = candidate.resolver.resolve({ span, contentHash: contentHash ?? '', quote });
    return found.state === 'anchored' && found.confidence !== 'approximate';
  });
  return others.length === 0 ? (only ?? null) : null;
}
