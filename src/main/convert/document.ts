import type { Coded, Result } from '#shared/domain/result.ts';

/** A detail that was found for the reader, and where it was found. */
export interface Found {
  readonly value: string;
  readonly from: 'metadata' | 'text' | 'file-name';
}

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'mhtml' | 'epub' | 'docx' | 'pdf';

export type ImportedBlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'image';

/**
 * One stretch of text without line breaks. A numbered item keeps its number in the text, because nothing else holds it.
 * The text of an image is its description or name. A table row is a paragraph whose cells are joined by ` | `.
 */
export interface ImportedBlock {
  readonly kind: ImportedBlockKind;
  readonly text: string;
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
  /** BCP 47, or `null` when neither the file nor its letters tell the language. */
  readonly language: string | null;
  readonly direction: 'rtl' | 'ltr';
  readonly blocks: readonly ImportedBlock[];
  /** What the reader should know, such as that images were left out or the encoding was repaired. */
  readonly remarks: readonly Coded[];
}

/** Converts a file of one format. Expected failures have codes `import/…` (see `shared/domain/import-codes.ts`). */
export type ReadDocument = (bytes: Uint8Array, name: string) => Promise<Result<ImportedDocument>>;
