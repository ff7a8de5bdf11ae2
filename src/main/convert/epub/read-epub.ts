import type { ImportRemark } from '#shared/domain/import-codes.ts';
import { MAX_TEXT_UTF16 } from '#shared/domain/limits.ts';
import type { Losses } from '../clean-text.ts';
import type { DraftBlock, Found, ReadDocument } from '../document.ts';
import { finishDocument } from '../finish-document.ts';
import { MAX_HTML_BYTES } from '../limits.ts';
import { readBlocks } from '../markup/blocks.ts';
import { Places } from '../markup/places.ts';
import { type MarkupElement, findAll, findFirst, parseMarkup } from '../markup/tree.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { readEncodedText } from '../text/read-text.ts';
import { type Archive, openArchive } from '../zip/archive.ts';
import { withKnownPlaces } from './contents.ts';
import { Package, valueOf } from './package.ts';
import { BookPictures } from './book-pictures.ts';
import { isProtected } from './protection.ts';
import { readBookDetails } from './publication.ts';

/** Reads an e-book: its chapters in reading order as one article, its contents, printed pages and people. */
export const readEpub: ReadDocument = (bytes, name) =>
  atTheDoor(() => {
    const archive = openArchive(bytes);
    const losses: Losses = { lost: 0, controls: 0 };
    if (isProtected(archive)) throw new Refusal('import/password');
    const book = new Package(archive, losses);
    const { metadata } = book;
    const stated = (localName: string): Found | null => {
      const [value] = textsOf(metadata, localName);
      return value === undefined ? null : { value, from: 'metadata' };
    };
    const { contents, pages } = book.lists();
    const places = new Places(pages);
    const pictures = new BookPictures(archive, places);
    const blocks = readChapters(archive, book.chapterNames(), places, losses);
    return finishDocument({
      ...readBookDetails(metadata, book.identifierId),
      format: 'epub',
      name,
      blocks,
      contents: withKnownPlaces(contents, blocks),
      isPage: false,
      pictures: pictures.sources,
      cover: pictures.addEntry(book.coverName()),
      title: stated('title'),
      outlet: stated('publisher'),
      dates: datesOf(metadata),
      addresses: [...textsOf(metadata, 'source'), ...textsOf(metadata, 'identifier')],
      language: stated('language')?.value ?? null,
      remarks: [
        ...remark('import/entries-left-out', archive.leftOut),
        ...remark('import/table-rows-left', places.rowsLeft),
      ],
      losses,
    });
  });

const remark = (code: ImportRemark['code'], count: number): ImportRemark[] =>
  count > 0 ? [{ code, params: { count } }] : [];

/** Returns the dates of the book, but not of its last change, which EPUB 2 marks by an attribute. */
function datesOf(metadata: MarkupElement | null): string[] {
  const dates = statementsOf(metadata, 'date').filter(
    ({ attributes }) => attributes.get('opf:event') !== 'modification',
  );
  const isPublication = ({ attributes }: MarkupElement): boolean =>
    attributes.get('opf:event') === 'publication';
  return dates.toSorted((a, b) => Number(isPublication(b)) - Number(isPublication(a))).map(valueOf);
}

function textsOf(metadata: MarkupElement | null, localName: string): string[] {
  return statementsOf(metadata, localName)
    .map(valueOf)
    .filter((value) => value !== '');
}

function statementsOf(metadata: MarkupElement | null, localName: string): readonly MarkupElement[] {
  return metadata ? findAll(metadata, localName) : [];
}

function readChapters(
  archive: Archive,
  names: readonly string[],
  places: Places,
  losses: Losses,
): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
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
