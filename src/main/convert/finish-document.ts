import { tidyTags } from '#shared/arabic/tags.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { type Losses, oneLine } from './clean-text.ts';
import {
  canonicalLanguage,
  directionOfLetters,
  languageOfLetters,
  withOwnLanguage,
} from './details/language.ts';
import { type CleanPage, cleanPage } from './details/clean-page.ts';
import { titleInName } from './details/headline.ts';
import { readStatedDate } from './details/stated-date.ts';
import {
  type DateInText,
  dateInText,
  outletInText,
  remarkOnDate,
  withoutSignature,
} from './details/text-details.ts';
import type {
  DocumentFormat,
  DraftBlock,
  Found,
  ImportedBlock,
  ImportedDocument,
  PictureSource,
  StatedEntry,
} from './document.ts';
import type { ImportRemark, ImportRemarkCode } from '#shared/domain/import-codes.ts';
import { Refusal } from './refusal.ts';
import {
  MAX_BLOCKS,
  MAX_DETAIL_UTF16,
  MAX_TEXT_UTF16,
  MAX_TITLE_UTF16,
} from '#shared/domain/limits.ts';
import { resolvePlaces } from './resolve-places.ts';
import { splitLongBlock } from './split-block.ts';
import type { OutlineEntry, Publication } from '#shared/domain/document.ts';

/** What the converter of a format found. The remaining details are searched in the text. */
export interface Draft {
  readonly format: DocumentFormat;
  /** The file's name, which is the title if nothing else is found. */
  readonly name: string;
  readonly blocks: readonly DraftBlock[];
  /** True when the first lines may contain what surrounds an article on a page. */
  readonly isPage: boolean;
  readonly remarks: readonly ImportRemark[];
  readonly losses: Losses;
  readonly title?: Found | null;
  readonly outlet?: Found | null;
  readonly author?: Found | null;
  /** The dates that the file states, the best first. The first readable one is used. */
  readonly dates?: readonly (string | null)[];
  /** The addresses that the file states for itself, the best first. */
  readonly addresses?: readonly (string | null)[];
  readonly tags?: readonly string[];
  readonly language?: string | null;
  readonly direction?: 'rtl' | 'ltr' | null;
  /** The table of contents that the file states. */
  readonly contents?: readonly StatedEntry[];
  readonly publication?: StatedPublication | null;
  readonly pictures?: readonly PictureSource[];
  /** The number of the cover among the pictures. */
  readonly cover?: number | null;
}

/** What the file says about its publication. */
type StatedPublication = Omit<Publication, 'chapters' | 'cover'>;

const NOTHING_STATED: StatedPublication = {
  people: [],
  publisher: null,
  edition: null,
  place: null,
  volume: null,
  identifier: null,
};

/**
 * Makes a document of a draft: it searches the text for details that the file does not state, splits paragraphs that are
 * too long, and adds remarks about what was lost.
 *
 * @throws Refusal `import/no-text` when the text has no word, `import/too-large` above MAX_TEXT_UTF16,
 *         `import/too-complex` above MAX_BLOCKS
 */
export function finishDocument(draft: Draft): ImportedDocument {
  const blocks = draft.blocks
    .map((block) => ({ ...block, text: oneLine(block.text) }))
    .filter(({ text }) => text !== '');
  checkSize(blocks);
  const page = draft.isPage ? cleanPage(blocks, draft.title ?? null) : asItStands(draft, blocks);
  const title = page.title ?? titleOfName(draft.name);
  const outlet = draft.outlet ?? (draft.isPage ? outletInText(page.blocks, page.left) : null);
  const body = withoutSignature(page.blocks, outlet);
  checkSize(body);
  const text = body.map((block) => block.text).join('\n');
  const dayFirst = directionOfLetters(text) === 'rtl';
  const stated = firstDate(draft.dates ?? [], dayFirst);
  const inText = stated === null && draft.isPage ? dateInText(body, page.dateLine) : null;
  const date = stated ?? inText;
  const {
    blocks: resolved,
    outline,
    pages,
  } = resolvePlaces(body.flatMap(splitLongBlock), draft.contents);
  const language = canonicalLanguage(draft.language ?? '') ?? languageOfLetters(text);
  const direction = draft.direction ?? directionOfLetters(text);
  const { pictures = [], cover = null } = draft;
  const publication = draft.publication ?? (cover === null ? null : NOTHING_STATED);
  const hasStructure = outline.length > 0 || pages.length > 0;
  return {
    format: draft.format,
    title: limited(title, MAX_TITLE_UTF16),
    outlet: limited(outlet, MAX_DETAIL_UTF16),
    author: limited(draft.author ?? null, MAX_DETAIL_UTF16),
    date: date && { value: date.read.edtf, from: stated ? 'metadata' : 'text' },
    address: firstAddress(draft.addresses ?? []),
    tags: tidyTags(draft.tags ?? []),
    language,
    direction,
    blocks: resolved.map((block) => withOwnLanguage(block, { language, direction })),
    structure: hasStructure ? { outline: [...outline], pages: [...pages], assets: [] } : null,
    publication: publication && { ...publication, cover: null, chapters: chaptersOf(outline) },
    pictures: onlyShown(pictures, resolved, cover),
    cover,
    remarks: [
      ...draft.remarks,
      ...(date === null ? [] : remarkOnDate(date)),
      ...countRemark('import/boilerplate-left-out', page.left.length),
      ...countRemark('import/characters-lost', draft.losses.lost),
      ...countRemark('import/controls-left-out', draft.losses.controls),
    ],
  };
}

/** Leaves out the bytes of pictures whose blocks were left out. */
function onlyShown(
  pictures: readonly PictureSource[],
  blocks: readonly ImportedBlock[],
  cover: number | null,
): PictureSource[] {
  const shown = new Set(blocks.map(({ picture }) => picture));
  return pictures.map((source, number) =>
    shown.has(number) || number === cover ? source : () => 'not-in-file',
  );
}

/** Counts the entries of the contents at their highest level. */
function chaptersOf(outline: readonly OutlineEntry[]): number {
  const top = outline.reduce((level, entry) => Math.min(level, entry.level), 6);
  return outline.filter(({ level }) => level === top).length;
}

function firstDate(texts: readonly (string | null)[], dayFirst: boolean): DateInText | null {
  for (const text of texts) {
    const read = text === null ? null : readStatedDate(text, { dayFirst });
    if (text !== null && read !== null) return { text: oneLine(text), read };
  }
  return null;
}

function firstAddress(texts: readonly (string | null)[]): Found | null {
  const value = texts.map((text) => readWebAddress(text ?? '')).find((known) => known !== null);
  return value === undefined ? null : { value, from: 'metadata' };
}

function checkSize(blocks: readonly DraftBlock[]): void {
  const words = blocks.some(({ kind, text }) => kind !== 'image' && /[\p{L}\p{N}]/u.test(text));
  if (!words) throw new Refusal('import/no-text');
  if (blocks.length > MAX_BLOCKS) throw new Refusal('import/too-complex');
  const size = blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (size > MAX_TEXT_UTF16) throw new Refusal('import/too-large');
}

/** Handles a document that is an article from its first line on; a heading in that line is its title. */
function asItStands({ title }: Draft, blocks: readonly DraftBlock[]): CleanPage {
  const [first, ...rest] = blocks;
  const heading = first?.kind === 'heading' && rest.length > 0 ? first.text : null;
  if (title) {
    const isRepeated = heading !== null && heading === oneLine(title.value);
    return {
      blocks: isRepeated ? withPlacesOf(first, rest) : blocks,
      title,
      dateLine: null,
      left: [],
    };
  }
  const found: Found | null = heading === null ? null : { value: heading, from: 'text' };
  return {
    blocks: found ? withPlacesOf(first, rest) : blocks,
    title: found,
    dateLine: null,
    left: [],
  };
}

/** Gives the places of a block that is left out to the one after it. */
function withPlacesOf(
  { anchors = [], pages = [] }: Partial<DraftBlock> = {},
  [next, ...rest]: readonly DraftBlock[],
): readonly DraftBlock[] {
  if (next === undefined) return rest;
  const begun = [...pages.map(({ label }) => ({ label, at: 0 })), ...(next.pages ?? [])];
  const names = [...anchors, ...(next.anchors ?? [])];
  const moved = {
    ...next,
    ...(names.length > 0 && { anchors: names }),
    ...(begun.length > 0 && { pages: begun }),
  };
  return [moved, ...rest];
}

function titleOfName(name: string): Found | null {
  const value = titleInName(name);
  return value === null ? null : { value, from: 'file-name' };
}

function limited(found: Found | null, maxUtf16: number): Found | null {
  const value = oneLine(found?.value ?? '').slice(0, maxUtf16);
  return found === null || value === '' ? null : { ...found, value };
}

function countRemark(code: ImportRemarkCode, count: number): ImportRemark[] {
  return count > 0 ? [{ code, params: { count } }] : [];
}
