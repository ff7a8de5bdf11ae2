import type {
  Anchor,
  AnchoredAnnotation,
  AnchoredBookmark,
  AnchoredMarks,
  ArticleMarks,
} from '#shared/domain/anchored-marks.ts';
import type { Annotation, Bookmark, Reading, StoredPlace } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { blockAt, spansOfBlocks } from '#shared/domain/block-spans.ts';
import { canonicalText } from '#shared/domain/text.ts';
import {
  type Found,
  NOT_SEARCHED,
  type AnchorFinder,
  type TextToSearch,
  findAtOnce,
} from '../anchoring/finder.ts';

/** Finds marks in the present text of their article. */
export interface MarkAnchors {
  text(article: Article): string;
  /** Searches for all marks of an article, so that the synchronous methods know their anchors. */
  lookFor(article: Article, marks: ArticleMarks): Promise<void>;
  /** Returns the anchor of a highlight as far as it is known without a search. */
  of(article: Article, annotation: Annotation): Anchor;
  /** Tells that a new record has the same stored place as a known one. */
  isSamePlace(place: StoredPlace, known: StoredPlace): void;
  bookmark(article: Article, bookmark: Bookmark): AnchoredBookmark;
  /** The reading position, with its `offset` in the present text (UTF-16). */
  reading(article: Article, reading: Reading): Reading;
  /** Anchors all highlights and bookmarks of an article. */
  anchorAll(article: Article, marks: ArticleMarks): Promise<AnchoredMarks>;
}

/** @param finder searches for places whose text has changed; those that are unchanged are recognised here */
export const createMarkAnchors = (finder: AnchorFinder): MarkAnchors => new KnownAnchors(finder);

class KnownAnchors implements MarkAnchors {
  private readonly finder: AnchorFinder;
  private readonly texts = new WeakMap<Article, TextToSearch>();
  private readonly known = new WeakMap<StoredPlace, { contentHash: string; anchor: Anchor }>();

  constructor(finder: AnchorFinder) {
    this.finder = finder;
  }

  text(article: Article): string {
    return this.open(article).text;
  }

  async lookFor(article: Article, marks: ArticleMarks): Promise<void> {
    const unknown = storedPlacesOf(marks).filter(
      (place) => this.knownAnchor(article, place) === null,
    );
    if (unknown.length === 0) return;
    const found = await this.finder.find(this.open(article), unknown);
    unknown.forEach((place, index) => this.keep(article, place, found[index] ?? NOT_SEARCHED));
  }

  of(article: Article, place: StoredPlace): Anchor {
    return this.knownAnchor(article, place) ?? toAnchor(NOT_SEARCHED);
  }

  isSamePlace(place: StoredPlace, other: StoredPlace): void {
    const before = this.known.get(other);
    if (before) this.known.set(place, before);
  }

  bookmark(article: Article, kept: Bookmark): AnchoredBookmark {
    const anchor = kept.place ? this.of(article, kept.place) : trustBlockId(article, kept);
    if (anchor.confidence === 'orphan') return { ...kept, anchor, placedOn: null };
    const block = blockAt(spansOfBlocks(article.blocks), anchor.span.start);
    return { ...kept, anchor, placedOn: block?.id ?? null };
  }

  reading(article: Article, kept: Reading): Reading {
    const last = Math.max(0, this.text(article).length - 1);
    const anchor = kept.place ? this.of(article, kept.place) : null;
    const isFound = anchor !== null && anchor.confidence !== 'orphan';
    return { ...kept, offset: isFound ? anchor.span.start : Math.min(kept.offset, last) };
  }

  async anchorAll(article: Article, marks: ArticleMarks): Promise<AnchoredMarks> {
    await this.lookFor(article, marks);
    return {
      annotations: marks.annotations.map((annotation): AnchoredAnnotation => ({
        ...annotation,
        anchor: this.of(article, annotation),
      })),
      bookmarks: marks.bookmarks.map((each) => this.bookmark(article, each)),
    };
  }

  private open(article: Article): TextToSearch {
    const opened = this.texts.get(article);
    if (opened) return opened;
    const fresh = { text: canonicalText(article.blocks), contentHash: article.contentHash };
    this.texts.set(article, fresh);
    return fresh;
  }

  private knownAnchor(article: Article, place: StoredPlace): Anchor | null {
    const before = this.known.get(place);
    if (before?.contentHash === article.contentHash) return before.anchor;
    const found = findAtOnce(this.open(article), place);
    return found && this.keep(article, place, found);
  }

  private keep(article: Article, place: StoredPlace, found: Found): Anchor {
    const anchor = toAnchor(found);
    this.known.set(place, { contentHash: article.contentHash, anchor });
    return anchor;
  }
}

const storedPlacesOf = ({
  annotations,
  bookmarks,
  reading,
}: ArticleMarks): readonly StoredPlace[] => [
  ...annotations,
  ...bookmarks.flatMap(({ place }) => place ?? []),
  ...(reading?.place ? [reading.place] : []),
];

function toAnchor(found: Found): Anchor {
  if (found.state === 'orphan') return { confidence: 'orphan', reason: found.reason };
  const { confidence, score, span } = found;
  return { confidence, score: Math.max(0, Math.min(1, score)), span };
}

/** A bookmark of the first version stores only the id of its block. */
function trustBlockId(article: Article, { blockId }: Bookmark): Anchor {
  const block = spansOfBlocks(article.blocks).find(({ id }) => id === blockId);
  if (!block) return { confidence: 'orphan', reason: 'not-found' };
  return { confidence: 'exact', score: 1, span: { start: block.start, end: block.end } };
}
