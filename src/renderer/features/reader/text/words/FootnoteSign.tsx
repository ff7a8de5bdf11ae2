import { type ReactNode, use, useRef } from 'react';
import { TextLink } from '#renderer/ui/TextLink.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { type AskedBy, ReferencesContext } from './references.ts';
import styles from './Words.module.css';

interface FootnoteSignProps {
  /** Where the footnote begins, as a UTF-16 offset of the canonical text. */
  readonly to: number;
  readonly sign: string;
  /** The letters of the reference. */
  readonly text: string;
  /** The same letters as elements. */
  readonly children: ReactNode;
}

/** The raised sign of a footnote. It opens the card of the footnote. */
export function FootnoteSign({ to, sign, text, children }: FootnoteSignProps) {
  const { onFootnote, onLeave } = use(ReferencesContext);
  const element = useRef<HTMLSpanElement>(null);
  const ask = (by: AskedBy): void => {
    if (element.current) onFootnote(to, element.current, by);
  };
  return (
    <TextLink
      ref={element}
      role="doc-noteref"
      aria-label={translate('footnote.card', { sign: sign || text })}
      aria-haspopup="dialog"
      className={styles.footnote}
      onPress={() => ask('press')}
      // A selection that passes over the sign asks for nothing.
      onPointerEnter={({ buttons }) => buttons === 0 && ask('pointer')}
      onPointerLeave={onLeave}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && ask('focus')}
      onBlur={onLeave}
    >
      {isInBrackets(text) ? <Unbracketed text={text} /> : children}
    </TextLink>
  );
}

const isInBrackets = (text: string): boolean =>
  text.length > 2 && text.startsWith('[') && text.endsWith(']');

/** The brackets are letters of the text, but a raised sign needs none. */
function Unbracketed({ text }: { readonly text: string }) {
  return (
    <>
      <span hidden>[</span>
      {text.slice(1, -1)}
      <span hidden>]</span>
    </>
  );
}
