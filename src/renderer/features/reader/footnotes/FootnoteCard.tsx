import { type CSSProperties, useMemo, useRef, useSyncExternalStore } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useAnchored } from '#renderer/ui/use-anchored.ts';
import { type Footnote, signLength } from '#shared/document/footnotes.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useReader } from '../open-reader.ts';
import { type References, ReferencesContext } from '../text/words/references.ts';
import { Words } from '../text/words/Words.tsx';
import type { OpenFootnote } from './footnote-cards.ts';
import { useCardClosing } from './use-card-closing.ts';
import styles from './FootnoteCard.module.css';

interface FootnoteCardProps {
  /** The typeface and size of the text. */
  readonly style: CSSProperties;
  readonly hideTashkeel: boolean;
}

/** The card of the footnote that is open, if one is. */
export function FootnoteCard(props: FootnoteCardProps) {
  const { footnotes, page } = useReader();
  const open = useSyncExternalStore(footnotes.subscribe, footnotes.read);
  const footnote = open && page.footnotes.get(open.at);
  return open && footnote && <Card key={open.at} {...props} open={open} footnote={footnote} />;
}

interface CardProps extends FootnoteCardProps {
  readonly open: OpenFootnote;
  readonly footnote: Footnote;
}

function Card({ open, footnote, style, hideTashkeel }: CardProps) {
  const { article, footnotes, goToFootnote, page, references } = useReader();
  const card = useRef<HTMLDivElement>(null);
  const { anchor } = open;
  useAnchored(
    useMemo(() => ({ current: anchor }), [anchor]),
    card,
    true,
  );
  const handleKeyDown = useCardClosing({ card, open, footnotes, scroller: page.scroller });
  const inCard = useMemo(
    (): References => ({
      ...references,
      onFollow(to) {
        footnotes.close();
        references.onFollow(to);
      },
      // A footnote that refers to another one shows it in the same place, and only when it is pressed.
      onFootnote(to, _sign, by) {
        if (by === 'press') footnotes.ask(to, anchor, by);
      },
      onLeave: () => undefined,
    }),
    [anchor, footnotes, references],
  );
  const title = translate('footnote.card', { sign: footnote.sign });
  return (
    <div
      ref={card}
      popover="manual"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className={styles.card}
      style={style}
      onPointerEnter={footnotes.enter}
      onPointerLeave={footnotes.leave}
      onPointerDown={footnotes.hold}
      onFocus={footnotes.hold}
      onKeyDown={handleKeyDown}
    >
      <div className={styles.head}>
        <b>{title}</b>
        <IconButton
          small
          icon="x"
          label={translate('common.close')}
          onClick={() => footnotes.close(true)}
        />
      </div>
      <div
        className={`${styles.words} scroll`}
        tabIndex={0}
        role="group"
        aria-label={translate('footnote.words')}
        lang={article.language}
        dir={article.direction}
      >
        <ReferencesContext value={inCard}>
          {footnote.blocks.map(({ block }) => (
            <p key={block.id} lang={block.language} dir={block.direction}>
              <Words block={block} start={signLength(block)} hideTashkeel={hideTashkeel} />
            </p>
          ))}
        </ReferencesContext>
      </div>
      <div className={styles.foot}>
        <Button small onClick={goToFootnote}>
          {translate('footnote.go')}
        </Button>
      </div>
    </div>
  );
}
