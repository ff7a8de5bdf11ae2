import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import type { IndexError, SearchableArticle } from './engine.ts';
import { parseIndex, serializeIndex } from './index-file.ts';
import { type AverageLengths, LunrIndex } from './lunr-index.ts';
import { type IndexedArticle, readArticle } from './indexed-article.ts';
import { MAX_SEGMENT_ARTICLES, Segment, averageLengths } from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

interface Position {
  readonly segment: Segment;
  readonly ref: number;
}

/**
 * All articles, in segments. Full segments are sealed; the others form the tip, which is rebuilt whole when it is
 * next asked for. A removed article stays in a sealed segment as a tombstone.
 */
export class Library {
  readonly vocabulary = new Vocabulary();
  private readonly maxSegmentArticles: number;
  private sealed: Segment[] = [];
  private readonly positions = new Map<ArticleId, Position>();
  private tipArticles: IndexedArticle[] = [];
  private tip: Segment | undefined;
  /** Set with the first sealed segment: scores of segments compare only under one average. */
  private average: AverageLengths | undefined;

  constructor(maxSegmentArticles = MAX_SEGMENT_ARTICLES) {
    this.maxSegmentArticles = maxSegmentArticles;
  }

  add(articles: readonly SearchableArticle[]): void {
    const unique = [...new Map(articles.map((article) => [article.id, article])).values()];
    this.remove(unique.map((article) => article.id));
    this.tipArticles.push(...unique.map((article) => readArticle(article, this.vocabulary)));
    this.tip = undefined;
    while (this.tipArticles.length >= this.maxSegmentArticles) this.sealFull();
  }

  remove(ids: readonly ArticleId[]): void {
    const gone = new Set(ids);
    for (const id of gone) {
      const position = this.positions.get(id);
      position?.segment.remove(position.ref, this.vocabulary);
      this.positions.delete(id);
    }
    const left = this.tipArticles.filter(({ article }) => !gone.has(article.id));
    if (left.length === this.tipArticles.length) return;
    this.tipArticles = left;
    this.tip = undefined;
  }

  /** The segments, the tip last; it is built when it has changed. */
  segments(): readonly Segment[] {
    if (this.tipArticles.length === 0) return this.sealed;
    this.tip ??= Segment.build(this.tipArticles, this.vocabulary, this.average);
    return [...this.sealed, this.tip];
  }

  find(id: ArticleId): IndexedArticle | undefined {
    const position = this.positions.get(id);
    if (position !== undefined) return position.segment.articles[position.ref];
    return this.tipArticles.find(({ article }) => article.id === id);
  }

  /** How many articles contain a word of the vocabulary, about: removed ones may count. */
  articlesWith(word: number): number {
    return this.segments().reduce((sum, segment) => sum + segment.withWord(word).length, 0);
  }

  exportIndex(): string {
    const segments = this.segments();
    const articles = segments.flatMap((segment) => segment.articles.map(({ article }) => article));
    return serializeIndex(articles, {
      averageLengths: this.average ?? averageLengths(this.tipArticles, this.vocabulary),
      segments: segments.map((segment) => ({
        articles: segment.articles.length,
        index: segment.index.toJSON(),
      })),
    });
  }

  /** Takes over a prebuilt index: its segments are sealed, whatever their size. */
  importIndex(
    serialized: string,
    articles: readonly SearchableArticle[],
  ): Result<null, IndexError> {
    const parsed = parseIndex(serialized, articles);
    if (!parsed.ok) return parsed;
    const { segments, averageLengths: average } = parsed.value;
    let first = 0;
    for (const { articles: count, index } of segments) {
      const part = articles.slice(first, first + count);
      first += count;
      const read = part.map((article) => readArticle(article, this.vocabulary));
      this.seal(new Segment(read, LunrIndex.load(index)));
    }
    this.average = average;
    return succeed(null);
  }

  private sealFull(): void {
    this.average ??= averageLengths(this.tipArticles, this.vocabulary);
    const full = this.tipArticles.slice(0, this.maxSegmentArticles);
    this.tipArticles = this.tipArticles.slice(this.maxSegmentArticles);
    this.seal(Segment.build(full, this.vocabulary, this.average));
  }

  private seal(segment: Segment): void {
    this.sealed = [...this.sealed, segment];
    for (const [ref, { article }] of segment.articles.entries()) {
      this.positions.set(article.id, { segment, ref });
    }
  }
}
