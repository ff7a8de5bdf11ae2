import type { StoredPlace } from '#shared/domain/annotation.ts';
import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { Library } from '../library/library.ts';
import {
  type Found,
  NOT_SEARCHED,
  type AnchorFinder,
  type TextToSearch,
  findAtOnce,
} from '../anchoring/finder.ts';
import { createPace } from '../disk/turns.ts';
import type { ImportRecord } from './import-record.ts';
import { type PassageIndex, createPassageIndex } from './passage-index.ts';

/** An article of the library, ready to be searched. */
export interface Candidate extends TextToSearch {
  readonly article: Article;
}

/** Fewest letters of a passage that can identify its article without anything else. */
const TELLING_LETTERS = 24;

/** How many articles with all words of a passage, but without the exact passage, are searched for it. */
const MAX_TRIED = 5;

/** The article of a record, `null` when there is none, or `not-searched` when the search was stopped too early. */
export type FoundArticle = Candidate | 'not-searched' | null;

/** Finds the article of a record, and the anchor of a stored place in it. */
export interface ArticleFinder {
  find(record: ImportRecord): Promise<FoundArticle>;
  anchor(candidate: Candidate, stored: StoredPlace): Promise<Found>;
}

/**
 * Finds the article by its id, then by the hash of its text or by its title, because an article that was added again has
 * another id. If the file names no article of the library, a passage that only one article contains decides. Texts are
 * read only when needed, and only once for all passages.
 *
 * @param isOver  asked before each step; once it is true, only results that need no search are found
 */
export const createArticleFinder = (
  library: Pick<Library, 'list' | 'get'>,
  anchors: AnchorFinder,
  isOver: () => boolean,
): ArticleFinder => new LibrarySearch(library, anchors, isOver);

class LibrarySearch implements ArticleFinder {
  private readonly library: Pick<Library, 'list' | 'get'>;
  private readonly anchors: AnchorFinder;
  private readonly isOver: () => boolean;
  private readonly summaries: readonly ArticleSummary[];
  private readonly byId: ReadonlyMap<string, ArticleId>;
  private readonly byHash: ReadonlyMap<string, ArticleId>;
  private readonly byTitle: ReadonlyMap<string, ArticleId>;
  private readonly candidates = new Map<ArticleId, Candidate | null>();
  private index: PassageIndex | undefined;

  constructor(
    library: Pick<Library, 'list' | 'get'>,
    anchors: AnchorFinder,
    isOver: () => boolean,
  ) {
    this.library = library;
    this.anchors = anchors;
    this.isOver = isOver;
    this.summaries = library.list();
    const by = (keyOf: (summary: ArticleSummary) => string) =>
      new Map(this.summaries.map((summary) => [keyOf(summary), summary.id]));
    this.byId = by(({ id }) => id);
    this.byHash = by(({ contentHash }) => contentHash);
    this.byTitle = by(({ title }) => title.normalize('NFC').trim());
  }

  async find(record: ImportRecord): Promise<FoundArticle> {
    const { articleId, title } = record.source;
    const named =
      this.byId.get(articleId ?? '') ??
      this.byHash.get(record.contentHash ?? '') ??
      this.byTitle.get(title?.normalize('NFC').trim() ?? '');
    if (named !== undefined) return this.load(named);
    return articleId === null ? this.findByPassage(record) : null;
  }

  async anchor(candidate: Candidate, stored: StoredPlace): Promise<Found> {
    if (this.isOver()) return findAtOnce(candidate, stored) ?? NOT_SEARCHED;
    const [found] = await this.anchors.find(candidate, [stored]);
    return found ?? NOT_SEARCHED;
  }

  private load(id: ArticleId): Candidate | null {
    const known = this.candidates.get(id);
    if (known !== undefined) return known;
    const found = this.library.get(id);
    const candidate = found.ok ? toCandidate(found.value) : null;
    this.candidates.set(id, candidate);
    return candidate;
  }

  /** Returns `null` when time runs out, because a partial index cannot tell whether an article is the only one. */
  private async openIndex(): Promise<PassageIndex | null> {
    if (this.index) return this.index;
    const opened = createPassageIndex();
    const pace = createPace();
    for (const { id } of this.summaries) {
      if (this.isOver()) return null;
      opened.add(this.load(id)?.text ?? '');
      await pace();
    }
    this.index = opened;
    return opened;
  }

  /** Finds the only article with the passage; several articles, or an uncertain match, would be a guess. */
  private async findByPassage(record: ImportRecord): Promise<FoundArticle> {
    const { quote, contentHash } = record;
    if (quote.exact.length < TELLING_LETTERS) return null;
    const opened = await this.openIndex();
    if (!opened || this.isOver()) return 'not-searched';
    const holding = opened
      .holding(quote)
      .map((number) => this.summaries[number])
      .flatMap((summary) => (summary && this.load(summary.id)) ?? []);
    const toTheLetter = holding.filter(({ text }) => text.includes(quote.exact));
    if (toTheLetter.length > 0) return sole(toTheLetter);
    const span = record.span ?? { start: 0, end: quote.exact.length };
    const stored = { span, contentHash: contentHash ?? '', quote };
    const sure: Candidate[] = [];
    for (const candidate of holding.slice(0, MAX_TRIED)) {
      const found = await this.anchor(candidate, stored);
      if (isNotSearched(found)) return 'not-searched';
      if (found.state === 'anchored' && found.confidence !== 'approximate') sure.push(candidate);
    }
    return sole(sure);
  }
}

const toCandidate = (article: Article): Candidate => ({
  article,
  text: canonicalText(article.blocks),
  contentHash: article.contentHash,
});

/** Tells whether the search was stopped before a result was known. */
export const isNotSearched = (found: Found): boolean =>
  found.state === 'orphan' && found.reason === 'not-searched';

const sole = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.length === 1 ? (candidates[0] ?? null) : null;
