import type { CSSProperties, ClipboardEvent } from 'react';
import { useFocusMode } from '#renderer/ui/focus-mode.ts';
import { FONT_FAMILIES } from '#renderer/ui/fonts.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { MarkedText } from './MarkedText.tsx';
import type { ReaderProps } from './Reader.tsx';
import { ArticleEnd } from './chrome/ArticleEnd.tsx';
import { MarkHint } from './chrome/MarkHint.tsx';
import { ModeStrip } from './chrome/ModeStrip.tsx';
import type { OpenArticle } from './chrome/use-article-commands.ts';
import { FindBar } from './find/FindBar.tsx';
import { FootnoteCard } from './footnotes/FootnoteCard.tsx';
import { HighlightMenu } from './marks/HighlightMenu.tsx';
import { SelectionToolbar } from './marks/SelectionToolbar.tsx';
import { useHighlightMenu } from './marks/use-highlight-menu.ts';
import { useReader } from './open-reader.ts';
import { useSession } from './session/use-session.ts';
import { ArticleBody } from './text/ArticleBody.tsx';
import { hidesLetters, selectedRange } from './text/selected-span.ts';
import styles from './Reader.module.css';

interface TextColumnProps extends ReaderProps {
  readonly whole: OpenArticle;
  readonly hasMarks: boolean;
  readonly panelShown: boolean;
}

/** The text with the find bar and the strips above it, and with its toolbar and menu. */
export function TextColumn(props: TextColumnProps) {
  const { marks, settings, whole } = props;
  const { actions, article, page, session } = useReader();
  const toolbarShown = useSession(session, ({ selection }) => selection.shown);
  const focused = useFocusMode();
  // An open panel without marks says the same, and in a narrow window it lies over the foot of the text.
  const canHint = props.marksLoaded && !props.hasMarks && !props.panelShown && !focused;
  const [asked, closeMenu] = useHighlightMenu(session, page, marks.annotations);
  /** Copies hidden letters as well, such as vowel signs and the sign between two halves of a verse. */
  function copyWhole(event: ClipboardEvent): void {
    const span = hidesLetters() ? selectedRange(page) : null;
    if (!span) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', page.text.slice(span.start, span.end));
  }
  return (
    <div className={styles.textColumn}>
      <AboveText />
      <ArticleBody
        article={article}
        highlights={marks.annotations.length}
        scroller={page.scroller}
        body={page.body}
        style={styleOf(settings)}
        hideTashkeel={settings.hideTashkeel}
        hijri={settings.hijri}
        onCopy={copyWhole}
        text={<MarkedText {...props} />}
        end={
          <ArticleEnd
            finished={whole.finished}
            onFinished={whole.toggleFinished}
            next={whole.next}
          />
        }
      >
        {toolbarShown && <SelectionToolbar session={session} actions={actions} page={page} />}
      </ArticleBody>
      {canHint && <MarkHint />}
      <FootnoteCard style={styleOf(settings)} hideTashkeel={settings.hideTashkeel} />
      <HighlightMenu asked={asked} actions={actions} page={page} onClose={closeMenu} />
    </div>
  );
}

function AboveText() {
  const { article, find, session } = useReader();
  const finding = useSession(session, (state) => state.find.open);
  const selecting = useSession(session, (state) => state.selection.selecting);
  const pinning = useSession(session, (state) => state.pinningId !== null);
  return (
    <>
      {finding && <FindBar session={session} articleId={article.id} actions={find} />}
      {selecting && <ModeStrip text={translate('sel.modeHint')} />}
      {pinning && <ModeStrip text={translate('ann.pinHint')} />}
    </>
  );
}

function styleOf(settings: Settings): CSSProperties {
  return {
    '--font-read': FONT_FAMILIES[settings.readingFont],
    '--read-px': `${settings.readingSizePx}px`,
    '--read-lh': settings.readingLineHeight,
    '--read-measure-em': settings.readingMeasureEm,
    '--read-weight': settings.readingWeight,
    textAlign: settings.justify ? 'justify' : undefined,
  } as CSSProperties; // Custom properties are not part of React's type.
}
