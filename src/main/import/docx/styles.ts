import { type MarkupElement, findAll, findFirst } from '../markup/tree.ts';

/** What the style of a paragraph makes of it. */
export type ParagraphRole = 'title' | 'heading' | 'quote' | 'item' | 'paragraph';

/** The roles of a document's paragraph styles, by style id. */
export function readStyles(root: MarkupElement | null): ReadonlyMap<string, ParagraphRole> {
  const roles = new Map<string, ParagraphRole>();
  for (const style of root ? findAll(root, 'style') : []) {
    const id = style.attributes.get('w:styleId');
    const name = findFirst(style, 'name')?.attributes.get('w:val') ?? '';
    if (id !== undefined) roles.set(id, roleOf(name, findFirst(style, 'outlineLvl') !== undefined));
  }
  return roles;
}

/** Built-in styles keep their English names in every language of Word. */
function roleOf(name: string, hasOutline: boolean): ParagraphRole {
  const plain = name.toLowerCase();
  if (plain === 'title') return 'title';
  if (hasOutline || /^(?:heading|subtitle|toc heading)\b/u.test(plain)) return 'heading';
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
