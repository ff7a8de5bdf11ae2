/** A start tag. Names are in lower case and without their prefixes. */
export interface Tag {
  readonly name: string;
  /** In their order; two may have the same name when their prefixes differ. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** Most elements of an SVG. */
const MAX_TAGS = 100_000;
/** Most attributes of an element. */
const MAX_ATTRIBUTES = 200;

const ATTRIBUTE = /\s+([^\s=<>"'/]{1,200})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const TAG_NAME = /<([A-Za-z_][\w.:-]{0,200})/uy;
const TAG_END = /\s*\/?>/uy;

/**
 * Reads the start tags of an XML text in one pass. It is strict: `null` when the text is not well formed where it looks,
 * or has entities, a style sheet of its own or too many elements, because a browser might understand it differently.
 */
export function readTags(text: string): Tag[] | null {
  const tags: Tag[] = [];
  for (let at = text.indexOf('<'); at !== -1;) {
    const end = text[at + 1] === '!' || text[at + 1] === '?' ? endOfOther(text, at) : null;
    if (end === null) {
      const read = text[at + 1] === '/' ? endTag(text, at) : startTag(text, at, tags);
      if (read === -1 || tags.length > MAX_TAGS) return null;
      at = text.indexOf('<', read);
    } else if (end === -1) return null;
    else at = text.indexOf('<', end);
  }
  return tags;
}

/** Returns where a comment, a declaration or a block of characters ends; -1 when it is refused. */
function endOfOther(text: string, at: number): number {
  const after = (mark: string): number => {
    const found = text.indexOf(mark, at + 2);
    return found === -1 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', at)) return after('-->');
  if (text.startsWith('<![CDATA[', at)) return after(']]>');
  if (text.startsWith('<?xml ', at)) return after('?>');
  if (!text.startsWith('<!DOCTYPE', at)) return -1;
  const end = after('>');
  return text.slice(at, end).includes('[') ? -1 : end;
}

function endTag(text: string, at: number): number {
  const end = text.indexOf('>', at);
  return end === -1 ? -1 : end + 1;
}

function startTag(text: string, at: number, tags: Tag[]): number {
  TAG_NAME.lastIndex = at;
  const name = TAG_NAME.exec(text)?.[1];
  if (name === undefined) return -1;
  const attributes: [string, string][] = [];
  let next = TAG_NAME.lastIndex;
  for (; attributes.length <= MAX_ATTRIBUTES; next = ATTRIBUTE.lastIndex) {
    ATTRIBUTE.lastIndex = next;
    const [, attribute, quoted, single] = ATTRIBUTE.exec(text) ?? [];
    if (attribute === undefined) break;
    attributes.push([localOf(attribute), quoted ?? single ?? '']);
  }
  TAG_END.lastIndex = next;
  if (TAG_END.exec(text) === null) return -1;
  tags.push({ name: localOf(name), attributes });
  return TAG_END.lastIndex;
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
