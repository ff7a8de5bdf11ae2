import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { IndexError, IsWanted, LoadedPart, SearchableArticle } from './engine.ts';
import type { AverageLengths } from './lunr-index.ts';
import { type IndexedArticle, readArticle, stampOf } from './indexed-article.ts';
import { decodeSegment, encodeSegment } from './segment-file.ts';
import {
  MAX_SEGMENT_ARTICLES,
  MAX_SEGMENT_WORDS,
  Segment,
  averageLengths,
  countWords,
} from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

interface Position {
  readonly segment: Segment;
  readonly ref: number;
}

/**
 * The share of a full segment that the open segment may reach before a query seals it, because rebuilding it takes
 * some tens of ms.
 */
const OPEN_SHARE = 1 / 8;

/** How many small segments may exist side by side; every query searches each. */
const MAX_SMALL_SEGMENTS = 8;

/**
 * All articles in segments. The newest articles form the open segment, which is rebuilt completely when it is next
 * needed, or sealed when it is large; `tidy` merges small segments into full ones. A removed article stays in a
 * sealed segment as a tombstone.
 */
export class Library {
  readonly vocabulary = new Vocabulary();
  private readonly maxSegmentArticles: number;
  private sealed: Segment[] = [];
  /** The segment that ships with the app. */
  private readonly shipped = new Set<Segment>();
  private readonly positions = new Map<ArticleId, Position>();
  private openArticles: IndexedArticle[] = [];
  private openSegment: Segment | undefined;
  /**
   * Set with the first sealed segment, because scores of different segments are comparable only under the same
   * averages.
   */
  private average: AverageLengths | undefined;

  constructor(maxSegmentArticles = MAX_SEGMENT_ARTICLES) {
    this.maxSegmentArticles = maxSegmentArticles;
  }

  add(articles: readonly SearchableArticle[]): void {
    const unique = [...new Map(articles.map((article) => [article.id, article])).values()];
    this.remove(unique.map((article) => article.id));
    this.addToOpen(unique.map((article) => readArticle(article, this.vocabulary)));
  }

  remove(ids: readonly ArticleId[]): void {
    const removed = new Set(ids);
    for (const id of removed) {
      const position = this.positions.get(id);
      position?.segment.remove(position.ref, this.vocabulary);
      this.positions.delete(id);
    }
    const rest = this.openArticles.filter(({ id }) => !removed.has(id));
    if (rest.length === this.openArticles.length) return;
    this.openArticles = rest;
    this.openSegment = undefined;
  }

  /** Returns all segments, the open one last; that one is rebuilt if it has changed. */
  segments(): readonly Segment[] {
    const { openArticles } = this;
    if (openArticles.length === 0) return this.sealed;
    if (this.isFull(openArticles, OPEN_SHARE)) {
      this.sealOpen(openArticles.length);
      return this.sealed;
    }
    this.openSegment ??= Segment.build(openArticles, this.vocabulary, this.average);
    return [...this.sealed, this.openSegment];
  }

  /** Merges many small segments into full ones. It takes some seconds, so it should run when the worker is idle. */
  tidy(): void {
    const small = this.ownSealed().filter(({ articles }) => !this.isFull(articles));
    let live = small.flatMap((segment) => segment.live());
    if (small.length <= MAX_SMALL_SEGMENTS && !this.isFull(live)) return;
    this.sealed = this.sealed.filter((segment) => !small.includes(segment));
    while (live.length > 0) {
      const count = this.countOfFull(live);
      this.seal(Segment.build(live.slice(0, count), this.vocabulary, this.average));
      live = live.slice(count);
    }
  }

  /** True when the articles fill this share of a segment, by their number or by their words. */
  private isFull(articles: readonly IndexedArticle[], share = 1): boolean {
    return (
      articles.length >= this.maxSegmentArticles * share ||
      countWords(articles) >= MAX_SEGMENT_WORDS * share
    );
  }

  /** Returns how many of the first articles make a full segment, or their number when there are too few. */
  private countOfFull(articles: readonly IndexedArticle[]): number {
    let words = 0;
    const last = articles.findIndex((article, at) => {
      words += article.words.length;
      return words >= MAX_SEGMENT_WORDS || at + 1 >= this.maxSegmentArticles;
    });
    return last === -1 ? articles.length : last + 1;
  }

  find(id: ArticleId): IndexedArticle | undefined {
    const position = this.positions.get(id);
    if (position !== undefined) return position.segment.articles[position.ref];
    return this.openArticles.find((article) => article.id === id);
  }

  get articleCount(): number {
    return this.positions.size + this.openArticles.length;
  }

  /** Estimates how many articles contain a word of the vocabulary; removed articles may be counted. */
  articlesWith(word: number): number {
    return this.segments().reduce((sum, segment) => sum + segment.withWord(word).length, 0);
  }

  /**
   * Loads the shipped segment if it was made from exactly these articles. It is never merged or rebuilt, whatever its
   * size.
   */
  loadShipped(bytes: Uint8Array, articles: readonly SearchableArticle[]): Result<null, IndexError> {
    const decoded = decodeSegment(bytes, this.vocabulary);
    if (!decoded.ok) return decoded;
    const { average, articles: stored, index } = decoded.value;
    const isSame =
      stored.length === articles.length &&
      stored.every(({ id, stamp }, at) => {
        const article = articles[at];
        return article?.id === id && stampOf(article) === stamp;
      });
    if (!isSame) return fail({ code: 'search/index-stale' });
    const segment = new Segment(stored, index);
    this.average = average;
    this.shipped.add(segment);
    this.seal(segment);
    return succeed(null);
  }

  /** Returns the sealed segments except the shipped one. */
  ownSealed(): readonly Segment[] {
    return this.sealed.filter((segment) => !this.shipped.has(segment));
  }

  /** Returns the same segments, followed by the open one. */
  parts(): readonly Segment[] {
    return this.segments().filter((segment) => !this.shipped.has(segment));
  }

  encodePart({ articles, index }: Segment): Uint8Array {
    const average = this.average ?? averageLengths(articles, this.vocabulary);
    return encodeSegment({ average, articles, index }, this.vocabulary);
  }

  /**
   * Loads a segment that `encodePart` wrote. It stays as it is when most of its articles are wanted; otherwise the
   * wanted ones join the open segment.
   */
  loadPart(bytes: Uint8Array, isWanted: IsWanted): Result<LoadedPart<Segment>, IndexError> {
    const decoded = decodeSegment(bytes, this.vocabulary);
    if (!decoded.ok) return decoded;
    const { average, articles, index } = decoded.value;
    this.average ??= average;
    const wanted = articles.filter(({ id, stamp }) => isWanted(id, stamp));
    const ids = wanted.map(({ id }) => id);
    if (isSameAverage(average, this.average) && 2 * ids.length > articles.length) {
      const segment = new Segment(articles, index);
      this.seal(segment, new Set(wanted));
      return succeed({ ids, part: segment });
    }
    this.addToOpen(wanted);
    return succeed({ ids, part: null });
  }

  private addToOpen(articles: readonly IndexedArticle[]): void {
    this.openArticles.push(...articles);
    this.openSegment = undefined;
    while (this.isFull(this.openArticles)) this.sealOpen(this.countOfFull(this.openArticles));
  }

  /** @param count how many articles of the open segment to seal, the oldest first */
  private sealOpen(count: number): void {
    this.average ??= averageLengths(this.openArticles, this.vocabulary);
    const part = this.openArticles.slice(0, count);
    this.openArticles = this.openArticles.slice(count);
    this.openSegment = undefined;
    this.seal(Segment.build(part, this.vocabulary, this.average));
  }

  /** @param wanted the articles that are not tombstones; all by default */
  private seal(segment: Segment, wanted?: ReadonlySet<IndexedArticle>): void {
    this.sealed = [...this.sealed, segment];
    for (const [ref, article] of segment.articles.entries()) {
      if (wanted && !wanted.has(article)) segment.remove(ref, this.vocabulary);
      else this.positions.set(article.id, { segment, ref });
    }
  }
}

const isSameAverage = (a: AverageLengths, b: AverageLengths): boolean =>
  a.title === b.title && a.text === b.text;
