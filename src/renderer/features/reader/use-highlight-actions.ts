import {
  useChangeSettings,
  useRemoveAnnotation,
  useSaveAnnotation,
  useSetBookmark,
} from '#renderer/bridge/queries.ts';
import { announce } from '#renderer/ui/live.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import type { Annotation, AnnotationId, ArticleMarks, Meaning } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';
import { translate } from '#shared/i18n/translate.ts';
import { mergeHighlight } from './merge.ts';
import { newAnnotationId } from './new-annotation-id.ts';
import type { BlockPlace } from './text-map.ts';
import type { ReaderSelection } from './use-selection.ts';

interface Context {
  readonly article: Article;
  readonly marks: ArticleMarks;
  readonly selection: ReaderSelection;
  readonly currentBlock: string;
  readonly places: readonly BlockPlace[];
  readonly lastMeaning: Meaning;
  readonly currentId: AnnotationId | null;
  readonly setCurrentId: (id: AnnotationId | null) => void;
  readonly edit: (id: AnnotationId) => void;
}

export interface HighlightActions {
  /** Gives the meaning to the clicked highlight, the selection, or else the current paragraph. */
  highlight(meaning?: Meaning): Promise<void>;
  /** Opens the note of the highlight, which is made first if need be. */
  writeNote(): Promise<void>;
  /** Removes the clicked or current highlight; it can be brought back for some seconds. */
  remove(): Promise<void>;
  toggleBookmark(): void;
}

/** Everything that changes the marks of the open article. */
export function useHighlightActions(context: Context): HighlightActions {
  const { article, marks, selection, currentBlock, places, lastMeaning, currentId } = context;
  const { mutateAsync: save } = useSaveAnnotation();
  const { mutateAsync: removeById } = useRemoveAnnotation();
  const { mutate: setBookmark } = useSetBookmark();
  const { mutate: changeSettings } = useChangeSettings();

  /** Whatever is not saved is said, and nothing on the screen pretends otherwise. */
  async function told(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      showToast({ text: translate('reader.notSaved') });
    }
  }

  async function saveNew(meaning: Meaning, span: Span): Promise<AnnotationId> {
    const merge = mergeHighlight(marks.annotations, meaning, span);
    const id = merge.survivor ?? newAnnotationId();
    await save({ id, articleId: article.id, meaning, span: merge.span, note: merge.note });
    for (const removed of merge.removed) await removeById({ articleId: article.id, id: removed });
    if (merge.survivor) announce(translate('sel.merged'));
    else announce(translate('live.highlighted', { role: translate(`hl.role.${meaning}`) }));
    return id;
  }

  async function apply(meaning: Meaning): Promise<AnnotationId | null> {
    const target = selection.target;
    if (target?.annotation) {
      const { id, span, note } = target.annotation;
      await save({ id, articleId: article.id, meaning, span, note });
      return id;
    }
    const span = target?.span ?? spanOfBlock(places, currentBlock);
    return span && saveNew(meaning, span);
  }

  async function highlight(meaning: Meaning = lastMeaning): Promise<void> {
    await told(async () => {
      const id = await apply(meaning);
      context.setCurrentId(id);
      selection.clear();
      if (meaning !== lastMeaning) changeSettings({ lastMeaning: meaning });
    });
  }

  async function writeNote(): Promise<void> {
    await told(async () => {
      const target = selection.target;
      const known = target ? target.annotation?.id : currentId;
      const id = known ?? (await apply(lastMeaning));
      selection.clear();
      if (!id) return;
      context.setCurrentId(id);
      context.edit(id);
    });
  }

  async function remove(): Promise<void> {
    const id = selection.target?.annotation?.id ?? currentId;
    const annotation = marks.annotations.find((other) => other.id === id);
    if (!annotation) return;
    await told(async () => {
      await removeById({ articleId: article.id, id: annotation.id });
      selection.clear();
      context.setCurrentId(null);
      offerUndo(annotation, (draft) => told(async () => void (await save(draft))));
    });
  }

  return {
    highlight,
    writeNote,
    remove,
    toggleBookmark() {
      const present = !marks.bookmarks.some(({ blockId }) => blockId === currentBlock);
      setBookmark({ articleId: article.id, blockId: currentBlock, present });
      const n = places.findIndex(({ id }) => id === currentBlock) + 1;
      announce(translate(present ? 'reader.bookmarkAdded' : 'reader.bookmarkRemoved', { n }));
    },
  };
}

type Draft = Pick<Annotation, 'id' | 'articleId' | 'meaning' | 'span' | 'note'>;

function offerUndo(
  { id, articleId, meaning, span, note }: Annotation,
  save: (draft: Draft) => Promise<void>,
): void {
  showToast({
    text: translate('ann.deleted'),
    action: {
      label: translate('common.undo'),
      run: () => void save({ id, articleId, meaning, span, note }),
    },
  });
}

function spanOfBlock(places: readonly BlockPlace[], id: string): Span | null {
  const place = places.find((candidate) => candidate.id === id);
  return place ? { start: place.start, end: place.end } : null;
}
