import type { ImportedBlock } from '#main/convert/document.ts';
import type { SampleArticle } from './sample-articles.ts';

/** Returns the blocks that every format must give back, word for word. */
export function expectedBlocks({ parts }: SampleArticle): ImportedBlock[] {
  const notes: ImportedBlock[] = [];
  const blocks = parts.flatMap((part): ImportedBlock[] => {
    if (part.kind === 'list')
      return part.items.map((item, index) => ({
        kind: 'item',
        text: part.isOrdered ? `${index + 1}. ${item}` : item,
      }));
    if (part.kind === 'table')
      return part.rows.map((cells) => ({ kind: 'paragraph', text: cells.join(' | ') }));
    if (part.kind !== 'noted') return [{ kind: part.kind, text: part.text }];
    notes.push({ kind: 'paragraph', text: `[${notes.length + 1}] ${part.note}` });
    return [{ kind: 'paragraph', text: `${part.text}[${notes.length}].` }];
  });
  return [...blocks, ...notes];
}
