import { type Losses, oneLine } from '../clean-text.ts';
import { MAX_HTML_BYTES } from '../limits.ts';
import { type MarkupElement, findAll, findFirst, parseMarkup, textOf } from '../markup/tree.ts';
import { Refusal } from '../refusal.ts';
import { readEncodedText } from '../text/read-text.ts';
import { type Archive, resolveName } from '../zip/archive.ts';
import { type ListSource, type Lists, readLists } from './contents.ts';

const CONTAINER = 'META-INF/container.xml';
const CHAPTER_TYPES = /^(?:application\/xhtml\+xml|text\/html)$/u;
const NCX_TYPE = 'application/x-dtbncx+xml';

/** The package document of a book, which names its chapters and says who made it. */
export class Package {
  private readonly archive: Archive;
  private readonly losses: Losses;
  private readonly path: string;
  private readonly root: MarkupElement;

  /** @throws Refusal `import/not-epub` when the container names no package document */
  constructor(archive: Archive, losses: Losses) {
    [this.archive, this.losses] = [archive, losses];
    const container = this.readXml(CONTAINER);
    const named = container && findFirst(container, 'rootfile')?.attributes.get('full-path');
    const path = named ? resolveName('', named) : null;
    const root = path === null ? null : this.readXml(path);
    if (path === null || root === null) throw new Refusal('import/not-epub');
    [this.path, this.root] = [path, root];
  }

  /** The element with the title, the people and other details. */
  get metadata(): MarkupElement | null {
    return findFirst(this.root, 'metadata') ?? null;
  }

  /** The id of the identifier by which the book is known. */
  get identifierId(): string | undefined {
    return findFirst(this.root, 'package')?.attributes.get('unique-identifier');
  }

  /** Returns the entries of the chapters in the order of the spine, without the table of contents. */
  chapterNames(): string[] {
    const items = new Map(
      this.items().map((attributes) => [attributes.get('id') ?? '', attributes]),
    );
    const names = findAll(this.root, 'itemref').flatMap(({ attributes }) => {
      const item = items.get(attributes.get('idref') ?? '');
      const href = item?.get('href');
      const isChapter = CHAPTER_TYPES.test(item?.get('media-type') ?? '') && !isNavigation(item);
      const name = href !== undefined && isChapter ? resolveName(this.path, href) : null;
      return name === null ? [] : [name];
    });
    return [...new Set(names)];
  }

  /** Reads the contents and printed pages that the book lists. */
  lists(): Lists {
    const items = this.items();
    const toc = findFirst(this.root, 'spine')?.attributes.get('toc');
    return readLists(
      this.listSource(
        items.find((item) => isNavigation(item)),
        'xhtml',
      ),
      this.listSource(
        items.find((item) => toc !== undefined && item.get('id') === toc) ??
          items.find((item) => item.get('media-type') === NCX_TYPE),
        'xml',
      ),
    );
  }

  /** Returns the entry of the cover, or `null`. EPUB 3 marks it in the list of files, EPUB 2 in the details. */
  coverName(): string | null {
    const items = this.items();
    const named = findAll(this.root, 'meta').find(
      ({ attributes }) => attributes.get('name') === 'cover',
    );
    const id = named?.attributes.get('content');
    const item =
      items.find((each) => hasProperty(each, 'cover-image')) ??
      items.find((each) => id !== undefined && each.get('id') === id);
    const href = item?.get('href');
    const isPicture = item?.get('media-type')?.startsWith('image/') ?? false;
    return href !== undefined && isPicture ? resolveName(this.path, href) : null;
  }

  private items(): ReadonlyMap<string, string>[] {
    return findAll(this.root, 'item').map(({ attributes }) => attributes);
  }

  private listSource(
    item: ReadonlyMap<string, string> | undefined,
    dialect: 'xhtml' | 'xml',
  ): ListSource | null {
    const href = item?.get('href');
    const name = href === undefined ? null : resolveName(this.path, href);
    const bytes = name === null ? null : this.archive.read(name);
    if (name === null || bytes === null || bytes.length > MAX_HTML_BYTES) return null;
    const { text } = readEncodedText(bytes, { lost: 0, controls: 0 });
    try {
      return { name, root: parseMarkup(text, dialect) };
    } catch (error) {
      if (error instanceof Refusal) return null; // A list that is too complex does not keep the text out.
      throw error;
    }
  }

  private readXml(name: string): MarkupElement | null {
    const bytes = this.archive.read(name);
    if (bytes === null) return null;
    if (bytes.length > MAX_HTML_BYTES) throw new Refusal('import/too-complex');
    return parseMarkup(readEncodedText(bytes, this.losses).text, 'xml');
  }
}

const isNavigation = (item: ReadonlyMap<string, string> | undefined): boolean =>
  hasProperty(item, 'nav');

const hasProperty = (item: ReadonlyMap<string, string> | undefined, wanted: string): boolean =>
  (item?.get('properties') ?? '').split(' ').includes(wanted);

/** Removes entities of a document type, because they are never expanded and are no part of a title. */
export function valueOf(element: MarkupElement): string {
  return oneLine(textOf(element).replace(/&[\w.-]+;/gu, ''));
}
