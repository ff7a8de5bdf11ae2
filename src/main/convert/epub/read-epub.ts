import { type Losses, oneLine } from '../clean-text.ts';
import type { DraftBlock, Found, ReadDocument } from '../document.ts';
import { finishDocument } from '../finish-document.ts';
import { MAX_TEXT_UTF16 } from '#shared/domain/limits.ts';
import { MAX_HTML_BYTES } from '../limits.ts';
import { readBlocks } from '../markup/blocks.ts';
import { Places } from '../markup/places.ts';
import { type MarkupElement, findAll, findFirst, parseMarkup, textOf } from '../markup/tree.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { readEncodedText } from '../text/read-text.ts';
import { type Archive, openArchive, resolveName } from '../zip/archive.ts';
import { isProtected } from './protection.ts';

/** Separates the names of several authors. */
const BETWEEN_NAMES = '، ';
const CONTAINER = 'META-INF/container.xml';
const CHAPTER_TYPES = /^(?:application\/xhtml\+xml|text\/html)$/u;

/** Reads an e-book: its chapters in reading order, as one article with headings. */
export const readEpub: ReadDocument = (bytes, name) =>
  atTheDoor(() => {
    const archive = openArchive(bytes);
    const losses: Losses = { lost: 0, controls: 0 };
    if (isProtected(archive)) throw new Refusal('import/password');
    const [path, book] = openPackage(archive, losses);
    const stated = (localName: string): Found | null => metadataOf(book, localName);
    return finishDocument({
      format: 'epub',
      name,
      blocks: readChapters(archive, chapterNames(path, book), losses),
      isPage: false,
      title: stated('title'),
      author: creatorsOf(book),
      outlet: stated('publisher'),
      dates: datesOf(book),
      addresses: [...textsOf(book, 'source'), ...textsOf(book, 'identifier')],
      language: stated('language')?.value ?? null,
      remarks:
        archive.leftOut > 0
          ? [{ code: 'import/entries-left-out', params: { count: archive.leftOut } }]
          : [],
      losses,
    });
  });

/** Opens the package document that the container names, and returns its entry name and content. */
function openPackage(archive: Archive, losses: Losses): [path: string, book: MarkupElement] {
  const container = readXml(archive, CONTAINER, losses);
  const named = container && findFirst(container, 'rootfile')?.attributes.get('full-path');
  const path = named ? resolveName('', named) : null;
  const book = path === null ? null : readXml(archive, path, losses);
  if (path === null || book === null) throw new Refusal('import/not-epub');
  return [path, book];
}

function readXml(archive: Archive, name: string, losses: Losses): MarkupElement | null {
  const bytes = archive.read(name);
  if (bytes === null) return null;
  if (bytes.length > MAX_HTML_BYTES) throw new Refusal('import/too-complex');
  return parseMarkup(readEncodedText(bytes, losses).text, 'xml');
}

function metadataOf(book: MarkupElement, localName: string): Found | null {
  const [value] = textsOf(book, localName);
  return value === undefined ? null : { value, from: 'metadata' };
}

function creatorsOf(book: MarkupElement): Found | null {
  const names = textsOf(book, 'creator');
  return names.length === 0 ? null : { value: names.join(BETWEEN_NAMES), from: 'metadata' };
}

/** Returns the dates of the book, but not of its last change, which EPUB 2 marks by an attribute. */
function datesOf(book: MarkupElement): string[] {
  const dates = statementsOf(book, 'date').filter(
    ({ attributes }) => attributes.get('opf:event') !== 'modification',
  );
  const isPublication = ({ attributes }: MarkupElement): boolean =>
    attributes.get('opf:event') === 'publication';
  return dates.toSorted((a, b) => Number(isPublication(b)) - Number(isPublication(a))).map(valueOf);
}

function textsOf(book: MarkupElement, localName: string): string[] {
  return statementsOf(book, localName)
    .map(valueOf)
    .filter((value) => value !== '');
}

function statementsOf(book: MarkupElement, localName: string): readonly MarkupElement[] {
  const metadata = findFirst(book, 'metadata');
  return metadata ? findAll(metadata, localName) : [];
}

/** Removes entities of a document type, because they are never expanded and are no part of a title. */
function valueOf(element: MarkupElement): string {
  return oneLine(textOf(element).replace(/&[\w.-]+;/gu, ''));
}

/** Returns the entries of the chapters in the order of the spine, without the table of contents. */
function chapterNames(path: string, book: MarkupElement): string[] {
  const items = new Map(
    findAll(book, 'item').map(({ attributes }) => [attributes.get('id') ?? '', attributes]),
  );
  const names = findAll(book, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes.get('idref') ?? '');
    const href = item?.get('href');
    const isChapter =
      CHAPTER_TYPES.test(item?.get('media-type') ?? '') &&
      !(item?.get('properties') ?? '').split(' ').includes('nav');
    const name = href !== undefined && isChapter ? resolveName(path, href) : null;
    return name === null ? [] : [name];
  });
  return [...new Set(names)];
}

function readChapters(
  archive: Archive,
  names: readonly string[],
  losses: Losses,
): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const places = new Places();
  let size = 0;
  for (const name of names) {
    const bytes = archive.read(name);
    if (bytes === null) continue;
    if (bytes.length > MAX_HTML_BYTES) throw new Refusal('import/too-complex');
    const chapter = parseMarkup(readEncodedText(bytes, losses).text, 'xhtml');
    const read = readBlocks(findFirst(chapter, 'body') ?? chapter, places, name);
    size += read.reduce((sum, { text }) => sum + text.length, 0);
    if (size > MAX_TEXT_UTF16) throw new Refusal('import/too-large');
    blocks.push(...read);
  }
  return blocks;
}
