import type { Coded } from './result.ts';

/** Why a file could not be converted. Each code has a message `import.failure.…`. */
export const CONVERSION_FAILURES = [
  'import/empty-file',
  'import/not-text',
  'import/unsupported',
  'import/old-word',
  'import/too-large',
  'import/unpacks-too-large',
  'import/too-complex',
  'import/too-slow',
  'import/too-large-in-memory',
  'import/damaged',
  'import/not-epub',
  'import/password',
  'import/no-text',
  'import/interrupted',
] as const;
/**
 * Why a file was not converted, or was not added although it was converted. Each code has a message
 * `import.failure.…`.
 */
export const IMPORT_FAILURES = [
  'import/not-found',
  'import/not-readable',
  'import/folder-not-readable',
  'import/disk-failed',
  'import/not-a-file',
  'import/too-deep',
  'import/too-many',
  'import/not-saved',
  'import/unexpected',
] as const;

export type ConversionFailureCode = (typeof CONVERSION_FAILURES)[number];

/** What the reader should know about a file that was imported. Each code has a message `import.remark.…`. */
export const IMPORT_REMARKS = [
  'import/images-left-out',
  'import/images-unreadable',
  'import/images-too-large',
  'import/images-unsafe',
  'import/encoding-guessed',
  'import/encoding-repaired',
  'import/characters-lost',
  'import/controls-left-out',
  'import/boilerplate-left-out',
  'import/date-uncertain',
  'import/date-from-hijri',
  'import/page-furniture-left-out',
  'import/order-repaired',
  'import/macros-left-out',
  'import/entries-left-out',
  'import/table-rows-left',
] as const;
export type ImportRemarkCode = (typeof IMPORT_REMARKS)[number];

export interface ConversionFailure extends Coded {
  readonly code: ConversionFailureCode;
}

export interface ImportRemark extends Coded {
  readonly code: ImportRemarkCode;
}
