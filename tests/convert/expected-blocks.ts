import type { DocumentFormat, ImportedBlock } from '#main/convert/document.ts';
import type { Part, SampleArticle } from './sample-articles.ts';

/** What a format says about the parts of an article beside their text. */
interface Says {
  /** The first row of a table is its head. */
  readonly heads?: boolean;
  /** Notes stand below a line, and lead back to the text. */
  readonly linksBack?: boolean;
  /** The file has bytes under the address of the image. */
  readonly hasPicture?: boolean;
}

/** The formats that keep the structure of an article. */
const STRUCTURED: Partial<Record<DocumentFormat, Says>> = {
  html: {},
  mhtml: { hasPicture: true },
  epub: {},
  markdown: { heads: true, linksBack: true },
};

/** Returns the blocks that a format must give back, word for word, with their structure when the format keeps it in one way. */
export function expectedBlocks(
  article: SampleArticle,
  format: DocumentFormat = 'text',
): ImportedBlock[] {
  const says = STRUCTURED[format];
  const blocks = structured(article, says ?? {});
  if (says) return blocks;
  return format === 'docx' ? blocks.map(wordsOf) : blocks.map(wordsOf).map(asParagraph);
}

function structured({ parts }: SampleArticle, says: Says): ImportedBlock[] {
  const notes: ImportedBlock[] = [];
  const noted: number[] = [];
  const blocks: ImportedBlock[] = [];
  for (const part of parts) {
    if (part.kind === 'noted') {
      notes.push(noteOf(part.note, notes.length + 1, says));
      noted.push(blocks.length);
    }
    blocks.push(...blocksOf(part, notes.length, says));
  }
  const all = [...blocks, ...notes];
  const starts = all.map((_, index) =>
    all.slice(0, index).reduce((at, { text }) => at + text.length + 1, 0),
  );
  for (const [number, index] of noted.entries()) {
    const [text, note] = [all[index]!, all[blocks.length + number]!];
    const sign = `[${number + 1}]`;
    const start = text.text.lastIndexOf(sign);
    const reference = {
      kind: 'reference',
      start,
      end: start + 3,
      to: starts[blocks.length + number]!,
    } as const;
    all[index] = { ...text, inline: [reference] };
    if (says.linksBack)
      all[blocks.length + number] = {
        ...note,
        inline: [{ kind: 'reference', start: 0, end: 3, to: starts[index]! }],
      };
  }
  return all;
}

function noteOf(text: string, number: number, { linksBack }: Says): ImportedBlock {
  return {
    kind: 'note',
    text: `[${number}] ${text}`,
    sign: String(number),
    ...(linksBack && number === 1 && { isSeparated: true as const }),
  };
}

function blocksOf(part: Part, notes: number, { heads, hasPicture }: Says): ImportedBlock[] {
  if (part.kind === 'heading') return [{ kind: 'heading', text: part.text, level: 2 }];
  if (part.kind === 'image')
    return [
      {
        kind: 'image',
        text: part.text,
        figure: { asset: null, alt: part.text },
        ...(hasPicture && { picture: 0 }),
      },
    ];
  if (part.kind === 'noted') return [{ kind: 'paragraph', text: `${part.text}[${notes}].` }];
  if (part.kind === 'list')
    return part.items.map((item, index) => ({
      kind: 'item',
      text: part.isOrdered ? `${index + 1}. ${item}` : item,
      list: {
        depth: 0,
        marker: part.isOrdered ? 3 : 0,
        ...(part.isOrdered && { isOrdered: true as const }),
        ...(index === 0 && { begins: true as const }),
      },
    }));
  if (part.kind === 'table')
    return part.rows.map((cells, index) => rowOf(cells, index === 0, heads));
  return [{ kind: part.kind, text: part.text }];
}

function rowOf(cells: readonly string[], begins: boolean, heads = false): ImportedBlock {
  let end = -3;
  return {
    kind: 'row',
    text: cells.join(' | '),
    row: {
      cells: cells.map((cell) => {
        const start = end + 3;
        end = start + cell.length;
        return { start, end, ...(heads && begins && { isHeader: true as const }) };
      }),
      ...(begins && { begins }),
    },
  };
}

/** Returns only what a block is and its words. */
function wordsOf({ kind, text }: ImportedBlock): ImportedBlock {
  return { kind, text };
}

/** A format without structure has paragraphs only. */
function asParagraph({ kind, text }: ImportedBlock): ImportedBlock {
  return { kind: kind === 'row' || kind === 'note' ? 'paragraph' : kind, text };
}
