import type { Block, BlockStructure } from '#shared/domain/block.ts';
import type { Publication, Structure } from '#shared/domain/document.ts';
import type { Coded, Result } from '#shared/domain/result.ts';
import type { PictureFault } from '../picture/read-picture.ts';

/**
 * The version of the converters as a whole. It grows when they find more in the same file, so that an article can be
 * converted again from its original.
 */
export const CONVERTER_VERSION = 3;

/** A detail that was found for the reader, and where it was found. */
export interface Found {
  readonly value: string;
  readonly from: 'metadata' | 'text' | 'file-name';
}

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'mhtml' | 'epub' | 'docx' | 'pdf';

export type ImportedBlockKind = Exclude<Block['kind'], 'standfirst'>;

/**
 * One stretch of text without line breaks, and what the document says about it. A numbered item keeps its number in the
 * text. The text of an image is its caption, description or name. The text of a table's row is that of its cells, joined
 * by ` | `.
 */
export interface ImportedBlock extends BlockStructure {
  readonly kind: ImportedBlockKind;
  readonly text: string;
  /** The number of an image's picture in the `pictures` of the document; missing when its bytes are not in the file. */
  readonly picture?: number;
}

/**
 * Returns the bytes of a picture, or says why there are none. It is called once, after the text was read, so that only one
 * picture at a time is unpacked.
 */
export type PictureSource = () => Uint8Array | PictureFault;

/** A block while it is converted, with places that are known by names only. All offsets are UTF-16 units of its text. */
export interface DraftBlock extends ImportedBlock {
  /** Names of places in the block, such as the ids of elements: `chapter3.xhtml#sec2`. */
  readonly anchors?: readonly string[];
  /** Parts that lead to such a place. */
  readonly leads?: readonly Lead[];
  /** Printed pages that begin in the block. */
  readonly pages?: readonly { readonly label: string; readonly at: number }[];
}

/** A part of a block that leads to a named place in the same document. */
export interface Lead {
  readonly start: number;
  readonly end: number;
  readonly anchor: string;
}

/** An entry of the table of contents that a file states, with the name of the place where it leads. */
export interface StatedEntry {
  readonly level: number;
  readonly title: string;
  readonly anchor: string;
}

/** A converted file, before it becomes an article of the library. */
export interface ImportedDocument {
  readonly format: DocumentFormat;
  readonly title: Found | null;
  readonly outlet: Found | null;
  readonly author: Found | null;
  /** In EDTF, which can express that a date is uncertain. */
  readonly date: Found | null;
  /** The web address that the document states for itself; http and https only. */
  readonly address: Found | null;
  /** Tags that the document states. */
  readonly tags: readonly string[];
  /** The language tag (BCP 47), or `null` when neither the file nor its letters tell the language. */
  readonly language: string | null;
  readonly direction: 'rtl' | 'ltr';
  readonly blocks: readonly ImportedBlock[];
  /** `null` when the document has neither contents nor pages nor pictures. */
  readonly structure: Structure | null;
  /** `null` when the file says nothing about its publication. */
  readonly publication: Publication | null;
  /** The pictures that blocks show, by their numbers. Their bytes may be anything that the file holds. */
  readonly pictures: readonly PictureSource[];
  /** The number of the cover among the pictures. */
  readonly cover: number | null;
  /** What the reader should know, such as that images were left out or the encoding was repaired. */
  readonly remarks: readonly Coded[];
}

/** Converts a file of one format. Expected failures have codes `import/…` (see `shared/domain/import-codes.ts`). */
export type ReadDocument = (bytes: Uint8Array, name: string) => Promise<Result<ImportedDocument>>;
