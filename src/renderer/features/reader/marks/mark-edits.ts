import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { announce } from '#renderer/ui/live.ts';
import {
  type ChangeName,
  pinHighlight,
  removeHighlights,
  saveHighlight,
  setBookmark,
} from '#renderer/undo/mark-changes.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type Merge, mergeHighlight } from './merge.ts';
import { newAnnotationId } from './new-annotation-id.ts';
import { paragraphNumber } from '../text/text-map.ts';

/** The ways to change the marks of an open article. They reject with a BridgeError when the disk refuses. */
export interface MarkEdits {
  /** Creates a highlight, or widens those of the same meaning that it touches. */
  readonly mark: (meaning: Meaning, span: Span) => Promise<AnnotationId>;
  /** Changes the meaning, and joins the highlight with an adjacent one of the new meaning. */
  readonly recolour: (annotation: Annotation, meaning: Meaning) => Promise<AnnotationId>;
  /** Removes a highlight; undo is offered for a few seconds. */
  readonly remove: (annotation: Annotation) => Promise<void>;
  /** Pins a highlight to another span. */
  readonly pin: (id: AnnotationId, span: Span) => Promise<void>;
  readonly toggleBookmark: (blockId: string) => Promise<void>;
}

interface EditedArticle {
  readonly article: Article;
  /** Returns the marks after the last change. */
  readonly marks: () => ReaderMarks;
  /** Called with the meaning of every highlight that was saved. */
  readonly onMeaning: (meaning: Meaning) => void;
}

/** Creates the ways to change an article's marks, which also tell the reader what was done. */
export function createMarkEdits({ article, marks, onMeaning }: EditedArticle): MarkEdits {
  const articleId = article.id;

  async function saveMerged(
    merge: Merge,
    meaning: Meaning,
    name: ChangeName,
  ): Promise<AnnotationId> {
    const { span, note, tags, removed, survivor } = merge;
    const id = survivor ?? newAnnotationId();
    const draft = { id, articleId, meaning, span, note, tags: [...tags], absorbs: [...removed] };
    const before = marks()
      .annotations.filter((each) => each.id === survivor || removed.includes(each.id))
      .map(({ record }) => record);
    await saveHighlight(draft, before, name);
    onMeaning(meaning);
    return id;
  }

  return {
    async mark(meaning, span) {
      const merge = mergeHighlight(marks().annotations, meaning, span);
      if (merge.survivor) return saveMerged(merge, meaning, merged());
      const id = await saveMerged(merge, meaning, { label: 'undo.highlight' });
      sayMarked(meaning);
      return id;
    },
    async recolour(annotation, meaning) {
      const others = marks().annotations.filter(({ id }) => id !== annotation.id);
      const merge = mergeHighlight(
        [...others, { ...annotation, meaning }],
        meaning,
        annotation.span,
      );
      if (merge.removed.length > 0) return saveMerged(merge, meaning, merged());
      const id = await saveMerged(merge, meaning, { label: 'undo.recolour' });
      sayMarked(meaning);
      return id;
    },
    async remove({ id }) {
      const known = marks().annotations.find((annotation) => annotation.id === id);
      const name = { label: 'undo.remove', toast: translate('ann.deleted') } as const;
      if (known) await removeHighlights([known.record], name);
    },
    async pin(id, span) {
      const known = marks().orphans.find(({ record }) => record.id === id);
      if (!known) return;
      await pinHighlight(known.record, span, { label: 'undo.pin' });
      announce(translate('ann.pinned'));
    },
    async toggleBookmark(blockId) {
      const present = !marks().bookmarks.some((bookmark) => bookmark.blockId === blockId);
      const label = present ? 'undo.bookmark' : 'undo.unbookmark';
      await setBookmark({ articleId, blockId, present }, { label });
      const n = paragraphNumber(article.blocks, blockId);
      announce(translate(present ? 'reader.bookmarkAdded' : 'reader.bookmarkRemoved', { n }));
    },
  };
}

const sayMarked = (meaning: Meaning): void =>
  announce(translate('live.highlighted', { role: meaningName(meaning) }));

/** A toast with an undo button tells about joining, because the reader has not asked for it explicitly. */
const merged = (): ChangeName => ({ label: 'undo.merge', toast: translate('sel.merged') });
