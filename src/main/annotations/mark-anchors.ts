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
export function createMarkAnchors(finder: AnchorFinder): MarkAnchors {
  const texts = new WeakMap<Article, TextToSearch>();
  const known = new WeakMap<StoredPlace, { contentHash: string; anchor: Anchor }>();

  function open(article: Article): TextToSearch {
    const opened = texts.get(article);
    if (opened) return opened;
    const fresh = { text: canonicalText(article.blocks), contentHash: article.contentHash };
    texts.set(article, fresh);
    return fresh;
  }

  function find(article: Article, place: StoredPlace): Anchor {
    return knownAnchor(article, place) ?? toAnchor(NOT_SEARCHED);
  }

  function knownAnchor(article: Article, place: StoredPlace): Anchor | null {
    const before = known.get(place);
    if (before?.contentHash === article.contentHash) return before.anchor;
    const found = findAtOnce(open(article), place);
    return found && keep(article, place, found);
  }

  function keep(article: Article, place: StoredPlace, found: Found): Anchor {
    const anchor = toAnchor(found);
    known.set(place, { contentHash: article.contentHash, anchor });
    return anchor;
  }

  async function lookFor(article: Article, marks: ArticleMarks): Promise<void> {
    const unknown = storedPlacesOf(marks).filter((place) => knownAnchor(article, place) === null);
    if (unknown.length === 0) return;
    const found = await finder.find(open(article), unknown);
    unknown.forEach((place, index) => keep(article, place, found[index] ?? NOT_SEARCHED));
  }

  function bookmark(article: Article, kept: Bookmark): AnchoredBookmark {
    const anchor = kept.place ? find(article, kept.place) : trustBlockId(article, kept);
    if (anchor.confidence === 'orphan') return { ...kept, anchor, placedOn: null };
    const block = blockAt(spansOfBlocks(article.blocks), anchor.span.start);
    return { ...kept, anchor, placedOn: block?.id ?? null };
  }

  function reading(article: Article, kept: Reading): Reading {
    const last = Math.max(0, open(article).text.length - 1);
    const anchor = kept.place ? find(article, kept.place) : null;
    const isFound = anchor !== null && anchor.confidence !== 'orphan';
    return { ...kept, offset: isFound ? anchor.span.start : Math.min(kept.offset, last) };
  }

  return {
    text: (article) => open(article).text,
    lookFor,
    of: find,
    isSamePlace(place, other) {
      const before = known.get(other);
      if (before) known.set(place, before);
    },
    bookmark,
    reading,
    async anchorAll(article, marks) {
      await lookFor(article, marks);
      return {
        annotations: marks.annotations.map((annotation): AnchoredAnnotation => ({
          ...annotation,
          anchor: find(article, annotation),
        })),
        bookmarks: marks.bookmarks.map((each) => bookmark(article, each)),
      };
    },
  };
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
