import { type ReactNode, use } from 'react';
import { TextLink } from '#renderer/ui/TextLink.tsx';
import type { Block, Inline } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FootnoteSign } from './FootnoteSign.tsx';
import { ReferencesContext } from './references.ts';

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
    <TextLink
      role={isWayBack ? 'doc-backlink' : 'link'}
      aria-label={isWayBack ? translate('footnote.back') : undefined}
      onPress={() => onFollow(to)}
    >
      {children}
    </TextLink>
  );
}
