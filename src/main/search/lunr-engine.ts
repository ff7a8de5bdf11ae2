import type { ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Matching, SearchQuery } from '#shared/domain/search.ts';
import type { Match, SearchHit, SearchResult } from '#shared/domain/search-result.ts';
import { findRuns, toForms, toMatches } from './describe-hit.ts';
import type {
  IndexError,
  IsWanted,
  LoadedPart,
  QueryOptions,
  SearchEngine,
  SearchableArticle,
} from './engine.ts';
import { judgeSegment } from './judge-segment.ts';
import { Library } from './indexed-library.ts';
import { matchPrefix, matchWord } from './match-word.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import {
  FAMILY_RANK,
  type PlannedWord,
  type QueryPlan,
  planQuery,
  shownWords,
} from './query-plan.ts';
import { type RankedCandidate, rankCandidates } from './rank.ts';
import type { Segment } from './segment.ts';
import { cutSnippets } from './snippets.ts';
import { suggestWord } from './suggest.ts';

/** Most hits that are returned with matches and snippets; a reader who wants others narrows the query. */
export const MAX_HITS = 100;

export interface EngineOptions {
  /** Most articles of one segment; tests use smaller ones. */
  readonly maxSegmentArticles?: number;
}

/** Creates the search engine based on Lunr. docs/arabic.md explains what matches and why. */
export function createSearchEngine(options: EngineOptions = {}): SearchEngine<Segment> {
  return new LunrEngine(new Library(options.maxSegmentArticles));
}

class LunrEngine implements SearchEngine<Segment> {
  private readonly library: Library;

  constructor(library: Library) {
    this.library = library;
  }

  add(articles: readonly SearchableArticle[]): void {
    this.library.add(articles);
  }

  remove(ids: readonly ArticleId[]): void {
    this.library.remove(ids);
  }

  get articleCount(): number {
    return this.library.articleCount;
  }

  loadShipped(bytes: Uint8Array, articles: readonly SearchableArticle[]): Result<null, IndexError> {
    return this.library.loadShipped(bytes, articles);
  }

  parts(): readonly Segment[] {
    return this.library.parts();
  }

  sealed(): readonly Segment[] {
    return this.library.ownSealed();
  }

  tidy(): void {
    this.library.tidy();
  }

  encodePart(part: Segment): Uint8Array {
    return this.library.encodePart(part);
  }

  loadPart(bytes: Uint8Array, isWanted: IsWanted): Result<LoadedPart<Segment>, IndexError> {
    return this.library.loadPart(bytes, isWanted);
  }

  query(
    { text, matching, typing }: SearchQuery,
    { limit = MAX_HITS }: QueryOptions = {},
  ): SearchResult {
    const { vocabulary } = this.library;
    const parsed = parseQuery(text);
    const plan = planQuery(parsed, matching, typing, (word, mode) =>
      mode === 'prefix' ? matchPrefix(vocabulary, word) : matchWord(vocabulary, word),
    );
    const segments = this.library.segments();
    const verdicts = segments.map((segment) => judgeSegment(segment, plan));
    const candidates = verdicts.flatMap((verdict) => verdict.candidates);
    const shown = shownWords(plan, vocabulary.size);
    const ranked = rankCandidates(candidates, plan, segments, vocabulary);
    return {
      text: parsed.text,
      words: this.describeWords(
        plan,
        verdicts.map((verdict) => verdict.wordCounts),
      ),
      total: ranked.length,
      hits: ranked.slice(0, limit).flatMap((candidate) => this.describe(candidate, plan, shown)),
      familyOnly: verdicts.reduce((sum, verdict) => sum + verdict.familyOnly, 0),
    };
  }

  locate(articleId: ArticleId, text: string, matching: Matching): Match[] {
    const article = this.library.find(articleId);
    if (article === undefined) return [];
    const parsed = parseQuery(text);
    const { vocabulary } = this.library;
    const inArticle = new Set(article.words);
    const plan = planQuery(withoutExclusions(parsed), matching, true, (query, mode) => {
      // The number of completions is not limited, so that completions elsewhere in the library do not displace those
      // in this article.
      const anywhere =
        mode === 'prefix'
          ? matchPrefix(vocabulary, query, Number.POSITIVE_INFINITY)
          : matchWord(vocabulary, query);
      return new Map([...anywhere].filter(([id]) => inArticle.has(id)));
    });
    const shown = shownWords(plan, this.library.vocabulary.size);
    return toMatches(article, article.article, findRuns(article, plan, shown));
  }

  private describe(candidate: RankedCandidate, plan: QueryPlan, shown: Uint8Array): SearchHit[] {
    const article = candidate.segment.articles[candidate.ref];
    if (article === undefined) return [];
    const runs = findRuns(article, plan, shown);
    const opened = article.article;
    const matches = toMatches(article, opened, runs);
    return [
      {
        articleId: article.id,
        score: candidate.score,
        complete: candidate.complete,
        matches,
        snippets: cutSnippets(opened, matches),
        forms: toForms(article, runs, this.library.vocabulary),
      },
    ];
  }

  private suggest(word: string): string | null {
    return suggestWord(word, this.library.vocabulary, (id) => this.library.articlesWith(id));
  }

  private describeWords(
    plan: QueryPlan,
    counts: readonly (readonly number[])[],
  ): SearchResult['words'] {
    const words = plan.terms.flatMap((term) => term.words);
    return words.map((word, index) => ({
      text: word.text,
      articles: counts.reduce((sum, each) => sum + (each[index] ?? 0), 0),
      suggestion: occursNowhere(word) ? this.suggest(word.text) : null,
    }));
  }
}

/** True when a word of the query occurs nowhere. A word that only shares its stem is not an occurrence. */
function occursNowhere(word: PlannedWord): boolean {
  return [...word.matches.values()].every((rank) => rank === FAMILY_RANK);
}

/** Ignores exclusions, because in one open article there is nothing to exclude. */
function withoutExclusions(parsed: ParsedQuery): ParsedQuery {
  return { ...parsed, excluded: [] };
}
