import { MAX_CELLS, MAX_LINK_UTF16 } from '#shared/domain/limits.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { oneLine } from '../clean-text.ts';
import { MAX_PLACES } from '../limits.ts';
import { resolveName } from '../zip/archive.ts';
import type { Line, Setting, TakenLine } from './line.ts';
import type { MarkupElement } from './tree.ts';

/** What sets the words of an element apart. */
const SET_APART: ReadonlyMap<string, Setting> = new Map([
  ['strong', { kind: 'strong' }],
  ['b', { kind: 'strong' }],
  ['em', { kind: 'emphasis' }],
  ['i', { kind: 'emphasis' }],
  ['sup', { kind: 'super' }],
  ['sub', { kind: 'sub' }],
  ['code', { kind: 'code' }],
  ['kbd', { kind: 'code' }],
  ['samp', { kind: 'code' }],
  ['tt', { kind: 'code' }],
]);

/** Longest label of a printed page, UTF-16 units. */
const MAX_LABEL_UTF16 = 100;

/** The places of one document that links name, and what its chapters share. Use one for all chapters of a book. */
export class Places {
  /** The numbers by which the text refers to its notes, by the ids of the notes. The notes begin with these numbers. */
  readonly notes = new Map<string, string>();
  /** Signs of notes that stand in the text as they are, by the names of their places. */
  readonly signs = new Map<string, string>();
  /** Number of table rows that stayed paragraphs because the document has too many cells. */
  rowsLeft = 0;
  /** Names and pages at the end of a chapter, which belong to the beginning of the next one. */
  pending: Pick<TakenLine, 'anchors' | 'pages'> = { anchors: [], pages: [] };
  /** The name of the file in the book; empty in a page. */
  file = '';
  /** Returns the number of the picture at an address, or `null` when its bytes are not in the file. */
  findPicture: (address: string) => number | null = () => null;
  private cells = 0;
  private named = 0;
  private readonly pageLabels: Map<string, string>;

  /** @param pageLabels  labels of printed pages that a book lists, by the names of the places where they begin */
  constructor(pageLabels: ReadonlyMap<string, string> = new Map()) {
    this.pageLabels = new Map(pageLabels);
  }

  /** Begins a chapter; the name of its file is the name of its first block. */
  enterFile(name: string, line: Line): void {
    this.file = name;
    this.reach(name, line);
  }

  /** Names the place of an element in a line by its id. */
  reachElement({ name, attributes }: MarkupElement, line: Line): void {
    const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
    if (id !== undefined && id !== '') this.reach(`${this.file}#${id}`, line);
  }

  /** Begins the printed page that an element marks. */
  reachPage(element: MarkupElement, words: string, line: Line): void {
    const { attributes } = element;
    const isListed = this.pageLabels.has(`${this.file}#${attributes.get('id') ?? ''}`);
    const said = attributes.get('title') ?? attributes.get('aria-label') ?? words;
    const label = oneLine(said).slice(0, MAX_LABEL_UTF16);
    if (!isListed && label !== '') line.page(label);
    this.reachElement(element, line);
  }

  /** Returns the name of the place where a link leads in the same document, or `null`. */
  anchorOf(href: string): string | null {
    if (href.length > MAX_LINK_UTF16) return null;
    const [path = '', fragment = ''] = href.split('#', 2);
    if (path === '') return fragment === '' ? null : `${this.file}#${decoded(fragment)}`;
    const name = this.file === '' ? null : resolveName(this.file, path);
    return name === null || fragment === '' ? name : `${name}#${decoded(fragment)}`;
  }

  /** Returns the sign of a note that begins at an element, if the text refers to it. */
  signAt({ name, attributes }: MarkupElement): string | undefined {
    const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
    if (id === undefined) return undefined;
    return this.notes.get(id) ?? this.signs.get(`${this.file}#${id}`);
  }

  /** Returns what sets an element apart, or `null`. */
  settingOf({ name, attributes }: MarkupElement): Setting | null {
    const href = name === 'a' ? attributes.get('href') : undefined;
    if (href === undefined) return SET_APART.get(name) ?? null;
    const anchor = this.anchorOf(href);
    if (anchor !== null) return { anchor };
    const address = readWebAddress(href);
    return address === null ? null : { kind: 'link', href: address };
  }

  /** Counts the cells of a row. @returns false when the document has too many */
  countCells(count: number): boolean {
    this.cells += count;
    if (this.cells <= MAX_CELLS) return true;
    this.rowsLeft += 1;
    return false;
  }

  private reach(anchor: string, line: Line): void {
    const label = this.pageLabels.get(anchor);
    if (label !== undefined) {
      line.page(label);
      this.pageLabels.delete(anchor);
    }
    this.named += 1;
    if (this.named <= MAX_PLACES) line.name(anchor);
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // The fragment is not validly encoded, so it stays unchanged.
  }
}
