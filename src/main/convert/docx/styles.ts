import { type MarkupElement, findAll, findFirst } from '../markup/tree.ts';

/** What the style of a paragraph makes of it. */
export type ParagraphRole = 'title' | 'heading' | 'quote' | 'item' | 'paragraph' | 'contents';

/** Styles that are based on one another: Word itself allows no more than ten. */
const MAX_BASES = 10;

/** The roles of a document's paragraph styles, by style id. */
export function readStyles(root: MarkupElement | null): ReadonlyMap<string, ParagraphRole> {
  const styles = new Map(
    (root ? findAll(root, 'style') : []).map((style) => [
      style.attributes.get('w:styleId') ?? '',
      style,
    ]),
  );
  return new Map([...styles].map(([id, style]) => [id, roleOf(style, styles)]));
}

/** A style that says nothing by itself is what the one is that it is based on. */
function roleOf(
  style: MarkupElement,
  styles: ReadonlyMap<string, MarkupElement>,
  depth = 0,
): ParagraphRole {
  const name = findFirst(style, 'name')?.attributes.get('w:val') ?? '';
  const role = roleOfName(name, findFirst(style, 'outlineLvl') !== undefined);
  const basis = styles.get(findFirst(style, 'basedOn')?.attributes.get('w:val') ?? '');
  if (role !== 'paragraph' || basis === undefined || depth === MAX_BASES) return role;
  return roleOf(basis, styles, depth + 1);
}

/** Built-in styles keep their English names in every language of Word. */
function roleOfName(name: string, hasOutline: boolean): ParagraphRole {
  const plain = name.toLowerCase();
  // The lines of a table of contents, which the headings say again.
  if (/^toc (?:\d|heading)/u.test(plain)) return 'contents';
  if (plain === 'title') return 'title';
  if (hasOutline || /^(?:heading|subtitle)\b/u.test(plain)) return 'heading';
  return /quote/u.test(plain) ? 'quote' : 'paragraph';
}

/** Whether the items of a list are numbered: by the list's id and the level. */
export type Numbering = (listId: string, level: string) => 'numbered' | 'plain' | 'none';

/** Reads which lists have numbers and which have bullets. */
export function readNumbering(root: MarkupElement | null): Numbering {
  const levels = new Map<string, Map<string, string>>();
  for (const list of root ? findAll(root, 'abstractNum') : []) {
    const formats = findAll(list, 'lvl').map((level): [string, string] => [
      level.attributes.get('w:ilvl') ?? '0',
      findFirst(level, 'numFmt')?.attributes.get('w:val') ?? 'bullet',
    ]);
    levels.set(list.attributes.get('w:abstractNumId') ?? '', new Map(formats));
  }
  const lists = new Map(
    (root ? findAll(root, 'num') : []).map((list) => [
      list.attributes.get('w:numId') ?? '',
      findFirst(list, 'abstractNumId')?.attributes.get('w:val') ?? '',
    ]),
  );
  return (listId, level) => {
    if (listId === '0') return 'none';
    const format = levels.get(lists.get(listId) ?? '')?.get(level) ?? 'bullet';
    if (format === 'none') return 'none';
    return format === 'bullet' ? 'plain' : 'numbered';
  };
}
