import { Bidi } from '#renderer/ui/Bidi.tsx';
import { pageLabel } from '#shared/citation/place-label.ts';
import type { WordsNode } from '#shared/document/arrange-words.ts';
import type { Inline } from '#shared/domain/block.ts';
import type { NumberedMark } from './number-marks.ts';

interface PrintedWordsProps {
  readonly nodes: readonly WordsNode<NumberedMark>[];
  /** The blocks that are notes, by the offset that a reference leads to. */
  readonly isNote: (to: number) => boolean;
}

/** The words of a block on paper, with marks, the numbers of their notes, and printed pages. */
export function PrintedWords({ nodes, isNote }: PrintedWordsProps) {
  return nodes.map((node, index) => {
    // The nodes of one block are never reordered, so the index can be the key.
    switch (node.kind) {
      case 'text':
        return <Bidi key={index} text={node.text} />;
      case 'end':
        return node.mark.number !== null && <sup key={index}>{node.mark.number}</sup>;
      case 'page':
        return <span key={index} data-page={pageLabel(node.page.label)} />;
      case 'mark':
        return (
          <mark key={index} data-meaning={node.mark.meaning}>
            <PrintedWords nodes={node.parts} isNote={isNote} />
          </mark>
        );
      case 'inline': {
        const Tag = tagOf(node.inline, isNote);
        return (
          <Tag key={index} dir={node.inline.kind === 'code' ? 'ltr' : undefined}>
            <PrintedWords nodes={node.parts} isNote={isNote} />
          </Tag>
        );
      }
    }
  });
}

const TAGS = { strong: 'strong', emphasis: 'em', super: 'sup', sub: 'sub', code: 'code' } as const;

/** A link and a reference lead nowhere on paper, but the sign of a note is raised. */
function tagOf({ kind, to = 0 }: Inline, isNote: PrintedWordsProps['isNote']) {
  if (kind === 'reference') return isNote(to) ? 'sup' : 'span';
  return kind === 'link' ? 'span' : TAGS[kind];
}
