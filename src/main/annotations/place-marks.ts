import { type Resolution, type Resolver, createResolver } from '#shared/anchoring/resolve.ts';
import type {
  Anchor,
  AnchoredAnnotation,
  AnchoredBookmark,
  AnchoredMarks,
  ArticleMarks,
} from '#shared/domain/anchored-marks.ts';
import type { Annotation, Bookmark, Reading, StoredPlace } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { blockAt, placeBlocks } from '#shared/domain/block-places.ts';
import { canonicalText } from '#shared/domain/text.ts';

/** Longest that finding places keeps the main process from other work, ms. */
const TURN_MS = 20;

/** Finds marks in the text of their article as it is now. */
export interface Placer {
  text(article: Article): string;
  /** Where one highlight stands; found once for every version of the text. */
  anchor(article: Article, annotation: Annotation): Anchor;
  bookmark(article: Article, bookmark: Bookmark): AnchoredBookmark;
  /** The reading place, with its `offset` in the text as it is now. */
  reading(article: Article, reading: Reading): Reading;
  /** All highlights and bookmarks of an article, a few at a time when its text has changed. */
  place(article: Article, marks: ArticleMarks): Promise<AnchoredMarks>;
}

export function createPlacer(): Placer {
  const texts = new WeakMap<Article, { text: string; resolver: Resolver }>();
  const known = new WeakMap<StoredPlace, { contentHash: string; anchor: Anchor }>();

  function open(article: Article): { text: string; resolver: Resolver } {
    const opened = texts.get(article);
    if (opened) return opened;
    const text = canonicalText(article.blocks);
    const fresh = { text, resolver: createResolver(text, article.contentHash) };
    texts.set(article, fresh);
    return fresh;
  }

  function find(article: Article, place: StoredPlace): Anchor {
    const before = known.get(place);
    if (before?.contentHash === article.contentHash) return before.anchor;
    const anchor = toAnchor(open(article).resolver.resolve(place));
    known.set(place, { contentHash: article.contentHash, anchor });
    return anchor;
  }

  function bookmark(article: Article, kept: Bookmark): AnchoredBookmark {
    const anchor = kept.place ? find(article, kept.place) : trustBlockId(article, kept);
    if (anchor.confidence === 'orphan') return { ...kept, anchor, placedOn: null };
    const block = blockAt(placeBlocks(article.blocks), anchor.span.start);
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
    anchor: find,
    bookmark,
    reading,
    async place(article, marks) {
      const annotations: AnchoredAnnotation[] = [];
      let turnEndsAt = performance.now() + TURN_MS;
      for (const annotation of marks.annotations) {
        annotations.push({ ...annotation, anchor: find(article, annotation) });
        if (performance.now() < turnEndsAt) continue;
        await new Promise((resume) => setImmediate(resume));
        turnEndsAt = performance.now() + TURN_MS;
      }
      return {
        annotations,
        bookmarks: marks.bookmarks.map((each) => bookmark(article, each)),
      };
    },
  };
}

function toAnchor(found: Resolution): Anchor {
  if (found.state === 'orphan') return { confidence: 'orphan', reason: found.reason };
  const { confidence, score, span } = found;
  return { confidence, score: Math.max(0, Math.min(1, score)), span };
}

/** A bookmark of the first version remembers nothing but its block. */
function trustBlockId(article: Article, { blockId }: Bookmark): Anchor {
  const place = placeBlocks(article.blocks).find(({ id }) => id === blockId);
  if (!place) return { confidence: 'orphan', reason: 'not-found' };
  return { confidence: 'exact', score: 1, span: { start: place.start, end: place.end } };
}
