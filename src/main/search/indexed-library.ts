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

/** Share of a full segment that the tip may have before a query seals it: rebuilding it takes some tens of ms. */
const TIP_SHARE = 1 / 8;

/** Small segments that are kept beside each other; a query looks at each. */
const MAX_SMALL_SEGMENTS = 8;

/**
 * All articles, in segments. The newest articles form the tip, which is rebuilt whole when it is next asked for, or
 * sealed when it has grown; `tidy` makes full segments of small ones. A removed article stays in a sealed segment as
 * a tombstone.
 */
export class Library {
  readonly vocabulary = new Vocabulary();
  private readonly maxSegmentArticles: number;
  private sealed: Segment[] = [];
  /** Those that the app brings with it. */
  private readonly shipped = new Set<Segment>();
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
    this.addToTip(unique.map((article) => readArticle(article, this.vocabulary)));
  }

  remove(ids: readonly ArticleId[]): void {
    const gone = new Set(ids);
    for (const id of gone) {
      const position = this.positions.get(id);
      position?.segment.remove(position.ref, this.vocabulary);
      this.positions.delete(id);
    }
    const left = this.tipArticles.filter(({ id }) => !gone.has(id));
    if (left.length === this.tipArticles.length) return;
    this.tipArticles = left;
    this.tip = undefined;
  }

  /** The segments, the tip last; it is built when it has changed. */
  segments(): readonly Segment[] {
    const { tipArticles } = this;
    if (tipArticles.length === 0) return this.sealed;
    if (this.isFull(tipArticles, TIP_SHARE)) {
      this.sealTip(tipArticles.length);
      return this.sealed;
    }
    this.tip ??= Segment.build(tipArticles, this.vocabulary, this.average);
    return [...this.sealed, this.tip];
  }

  /** Makes full segments of many small ones: some seconds, for when nothing else is to be done. */
  tidy(): void {
    const small = this.ownSealed().filter(({ articles }) => !this.isFull(articles));
    let living = small.flatMap((segment) => segment.living());
    if (small.length <= MAX_SMALL_SEGMENTS && !this.isFull(living)) return;
    this.sealed = this.sealed.filter((segment) => !small.includes(segment));
    while (living.length > 0) {
      const count = this.countOfFull(living);
      this.seal(Segment.build(living.slice(0, count), this.vocabulary, this.average));
      living = living.slice(count);
    }
  }

  /** Whether articles fill a share of a segment, by their number or by their words. */
  private isFull(articles: readonly IndexedArticle[], share = 1): boolean {
    return (
      articles.length >= this.maxSegmentArticles * share ||
      countWords(articles) >= MAX_SEGMENT_WORDS * share
    );
  }

  /** How many of the articles, the first ones, make a full segment; all when they are fewer. */
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
    return this.tipArticles.find((article) => article.id === id);
  }

  /** Articles that are there. */
  get articleCount(): number {
    return this.positions.size + this.tipArticles.length;
  }

  /** How many articles contain a word of the vocabulary, about: removed ones may count. */
  articlesWith(word: number): number {
    return this.segments().reduce((sum, segment) => sum + segment.withWord(word).length, 0);
  }

  /** Takes over the shipped part, made for exactly these articles; it stays as it is, whatever its size. */
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

  /** The sealed segments that did not come with the app. */
  ownSealed(): readonly Segment[] {
    return this.sealed.filter((segment) => !this.shipped.has(segment));
  }

  /** The same, and the tip as the last one. */
  parts(): readonly Segment[] {
    return this.segments().filter((segment) => !this.shipped.has(segment));
  }

  encodePart({ articles, index }: Segment): Uint8Array {
    const average = this.average ?? averageLengths(articles, this.vocabulary);
    return encodeSegment({ average, articles, index }, this.vocabulary);
  }

  /**
   * Takes over what `encodePart` wrote: as it is while most of its articles are wanted, or else the wanted ones join
   * the tip.
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
    this.addToTip(wanted);
    return succeed({ ids, part: null });
  }

  private addToTip(articles: readonly IndexedArticle[]): void {
    this.tipArticles.push(...articles);
    this.tip = undefined;
    while (this.isFull(this.tipArticles)) this.sealTip(this.countOfFull(this.tipArticles));
  }

  /** @param count of the tip's articles, the oldest first */
  private sealTip(count: number): void {
    this.average ??= averageLengths(this.tipArticles, this.vocabulary);
    const part = this.tipArticles.slice(0, count);
    this.tipArticles = this.tipArticles.slice(count);
    this.tip = undefined;
    this.seal(Segment.build(part, this.vocabulary, this.average));
  }

  /** @param wanted the articles that are there; by default all */
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
