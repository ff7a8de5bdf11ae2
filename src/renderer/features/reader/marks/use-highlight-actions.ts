import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { goToTags } from '#renderer/features/annotations/index.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { announce } from '#renderer/ui/live.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { type CitationStyle, cite } from '#shared/citation/cite.ts';
import { MAX_QUERY_UTF16 } from '#shared/domain/limits.ts';
import type { Span } from '#shared/domain/span.ts';
import { paragraphAt } from '#shared/domain/text.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { BlockPlace } from '../text/text-map.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { type MarkStore, useMarkStore } from './use-mark-store.ts';
import { useTurns } from './use-turns.ts';
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
  /** Opens the tags of the highlight, which is made first if need be. */
  editTags(): Promise<void>;
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
  const store = useMarkStore(context.article, context.marks, context.lastMeaning);
  const takeTurn = useTurns({ ...context, store }, context.marks);
  const change = (what: (now: Now) => Promise<boolean>): Promise<void> =>
    attempt(() => takeTurn(async (now) => now.marksLoaded && (await what(now))));
  // The paragraph is the one of the moment of the key.
  const block = spanOfBlock(context);
  return {
    copyCitation: (style) => copyCitation(context, style),
    searchSelection: () => searchSelection(context),
    pin: () => change(pin),
    highlight: (meaning) => change((now) => apply(now, meaning, null)),
    highlightAgain: () => change((now) => apply(now, now.lastMeaning, block)),
    writeNote: () => change((now) => writeNote(now, block)),
    editTags: () => change((now) => writeNote({ ...now, edit: (id) => editTags(now, id) }, null)),
    remove: () => change(remove),
    toggleBookmark: (blockId = context.currentBlock) =>
      change(async ({ store: marks }) => {
        await marks.toggleBookmark(blockId);
        return true;
      }),
  };
}

/** What a change acts with when its turn has come. */
interface Now extends Context {
  readonly store: MarkStore;
}

// Each answers whether it has changed the marks.

async function apply(now: Now, meaning: Meaning, otherwise: Span | null): Promise<boolean> {
  const { store, selection, choose } = now;
  const target = selection.read();
  const known = target ? target.annotation : otherwise ? null : chosenOf(now);
  const span = target?.span ?? otherwise;
  if (known) choose(await store.recolour(known, meaning));
  else if (span) choose(await store.mark(meaning, span));
  if (target) selection.clear();
  return known !== null || span !== null;
}

async function writeNote(now: Now, block: Span | null): Promise<boolean> {
  const { store, selection, choose } = now;
  const target = selection.read();
  const known = target ? target.annotation : chosenOf(now);
  const span = target?.span ?? block;
  const id = known?.id ?? (span && (await store.mark(now.lastMeaning, span)));
  if (target) selection.clear();
  if (id) {
    choose(id);
    now.edit(id);
  }
  return known === null && id !== null;
}

/** The tags are a field of the note's editor. */
function editTags({ edit }: Now, id: AnnotationId): void {
  goToTags(id);
  edit(id);
}

async function remove(now: Now): Promise<boolean> {
  const annotation = now.selection.read()?.annotation ?? chosenOf(now);
  if (!annotation) return false;
  await now.store.remove(annotation);
  now.selection.clear();
  now.choose(null);
  return true;
}

async function pin({ store, pinning, selection, choose }: Now): Promise<boolean> {
  const { id, end } = pinning;
  const target = selection.read();
  if (!id || !target) return false;
  await store.pin(id, target.span);
  end();
  selection.clear();
  choose(id);
  return true;
}

async function copyCitation(
  { selection, article, text }: Context,
  style: CitationStyle,
): Promise<void> {
  const span = selection.read()?.span;
  if (!span) return;
  const paragraph = paragraphAt(article.blocks, span.start);
  const passage = { text: text.slice(span.start, span.end), article, paragraph };
  await navigator.clipboard.writeText(cite(style, passage));
  announce(translate('common.copied'));
  selection.close();
}

function searchSelection({ selection, text }: Context): void {
  const span = selection.read()?.span;
  if (!span) return;
  const words = text.slice(span.start, span.end).slice(0, MAX_QUERY_UTF16);
  navigate({ page: 'search', text: words, dial: 'close' });
}

const chosenOf = ({ marks, chosenId }: Context): Annotation | null =>
  marks.annotations.find(({ id }) => id === chosenId) ?? null;

function spanOfBlock({ places, currentBlock }: Context): Span | null {
  const place = places.find(({ id }) => id === currentBlock);
  return place ? { start: place.start, end: place.end } : null;
}
