import { BridgeError } from '#renderer/bridge/bridge.ts';
import {
  useChangeSettings,
  useApplyRecords,
  usePinAnnotation,
  useRemoveAnnotation,
  useSaveAnnotation,
  useSetBookmark,
} from '#renderer/bridge/queries.ts';
import { announce } from '#renderer/ui/live.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type Merge, mergeHighlight } from './merge.ts';
import { newAnnotationId } from './new-annotation-id.ts';
import { paragraphNumber } from './text-map.ts';

interface MarkStore {
  /** Makes a highlight, or widens those of the same meaning that it touches. */
  readonly mark: (meaning: Meaning, span: Span) => Promise<AnnotationId>;
  /** Gives another meaning; beside one of that meaning it becomes one with it. */
  readonly recolour: (annotation: Annotation, meaning: Meaning) => Promise<AnnotationId>;
  /** Removes a highlight; it can be brought back for some seconds. */
  readonly remove: (annotation: Annotation) => Promise<void>;
  /** Gives a highlight another place. */
  readonly pin: (id: AnnotationId, span: Span) => Promise<void>;
  readonly toggleBookmark: (blockId: string) => Promise<void>;
}

const NOTHING_ELSE = { removedAnnotations: [], bookmarks: [], removedBookmarks: [] };

/** Changes the marks of an article in the store, and says what was done. */
export function useMarkStore(article: Article, marks: ReaderMarks, last: Meaning): MarkStore {
  const { mutateAsync: save } = useSaveAnnotation();
  const { mutateAsync: removeById } = useRemoveAnnotation();
  const { mutateAsync: apply } = useApplyRecords();
  const { mutateAsync: pinPlace } = usePinAnnotation();
  const { mutateAsync: setBookmark } = useSetBookmark();
  const { mutate: changeSettings } = useChangeSettings();
  const articleId = article.id;

  async function saveMerged(merge: Merge, meaning: Meaning): Promise<AnnotationId> {
    const id = merge.survivor ?? newAnnotationId();
    const { span, note, tags, removed } = merge;
    await save({ id, articleId, meaning, span, note, tags: [...tags], absorbs: [...removed] });
    if (meaning !== last) changeSettings({ lastMeaning: meaning });
    return id;
  }

  return {
    async mark(meaning, span) {
      const merge = mergeHighlight(marks.annotations, meaning, span);
      const id = await saveMerged(merge, meaning);
      sayMarked(meaning, merge.survivor !== null);
      return id;
    },
    async recolour(annotation, meaning) {
      const others = marks.annotations.filter(({ id }) => id !== annotation.id);
      const merge = mergeHighlight(
        [...others, { ...annotation, meaning }],
        meaning,
        annotation.span,
      );
      const id = await saveMerged(merge, meaning);
      sayMarked(meaning, merge.removed.length > 0);
      return id;
    },
    async remove({ id }) {
      const known = marks.annotations.find((annotation) => annotation.id === id);
      if (!known) return;
      await removeById({ articleId, id });
      const back = { articleId, annotations: [known.record], ...NOTHING_ELSE };
      const restore = (): void => void reported(async () => void (await apply(back)));
      const action = { label: translate('toast.undo'), run: restore };
      showToast({ text: translate('ann.deleted'), action });
    },
    async pin(id, span) {
      await pinPlace({ articleId, id, span });
      announce(translate('ann.pinned'));
    },
    async toggleBookmark(blockId) {
      const present = !marks.bookmarks.some((bookmark) => bookmark.blockId === blockId);
      await setBookmark({ articleId, blockId, present });
      const n = paragraphNumber(article.blocks, blockId);
      announce(translate(present ? 'reader.bookmarkAdded' : 'reader.bookmarkRemoved', { n }));
    },
  };
}

/** Whatever is not saved is said, and nothing on the screen pretends otherwise. */
export async function reported(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
    showToast({ text: translate('reader.notSaved', { code }) });
  }
}

function sayMarked(meaning: Meaning, merged: boolean): void {
  if (merged) announce(translate('sel.merged'));
  else announce(translate('live.highlighted', { role: translate(`hl.role.${meaning}`) }));
}
