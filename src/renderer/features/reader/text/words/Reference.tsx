import { type KeyboardEvent, type MouseEvent, type ReactNode, use } from 'react';
import type { Block, Inline } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FootnoteSign } from './FootnoteSign.tsx';
import { ReferencesContext } from './references.ts';
import styles from './Words.module.css';

interface ReferenceProps {
  readonly block: Block;
  readonly inline: Inline;
  readonly children: ReactNode;
}

/** Words that lead to another place of the document, or to a footnote, or from a footnote back to the text. */
export function Reference({ block, inline, children }: ReferenceProps) {
  const { footnoteAt, onFollow } = use(ReferencesContext);
  const to = inline.to ?? 0;
  const isWayBack = block.kind === 'note' && inline.start === 0;
  const footnote = isWayBack ? undefined : footnoteAt(to);
  if (footnote) {
    const text = block.text.slice(inline.start, inline.end);
    return (
      <FootnoteSign to={to} sign={footnote.sign} text={text}>
        {children}
      </FootnoteSign>
    );
  }
  return (
    <LinkedWords isWayBack={isWayBack} onPress={() => onFollow(to)}>
      {children}
    </LinkedWords>
  );
}

interface LinkedWordsProps {
  readonly isWayBack: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** They are not a button, because a selection may begin in them. */
function LinkedWords({ isWayBack, onPress, children }: LinkedWordsProps) {
  function handleClick(event: MouseEvent): void {
    if (document.getSelection()?.isCollapsed === false) return;
    event.stopPropagation();
    onPress();
  }
  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    onPress();
  }
  return (
    <span
      role={isWayBack ? 'doc-backlink' : 'link'}
      aria-label={isWayBack ? translate('footnote.back') : undefined}
      tabIndex={0}
      className={styles.reference}
      onClick={handleClick}
      onKeyDown={handleKeyDown}
    >
      {children}
    </span>
  );
}
