import type { Coded, Result } from '#shared/domain/result.ts';

/** A value found for the reader, and where it was found. */
export interface Found {
  readonly value: string;
  readonly from: 'metadata' | 'text' | 'file-name';
}

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'mhtml' | 'epub' | 'docx' | 'pdf';

export type ImportedBlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'image';

/**
 * One stretch of text without line breaks. A numbered item keeps its number, as nothing else says it; an
 * image is the words that stand for it. A row of a table is a paragraph, its cells joined by ` | `.
 */
export interface ImportedBlock {
  readonly kind: ImportedBlockKind;
  readonly text: string;
}

/** What a file becomes before it is an article of the library. */
export interface ImportedDocument {
  readonly format: DocumentFormat;
  readonly title: Found | null;
  readonly outlet: Found | null;
  readonly author: Found | null;
  /** EDTF; what is uncertain stays uncertain. */
  readonly date: Found | null;
  /** Where the document says that it stands on the web; http and https only. */
  readonly address: Found | null;
  /** Words that the document is filed under. */
  readonly tags: readonly string[];
  /** BCP 47, or `null` when neither the file nor its letters say. */
  readonly language: string | null;
  readonly direction: 'rtl' | 'ltr';
  readonly blocks: readonly ImportedBlock[];
  /** What the reader should know: images left out, encoding repaired, … */
  readonly remarks: readonly Coded[];
}

/** One format: decides nothing about files. Expected failures are codes `import/…` (see `shared/domain/import-codes.ts`). */
export type ReadDocument = (bytes: Uint8Array, name: string) => Promise<Result<ImportedDocument>>;
