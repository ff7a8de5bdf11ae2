import type { StoredPlace } from '#shared/domain/annotation.ts';
import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import type { Library } from '../library/library.ts';
import {
  type Found,
  NOT_SEARCHED,
  type PlaceFinder,
  type TextToSearch,
  findAtOnce,
} from '../placing/finder.ts';
import { createPace } from '../disk/turns.ts';
import type { ImportRecord } from './import-record.ts';
import { type PassageIndex, createPassageIndex } from './passage-index.ts';

/** An article of the library, ready to be searched. */
export interface Candidate extends TextToSearch {
  readonly article: Article;
}

/** Fewest letters of a passage that alone can say from which article it is. */
const TELLING_LETTERS = 24;

/** Articles that hold all words of a passage, but not letter for letter, in which it is looked for. */
const MAX_TRIED = 5;

/** The article of a record, `null` when there is none; `not-searched` when looking for it was ended before it was known. */
export type FoundArticle = Candidate | 'not-searched' | null;

/** Finds the article that a record is about, and places in it. */
export interface ArticleFinder {
  find(record: ImportRecord): Promise<FoundArticle>;
  place(candidate: Candidate, stored: StoredPlace): Promise<Found>;
}

/**
 * By id; else by the hash of its text or its title, as an article that was added again has another id; else,
 * when the file names no article of ours, by a passage that only one article holds. Texts are read only
 * when they are needed, and for passages once.
 *
 * @param isOver  asked before each step of a search; from then on only what needs no search is found
 */
export function createArticleFinder(
  library: Pick<Library, 'list' | 'get'>,
  places: PlaceFinder,
  isOver: () => boolean,
): ArticleFinder {
  const summaries = library.list();
  const by = (keyOf: (summary: ArticleSummary) => string) =>
    new Map(summaries.map((summary) => [keyOf(summary), summary.id]));
  const byId = by(({ id }) => id);
  const byHash = by(({ contentHash }) => contentHash);
  const byTitle = by(({ title }) => title.normalize('NFC').trim());
  const candidates = new Map<ArticleId, Candidate | null>();
  let index: PassageIndex | undefined;

  function load(id: ArticleId): Candidate | null {
    const known = candidates.get(id);
    if (known !== undefined) return known;
    const found = library.get(id);
    const candidate = found.ok ? toCandidate(found.value) : null;
    candidates.set(id, candidate);
    return candidate;
  }

  async function place(candidate: Candidate, stored: StoredPlace): Promise<Found> {
    if (isOver()) return findAtOnce(candidate, stored) ?? NOT_SEARCHED;
    const [found] = await places.find(candidate, [stored]);
    return found ?? NOT_SEARCHED;
  }

  /** `null` when there is no time to make it whole: a part of it would not know whether an article is the only one. */
  async function openIndex(): Promise<PassageIndex | null> {
    if (index) return index;
    const opened = createPassageIndex();
    const pace = createPace();
    for (const { id } of summaries) {
      if (isOver()) return null;
      opened.add(load(id)?.text ?? '');
      await pace();
    }
    index = opened;
    return opened;
  }

  /** Two articles that hold the passage, or one that holds something like it, would be a guess. */
  async function findByPassage(record: ImportRecord): Promise<FoundArticle> {
    const { quote, contentHash } = record;
    if (quote.exact.length < TELLING_LETTERS) return null;
    const opened = await openIndex();
    if (!opened || isOver()) return 'not-searched';
    const holding = opened
      .holding(quote)
      .map((number) => summaries[number])
      .flatMap((summary) => (summary && load(summary.id)) ?? []);
    const toTheLetter = holding.filter(({ text }) => text.includes(quote.exact));
    if (toTheLetter.length > 0) return sole(toTheLetter);
    const span = record.span ?? { start: 0, end: quote.exact.length };
    const stored = { span, contentHash: contentHash ?? '', quote };
    const sure: Candidate[] = [];
    for (const candidate of holding.slice(0, MAX_TRIED)) {
      const found = await place(candidate, stored);
      if (isNotSearched(found)) return 'not-searched';
      if (found.state === 'anchored' && found.confidence !== 'approximate') sure.push(candidate);
    }
    return sole(sure);
  }

  return {
    async find(record) {
      const { articleId, title } = record.source;
      const named =
        byId.get(articleId ?? '') ??
        byHash.get(record.contentHash ?? '') ??
        byTitle.get(title?.normalize('NFC').trim() ?? '');
      if (named !== undefined) return load(named);
      return articleId === null ? findByPassage(record) : null;
    },
    place,
  };
}

const toCandidate = (article: Article): Candidate => ({
  article,
  text: canonicalText(article.blocks),
  contentHash: article.contentHash,
});

/** Whether looking for a place was ended before anything was known of it. */
export const isNotSearched = (found: Found): boolean =>
  found.state === 'orphan' && found.reason === 'not-searched';

const sole = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.length === 1 ? (candidates[0] ?? null) : null;
