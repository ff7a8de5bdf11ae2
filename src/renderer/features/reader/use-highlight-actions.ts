import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { announce } from '#renderer/ui/live.ts';
import type { AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { type CitationStyle, cite } from '#shared/citation/cite.ts';
import { MAX_QUERY_UTF16 } from '#shared/domain/limits.ts';
import type { Span } from '#shared/domain/span.ts';
import { paragraphAt } from '#shared/domain/text.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { BlockPlace } from './text-map.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { useMarkStore } from './use-mark-store.ts';
import type { ReaderSelection } from './use-selection.ts';

interface Context {
  readonly article: Article;
  readonly marks: ReaderMarks;
  /** Nothing is changed before: what is made may become one with what is there. */
  readonly marksLoaded: boolean;
  /** Canonical text. */
  readonly text: string;
  readonly selection: ReaderSelection;
  readonly currentBlock: string;
  readonly places: readonly BlockPlace[];
  readonly lastMeaning: Meaning;
  readonly chosenId: AnnotationId | null;
  readonly choose: (id: AnnotationId | null) => void;
  readonly edit: (id: AnnotationId) => void;
  /** The highlight without a place that the next selection is for. */
  readonly pinning: { readonly id: AnnotationId | null; readonly end: () => void };
}

export interface HighlightActions {
  /** Gives the meaning to the clicked highlight, the selection, or else the chosen highlight. */
  highlight(meaning: Meaning): Promise<void>;
  /** The last meaning, for the selection or else the current paragraph. */
  highlightAgain(): Promise<void>;
  /** Opens the note of the highlight, which is made first if need be. */
  writeNote(): Promise<void>;
  /** Removes the clicked or chosen highlight; it can be brought back for some seconds. */
  remove(): Promise<void>;
  /** Copies the selected words with where they stand. */
  copyCitation(style: CitationStyle): Promise<void>;
  /** Searches the library for the selected words. */
  searchSelection(): void;
  /** Gives the highlight without a place the selected one. */
  pin(): Promise<void>;
  /** For a paragraph; the current one when none is named. */
  toggleBookmark(blockId?: string): Promise<void>;
}

/** Everything that changes the marks of the open article. */
export function useHighlightActions(context: Context): HighlightActions {
  const { selection, choose } = context;
  const store = useMarkStore(context.article, context.marks, context.lastMeaning);
  const chosen = find(context.marks, context.chosenId);

  async function apply(meaning: Meaning, otherwise: Span | null): Promise<void> {
    const target = selection.read();
    const known = target ? target.annotation : otherwise ? null : chosen;
    const span = target?.span ?? otherwise;
    if (known) choose(await store.recolour(known, meaning));
    else if (span) choose(await store.mark(meaning, span));
    if (target) selection.clear();
  }

  async function writeNote(): Promise<void> {
    const target = selection.read();
    const known = target ? target.annotation : chosen;
    const span = target?.span ?? spanOfBlock(context);
    const id = known?.id ?? (span && (await store.mark(context.lastMeaning, span)));
    if (target) selection.clear();
    if (!id) return;
    choose(id);
    context.edit(id);
  }

  async function remove(): Promise<void> {
    const annotation = selection.read()?.annotation ?? chosen;
    if (!annotation) return;
    await store.remove(annotation);
    selection.clear();
    choose(null);
  }

  async function copyCitation(style: CitationStyle): Promise<void> {
    const span = selection.read()?.span;
    if (!span) return;
    const { article, text } = context;
    const paragraph = paragraphAt(article.blocks, span.start);
    const passage = { text: text.slice(span.start, span.end), article, paragraph };
    await navigator.clipboard.writeText(cite(style, passage));
    announce(translate('common.copied'));
    selection.close();
  }

  function searchSelection(): void {
    const span = selection.read()?.span;
    if (!span) return;
    const words = context.text.slice(span.start, span.end).slice(0, MAX_QUERY_UTF16);
    navigate({ page: 'search', text: words, dial: 'close' });
  }

  async function pin(): Promise<void> {
    const { id, end } = context.pinning;
    const target = selection.read();
    if (!id || !target) return;
    await store.pin(id, target.span);
    end();
    selection.clear();
    choose(id);
  }

  const change = async (what: () => Promise<void>): Promise<void> => {
    if (context.marksLoaded) await attempt(what);
  };
  return {
    copyCitation,
    searchSelection,
    pin: () => change(pin),
    highlight: (meaning) => change(() => apply(meaning, null)),
    highlightAgain: () => change(() => apply(context.lastMeaning, spanOfBlock(context))),
    writeNote: () => change(writeNote),
    remove: () => change(remove),
    toggleBookmark: (blockId = context.currentBlock) => change(() => store.toggleBookmark(blockId)),
  };
}

const find = ({ annotations }: ReaderMarks, id: AnnotationId | null) =>
  id === null ? null : (annotations.find((annotation) => annotation.id === id) ?? null);

function spanOfBlock({ places, currentBlock }: Context): Span | null {
  const place = places.find(({ id }) => id === currentBlock);
  return place ? { start: place.start, end: place.end } : null;
}
