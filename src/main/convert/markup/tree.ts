import { Parser } from 'htmlparser2';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_NODES, MAX_UNCLOSED } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { isSilent } from './silent.ts';

export interface MarkupElement {
  /** Lower case in HTML; with its prefix in XML (`dc:title`). */
  readonly name: string;
  /** A map, in which names such as `__proto__` are harmless. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: MarkupNode[];
}

/** An element, or the text between two tags. */
export type MarkupNode = MarkupElement | string;

export interface MarkupOptions {
  readonly maxNodes?: number;
  /** Names of elements that are left out with their content. */
  readonly without?: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Parses HTML or XML into a tree of elements and texts. The limits are checked during parsing, so that a hostile page is
 * refused before its tree exists. Elements below MAX_DEPTH become flat. Comments, processing instructions and document
 * types are left out; entities of a document type are never expanded, and nothing outside is read.
 *
 * @returns an element without a name around everything
 * @throws Refusal `import/too-complex`
 */
export function parseMarkup(
  source: string,
  dialect: 'html' | 'xhtml' | 'xml',
  { maxNodes = MAX_NODES, without = NOTHING }: MarkupOptions = {},
): MarkupElement {
  const builder = new TreeBuilder(maxNodes, without);
  const parser = new Parser(
    {
      onopentagname: () => builder.begin(),
      onattribute: (name, value) => builder.attribute(name, value),
      onopentag: (name) => builder.open(name),
      onclosetag: () => builder.close(),
      ontext: (text) => builder.text(text),
    },
    {
      xmlMode: dialect === 'xml',
      recognizeSelfClosing: dialect !== 'html',
      recognizeCDATA: dialect !== 'html',
      decodeEntities: true,
    },
  );
  parser.write(source);
  parser.end();
  return builder.root;
}

class TreeBuilder {
  readonly root: MarkupElement = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  private readonly stack: MarkupElement[] = [this.root];
  private attributes: Map<string, string> | null = null;
  private nodes = 0;
  /** Depth inside an element that is left out; 0 outside. */
  private skipped = 0;
  private readonly maxNodes: number;
  private readonly without: ReadonlySet<string>;

  constructor(maxNodes: number, without: ReadonlySet<string>) {
    this.maxNodes = maxNodes;
    this.without = without;
  }

  begin(): void {
    this.attributes = null;
  }

  attribute(name: string, value: string): void {
    this.attributes ??= new Map();
    if (this.attributes.size >= MAX_ATTRIBUTES) throw new Refusal('import/too-complex');
    if (!this.attributes.has(name)) this.attributes.set(name, value);
  }

  open(name: string): void {
    if (this.skipped > 0 || this.without.has(name)) {
      this.skipped += 1;
      return;
    }
    const attributes = this.attributes ?? NO_ATTRIBUTES;
    const element: MarkupElement = { name, attributes, children: [] };
    this.attributes = null;
    this.append(element);
    this.stack.push(this.stack.length > MAX_DEPTH ? this.flat(element) : element);
    if (this.stack.length > MAX_UNCLOSED) throw new Refusal('import/too-complex');
  }

  /** Returns the element that takes the children of one that is too deep: its parent, unless one of the two is silent. */
  private flat(element: MarkupElement): MarkupElement {
    const parent = this.stack.at(-1) ?? this.root;
    return isSilent(parent) || !isSilent(element) ? parent : element;
  }

  close(): void {
    if (this.skipped > 0) this.skipped -= 1;
    else this.stack.pop();
  }

  text(text: string): void {
    if (this.skipped > 0) return;
    const siblings = this.stack.at(-1)?.children ?? [];
    const last = siblings.at(-1);
    // The parser splits a text at every entity, so the pieces are joined.
    if (typeof last === 'string') siblings[siblings.length - 1] = last + text;
    else this.append(text);
  }

  private append(node: MarkupNode): void {
    this.nodes += 1;
    if (this.nodes > this.maxNodes) throw new Refusal('import/too-complex');
    this.stack.at(-1)?.children.push(node);
  }
}

/** Yields every element under `root` in document order, in linear time. */
export function* elementsOf(root: MarkupElement): Generator<MarkupElement> {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** Returns the elements with a local name, whatever their prefix: `title` finds `dc:title`. */
export function findAll(root: MarkupElement, localName: string): MarkupElement[] {
  return [...elementsOf(root)].filter(({ name }) => localOf(name) === localName);
}

export function findFirst(root: MarkupElement, localName: string): MarkupElement | undefined {
  for (const element of elementsOf(root)) {
    if (localOf(element.name) === localName) return element;
  }
  return undefined;
}

export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Returns all text under a node, in order. */
export function textOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
