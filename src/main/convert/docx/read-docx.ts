import type { ImportRemark } from '#shared/domain/import-codes.ts';
import { type Losses, cleanText, oneLine } from '../clean-text.ts';
import type { Found, ReadDocument } from '../document.ts';
import { type Draft, finishDocument } from '../finish-document.ts';
import { MAX_OFFICE_NODES } from '../limits.ts';
import { type MarkupElement, findAll, findFirst, parseMarkup, textOf } from '../markup/tree.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { type Archive, openArchive, resolveName } from '../zip/archive.ts';
import { readBody } from './body.ts';
import { OfficePictures, relationsOf } from './office-pictures.ts';
import { readNumbering, readStyles } from './styles.ts';

/** Formatting elements, which are most of a document's mark-up and contain no text. */
const LOOKS: ReadonlySet<string> = new Set(['w:rPr', 'w:sectPr', 'w:tblGrid', 'w:proofErr']);

/** Reads a Word document: its text in order, with headings, lists, tables, notes and the names of images. */
export const readDocx: ReadDocument = (bytes, name) =>
  atTheDoor(() => {
    const archive = openArchive(bytes);
    const losses: Losses = { lost: 0, controls: 0 };
    const path = documentName(archive, losses);
    const part = (file: string) => readPart(archive, resolveName(path, file) ?? '', losses);
    const document = readPart(archive, path, losses);
    const body = document && findFirst(document, 'body');
    if (!body) throw new Refusal('import/damaged');
    const pictures = new OfficePictures(archive, path, part(relationsOf(path)));
    const notes = { footnote: part('footnotes.xml'), endnote: part('endnotes.xml') };
    const { blocks, title } = readBody(body, {
      styles: readStyles(part('styles.xml')),
      numbering: readNumbering(part('numbering.xml')),
      note: (kind, id) => noteOf(notes[kind], kind, id),
      picture: (relation) => pictures.at(relation),
    });
    const core = readPart(archive, 'docProps/core.xml', losses);
    return finishDocument({
      format: 'docx',
      name,
      blocks,
      isPage: false,
      pictures: pictures.sources,
      title: title === null ? metadataOf(core, 'title') : { value: title, from: 'text' },
      ...coreDetails(core),
      remarks: remarksOn(archive, resolveName(path, 'vbaProject.bin') ?? ''),
      losses,
    });
  });

/** Returns the name of the main part, which the package states. */
function documentName(archive: Archive, losses: Losses): string {
  const relations = readPart(archive, '_rels/.rels', losses);
  const target = (relations ? findAll(relations, 'Relationship') : [])
    .find(({ attributes }) => attributes.get('Type')?.endsWith('/officeDocument'))
    ?.attributes.get('Target');
  return (target === undefined ? null : resolveName('', target)) ?? 'word/document.xml';
}

/** Parses a part into a tree; `null` when it does not exist. Word writes UTF-8 or UTF-16. */
function readPart(archive: Archive, name: string, losses: Losses): MarkupElement | null {
  const bytes = archive.read(name);
  if (bytes === null) return null;
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  return parseMarkup(cleanText(text, losses), 'xml', {
    maxNodes: MAX_OFFICE_NODES,
    without: LOOKS,
  });
}

function noteOf(
  notes: MarkupElement | null,
  kind: 'footnote' | 'endnote',
  id: string,
): MarkupElement | null {
  const all = notes ? findAll(notes, kind) : [];
  return all.find(({ attributes }) => attributes.get('w:id') === id) ?? null;
}

/** Author names that programs write without asking anybody. */
const NO_PERSON =
  /^(?:python-docx|docx4j|apache poi|un-?named|unknown|user|admin|administrator|owner|pc|hp|windows user|microsoft office user|مستخدم|المستخدم)$/iu;

function coreDetails(core: MarkupElement | null): Pick<Draft, 'author' | 'dates'> {
  const author = metadataOf(core, 'creator');
  const isPerson = author !== null && !NO_PERSON.test(author.value);
  // The template of python-docx states the day on which the template was made.
  const isTemplate = author?.value === 'python-docx';
  const created = metadataOf(core, 'created')?.value ?? null;
  // Word writes two people as «A;B».
  const names = author?.value.split(';').map((name) => name.trim());
  const known = author && names ? { ...author, value: names.join('، ') } : null;
  return { author: isPerson ? known : null, dates: isTemplate ? [] : [created] };
}

function metadataOf(core: MarkupElement | null, localName: string): Found | null {
  const element = core && findFirst(core, localName);
  const value = element ? oneLine(textOf(element)) : '';
  return value === '' ? null : { value, from: 'metadata' };
}

function remarksOn(archive: Archive, macros: string): ImportRemark[] {
  return [
    ...(archive.has(macros) ? [{ code: 'import/macros-left-out' as const }] : []),
    ...(archive.leftOut > 0
      ? [{ code: 'import/entries-left-out' as const, params: { count: archive.leftOut } }]
      : []),
  ];
}
