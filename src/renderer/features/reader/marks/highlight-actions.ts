import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { goToTags } from '#renderer/features/annotations/index.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { announce } from '#renderer/ui/live.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { type CitationStyle, cite } from '#shared/citation/cite.ts';
import { MAX_QUERY_UTF16 } from '#shared/domain/limits.ts';
import type { Span } from '#shared/domain/span.ts';
import { placeIn } from '#shared/document/places.ts';
import { translate } from '#shared/i18n/translate.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import type { ReaderSession } from '../session/session.ts';
import type { OpenPage } from '../text/page.ts';
import type { MarkEdits } from './mark-edits.ts';
import type { SelectionActions } from './selection-actions.ts';

/** What the actions need of the open article. */
export interface ActionContext {
  readonly article: Article;
  readonly page: OpenPage;
  readonly session: ReaderSession;
  readonly selection: SelectionActions;
  readonly edits: MarkEdits;
  /**
   * Returns the marks after the last change; `null` until they have been read. Before that nothing is changed, because a
   * new highlight may have to be joined with an existing one.
   */
  readonly marks: () => ReaderMarks | null;
  readonly lastMeaning: () => Meaning;
  /** Runs changes one after the other. */
  readonly takeTurn: (change: () => Promise<void>) => Promise<void>;
  readonly showPanel: () => void;
}

export interface HighlightActions {
  /** Gives the meaning to the clicked highlight, the selection, or else the chosen highlight. */
  highlight(meaning: Meaning): Promise<void>;
  /** Gives the last meaning to the selection, or else to the current paragraph. */
  highlightAgain(): Promise<void>;
  /** Opens the note of the highlight, which is created first if necessary. */
  writeNote(): Promise<void>;
  /** Opens the tags of the highlight, which is created first if necessary. */
  editTags(): Promise<void>;
  /** Removes the clicked or chosen highlight; undo is offered for a few seconds. */
  remove(): Promise<void>;
  /** Copies the selected words with their source. */
  copyCitation(style: CitationStyle): Promise<void>;
  /** Searches the library for the selected words. */
  searchSelection(): void;
  /** Pins the waiting highlight to the selected words. */
  pin(): Promise<void>;
  /** Adds or removes the bookmark of a paragraph, which is the current one by default. */
  toggleBookmark(blockId?: string): Promise<void>;
}

/**
 * Creates the actions that change the marks of the open article. Changes take turns, because keys may follow each other
 * faster than the disk answers.
 */
export function createHighlightActions(context: ActionContext): HighlightActions {
  const { session, takeTurn } = context;
  const change = (what: () => Promise<void>): Promise<void> =>
    attempt(() => takeTurn(async () => (context.marks() === null ? undefined : what())));
  return {
    copyCitation: (style) => copyCitation(context, style),
    searchSelection: () => searchSelection(context),
    pin: () => change(() => pin(context)),
    highlight: (meaning) => change(() => apply(context, meaning, null)),
    // The paragraph is read when the key is pressed, because another may be current when the turn comes.
    highlightAgain() {
      const block = spanOfBlock(context);
      return change(() => apply(context, context.lastMeaning(), block));
    },
    writeNote() {
      const block = spanOfBlock(context);
      return change(() => writeNote(context, block, (id) => edit(context, id)));
    },
    editTags: () =>
      change(() =>
        writeNote(context, null, (id) => {
          // The tags are a field of the note's editor.
          goToTags(id);
          edit(context, id);
        }),
      ),
    remove: () => change(() => remove(context)),
    toggleBookmark: (blockId = session.currentBlock) =>
      change(() => context.edits.toggleBookmark(blockId)),
  };
}

function edit({ session, showPanel }: ActionContext, id: AnnotationId): void {
  session.edit(id);
  showPanel();
}

async function apply(
  context: ActionContext,
  meaning: Meaning,
  otherwise: Span | null,
): Promise<void> {
  const { edits, selection, session } = context;
  const target = selection.read();
  const known = target ? target.annotation : otherwise ? null : chosenOf(context);
  const span = target?.span ?? otherwise;
  if (known) session.choose(await edits.recolour(known, meaning));
  else if (span) session.choose(await edits.mark(meaning, span));
  if (target) selection.clear();
}

async function writeNote(
  context: ActionContext,
  block: Span | null,
  open: (id: AnnotationId) => void,
): Promise<void> {
  const { edits, selection, session } = context;
  const target = selection.read();
  const known = target ? target.annotation : chosenOf(context);
  const span = target?.span ?? block;
  const id = known?.id ?? (span && (await edits.mark(context.lastMeaning(), span)));
  if (target) selection.clear();
  if (!id) return;
  session.choose(id);
  open(id);
}

async function remove(context: ActionContext): Promise<void> {
  const { edits, selection, session } = context;
  const annotation = selection.read()?.annotation ?? chosenOf(context);
  if (!annotation) return;
  await edits.remove(annotation);
  selection.clear();
  session.choose(null);
}

async function pin({ edits, session, selection }: ActionContext): Promise<void> {
  const { pinningId } = session.state;
  const target = selection.read();
  if (!pinningId || !target) return;
  await edits.pin(pinningId, target.span);
  session.pin(null);
  selection.clear();
  session.choose(pinningId);
}

async function copyCitation(
  { selection, article, page: { text } }: ActionContext,
  style: CitationStyle,
): Promise<void> {
  const span = selection.read()?.span;
  if (!span) return;
  const place = placeIn(article, span);
  const passage = { text: text.slice(span.start, span.end), article, place };
  await navigator.clipboard.writeText(cite(style, passage));
  announce(translate('common.copied'));
  selection.close();
}

function searchSelection({ selection, page: { text } }: ActionContext): void {
  const span = selection.read()?.span;
  if (!span) return;
  const words = text.slice(span.start, span.end).slice(0, MAX_QUERY_UTF16);
  navigate({ page: 'search', text: words, matching: 'close' });
}

const chosenOf = ({ marks, session }: ActionContext): Annotation | null =>
  marks()?.annotations.find(({ id }) => id === session.state.chosenId) ?? null;

function spanOfBlock({ page, session }: ActionContext): Span | null {
  const block = page.blockSpans.find(({ id }) => id === session.currentBlock);
  return block ? { start: block.start, end: block.end } : null;
}
