import { type MarkupElement, findAll, findFirst } from '../markup/tree.ts';

/** The role that a style gives to a paragraph. */
export type ParagraphRole = 'title' | 'heading' | 'quote' | 'item' | 'paragraph' | 'contents';

/** What a style says about a paragraph. */
export interface ParagraphStyle {
  readonly role: ParagraphRole;
  /** The level of a heading, 1 to 6; `null` for other roles. */
  readonly level: number | null;
}

/** How many styles may be based on one another. Word itself allows ten. */
const MAX_BASES = 10;

/** Returns a document's paragraph styles by style id. */
export function readStyles(root: MarkupElement | null): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map(
    (root ? findAll(root, 'style') : []).map((style) => [
      style.attributes.get('w:styleId') ?? '',
      style,
    ]),
  );
  return new Map([...styles].map(([id, style]) => [id, styleOf(style, styles)]));
}

/** Returns what a style says, or else what the style says on which it is based. */
function styleOf(
  style: MarkupElement,
  styles: ReadonlyMap<string, MarkupElement>,
  depth = 0,
): ParagraphStyle {
  const name = findFirst(style, 'name')?.attributes.get('w:val') ?? '';
  const outline = outlineLevel(style);
  const role = roleOfName(name, outline !== null);
  const basis = styles.get(findFirst(style, 'basedOn')?.attributes.get('w:val') ?? '');
  if (role !== 'paragraph' || basis === undefined || depth === MAX_BASES)
    return { role, level: role === 'heading' ? (outline ?? levelInName(name)) : null };
  return styleOf(basis, styles, depth + 1);
}

/** Returns the outline level of a style or paragraph, 1 to 6; `null` when it has none. Word counts from 0 to 9. */
export function outlineLevel(element: MarkupElement): number | null {
  const value = findFirst(element, 'outlineLvl')?.attributes.get('w:val');
  const level = value === undefined ? NaN : Number(value) + 1;
  // The tenth level means body text.
  return Number.isInteger(level) && level >= 1 && level <= 9 ? Math.min(level, 6) : null;
}

const levelInName = (name: string): number =>
  Math.min(Math.max(Number(/(\d)\s*$/u.exec(name)?.[1] ?? 1), 1), 6);

/** Returns the role of a built-in style, whose English name is the same in every language of Word. */
function roleOfName(name: string, hasOutline: boolean): ParagraphRole {
  const plain = name.toLowerCase();
  // The lines of a table of contents only repeat the headings.
  if (/^toc (?:\d|heading)/u.test(plain)) return 'contents';
  if (plain === 'title') return 'title';
  if (hasOutline || /^(?:heading|subtitle)\b|^(?:ال)?عنوان(?: رئيسي| فرعي)? ?\d/u.test(plain))
    return 'heading';
  // Word's own style for a passage that is set apart is «Block Text».
  return /quote|^block text$/u.test(plain) ? 'quote' : 'paragraph';
}

/** Tells how items are numbered, by the list's id and the level. */
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
