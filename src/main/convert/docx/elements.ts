import type { Cell } from '#shared/domain/block.ts';
import { MAX_BLOCK_UTF16, MAX_CELL_SPAN } from '#shared/domain/limits.ts';
import { oneLine } from '../clean-text.ts';
import type { DraftBlock } from '../document.ts';
import { type MarkupElement, findFirst } from '../markup/tree.ts';

/** Longest centred line above a text that can be its title, UTF-16 units. */
const MAX_TITLE_LINE_UTF16 = 120;
const SENTENCE_END = /[.!؟?:؛،]$/u;

/** Recognises the title of a document without styles: a short, centred line that is not a sentence. */
export function isTitleLine(element: MarkupElement, text: string): boolean {
  const isShort = text.length <= MAX_TITLE_LINE_UTF16 && /\p{L}{2}/u.test(text);
  if (!isShort || SENTENCE_END.test(text)) return false;
  return findFirst(element, 'jc')?.attributes.get('w:val') === 'center';
}

/** Returns how many columns a cell covers. Cells that continue one above are cells of their own. */
export function spanOf(cell: MarkupElement | undefined): Pick<Cell, 'columns'> {
  const span = Number(cell && findFirst(cell, 'gridSpan')?.attributes.get('w:val'));
  return Number.isInteger(span) && span > 1 ? { columns: Math.min(span, MAX_CELL_SPAN) } : {};
}

/** Returns the children of a name, also those inside content controls and tracked changes. */
export function childrenNamed(element: MarkupElement, name: string): MarkupElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    // These can enclose rows and cells.
    return /^(?:w:sdt|w:sdtContent|w:ins|w:customXml)$/u.test(child.name)
      ? childrenNamed(child, name)
      : [];
  });
}

/** Recognises a table of contents that Word updates itself. */
export function isContents({ name, children }: MarkupElement): boolean {
  if (name !== 'w:sdt') return false;
  const properties = children.find(
    (child): child is MarkupElement => typeof child !== 'string' && child.name === 'w:sdtPr',
  );
  const gallery = properties && findFirst(properties, 'docPartGallery')?.attributes.get('w:val');
  return /^table of contents$/iu.test(gallery ?? '');
}

/** Returns the block of a picture in a drawing. @param pictureAt  the number of the picture of a relation */
export function imageOf(
  parts: readonly MarkupElement[],
  pictureAt: (relation: string) => number | null,
): DraftBlock {
  const about = parts.find(({ name }) => name === 'wp:docPr' || name === 'v:shape')?.attributes;
  const alt = oneLine(about?.get('descr') ?? about?.get('alt') ?? '');
  const said = about?.get('descr') ?? about?.get('alt') ?? about?.get('name') ?? '';
  const relation = parts.flatMap(({ name, attributes }) => {
    if (name === 'a:blip') return attributes.get('r:embed') ?? [];
    return name === 'v:imagedata' ? (attributes.get('r:id') ?? []) : [];
  })[0];
  const picture = relation === undefined ? null : pictureAt(relation);
  return {
    kind: 'image',
    text: oneLine(said) || 'صورة',
    figure: { asset: null, alt: alt.slice(0, MAX_BLOCK_UTF16) },
    ...(picture !== null && { picture }),
  };
}
