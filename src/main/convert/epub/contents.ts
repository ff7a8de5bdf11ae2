import { MAX_OUTLINE, MAX_PAGES } from '#shared/domain/limits.ts';
import { oneLine } from '../clean-text.ts';
import type { DraftBlock, StatedEntry } from '../document.ts';
import { Places } from '../markup/places.ts';
import {
  type MarkupElement,
  elementsOf,
  findAll,
  findFirst,
  localOf,
  textOf,
} from '../markup/tree.ts';

/** What a book lists beside its text: its contents, and the names of the places where printed pages begin. */
export interface Lists {
  readonly contents: readonly StatedEntry[];
  readonly pages: ReadonlyMap<string, string>;
}

/** A document with lists, and the name of its file. */
export interface ListSource {
  readonly name: string;
  readonly root: MarkupElement;
}

/** Reads the contents and pages of a navigation document, and of an NCX for what the first does not list. */
export function readLists(navigation: ListSource | null, ncx: ListSource | null): Lists {
  const fromNavigation = navigation === null ? null : readNavigation(navigation);
  const fromNcx = ncx === null ? null : readNcx(ncx);
  const first = [fromNavigation, fromNcx].flatMap((lists) => lists ?? []);
  return {
    contents: first.find(({ contents }) => contents.length > 0)?.contents ?? [],
    pages: first.find(({ pages }) => pages.size > 0)?.pages ?? new Map(),
  };
}

/** Replaces a place that no block has by the beginning of its file. */
export function withKnownPlaces(
  contents: readonly StatedEntry[],
  blocks: readonly DraftBlock[],
): readonly StatedEntry[] {
  const known = new Set(blocks.flatMap(({ anchors }) => anchors ?? []));
  return contents.map((entry) =>
    known.has(entry.anchor) ? entry : { ...entry, anchor: entry.anchor.split('#', 1)[0] ?? '' },
  );
}

function readNavigation({ name, root }: ListSource): Lists {
  const lists = [...elementsOf(root)].filter((element) => element.name === 'nav');
  const toc = lists.find((list) => isOfType(list, 'toc')) ?? lists.find((list) => !isTyped(list));
  const pages = lists.find((list) => isOfType(list, 'page-list'));
  const writer = new ListWriter(name);
  if (toc) writer.items(toc, 0);
  return {
    contents: writer.entries,
    pages: pages ? pagesOf(findAll(pages, 'a'), name) : new Map(),
  };
}

function isOfType({ attributes }: MarkupElement, type: string): boolean {
  const types = (attributes.get('epub:type') ?? '').split(/\s+/u);
  return types.includes(type) || attributes.get('role') === `doc-${type.replace('-', '')}`;
}

const isTyped = ({ attributes }: MarkupElement): boolean => attributes.has('epub:type');

/** Names places like the chapters do. */
function placesIn(name: string): Places {
  const places = new Places();
  places.file = name;
  return places;
}

function pagesOf(links: readonly MarkupElement[], name: string): Map<string, string> {
  const places = placesIn(name);
  const pages = new Map<string, string>();
  for (const link of links.slice(0, MAX_PAGES)) {
    const anchor = places.anchorOf(link.attributes.get('href') ?? '');
    const label = oneLine(textOf(link));
    if (anchor !== null && label !== '' && !pages.has(anchor)) pages.set(anchor, label);
  }
  return pages;
}

function readNcx({ name, root }: ListSource): Lists {
  const writer = new ListWriter(name);
  const map = findFirst(root, 'navMap');
  if (map) writer.points(map, 0);
  const places = placesIn(name);
  const pages = new Map<string, string>();
  for (const target of findAll(root, 'pageTarget').slice(0, MAX_PAGES)) {
    const { label, anchor } = pointOf(target, places);
    const value = label === '' ? (target.attributes.get('value') ?? '') : label;
    if (anchor !== null && value !== '' && !pages.has(anchor)) pages.set(anchor, value);
  }
  return { contents: writer.entries, pages };
}

/** Reads the label and the place of one point of an NCX, but not of those inside it. */
function pointOf(
  point: MarkupElement,
  places: Places,
): { readonly label: string; readonly anchor: string | null } {
  const part = (name: string): MarkupElement | undefined =>
    point.children.find(
      (child): child is MarkupElement => typeof child !== 'string' && localOf(child.name) === name,
    );
  const label = part('navLabel');
  const source = part('content')?.attributes.get('src');
  return {
    label: label ? oneLine(textOf(label)) : '',
    anchor: source === undefined ? null : places.anchorOf(source),
  };
}

/** Collects the entries of a table of contents with their levels. */
class ListWriter {
  readonly entries: StatedEntry[] = [];
  private readonly places: Places;

  constructor(name: string) {
    this.places = placesIn(name);
  }

  /** Reads the items of the lists in an element of a navigation document. */
  items(element: MarkupElement, level: number): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'ol' || child.name === 'ul') this.items(child, level + 1);
      else if (child.name === 'li') this.item(child, level);
      else if (child.name !== 'a' && child.name !== 'span') this.items(child, level);
    }
  }

  points(element: MarkupElement, level: number): void {
    for (const child of element.children) {
      if (typeof child === 'string' || localOf(child.name) !== 'navPoint') continue;
      const { label, anchor } = pointOf(child, this.places);
      this.add(level + 1, label, anchor);
      this.points(child, level + 1);
    }
  }

  /** Adds an item. One without a link leads where the first link inside it leads. */
  private item(item: MarkupElement, level: number): void {
    const label = [...elementsOf(item)].find(({ name }) => name === 'a' || name === 'span');
    const link = [...elementsOf(item)].find(({ attributes }) => attributes.has('href'));
    const href = link?.attributes.get('href');
    const anchor = href === undefined ? null : this.places.anchorOf(href);
    if (label) this.add(level, oneLine(textOf(label)), anchor);
    this.items(item, level);
  }

  private add(level: number, title: string, anchor: string | null): void {
    if (anchor !== null && title !== '' && this.entries.length < MAX_OUTLINE)
      this.entries.push({ level: Math.max(level, 1), title, anchor });
  }
}
