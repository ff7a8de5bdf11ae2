import type { ImportedBlock } from '#main/convert/document.ts';
import type { SampleArticle } from './sample-articles.ts';

/** What a format calls a row of a table and a note. */
export interface KnownKinds {
  readonly row: 'row' | 'paragraph';
  readonly note: 'note' | 'paragraph';
}

/** A format without structure has paragraphs only. */
const ONLY_PARAGRAPHS: KnownKinds = { row: 'paragraph', note: 'paragraph' };

/** Returns the kinds and words that every format must give back. */
export function expectedBlocks({ parts }: SampleArticle, kinds = ONLY_PARAGRAPHS): ImportedBlock[] {
  const notes: ImportedBlock[] = [];
  const blocks = parts.flatMap((part): ImportedBlock[] => {
    if (part.kind === 'list')
      return part.items.map((item, index) => ({
        kind: 'item',
        text: part.isOrdered ? `${index + 1}. ${item}` : item,
      }));
    if (part.kind === 'table')
      return part.rows.map((cells) => ({ kind: kinds.row, text: cells.join(' | ') }));
    if (part.kind !== 'noted') return [{ kind: part.kind, text: part.text }];
    notes.push({ kind: kinds.note, text: `[${notes.length + 1}] ${part.note}` });
    return [{ kind: 'paragraph', text: `${part.text}[${notes.length}].` }];
  });
  return [...blocks, ...notes];
}
