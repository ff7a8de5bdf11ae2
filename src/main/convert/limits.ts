import { MAX_TEXT_UTF16 } from '#shared/domain/limits.ts';

const MEGABYTE = 1024 * 1024;

/** Largest file, bytes. */
export const MAX_FILE_BYTES = 50 * MEGABYTE;
/** Largest PDF, bytes: most of it is fonts and pictures. */
export const MAX_PDF_BYTES = 200 * MEGABYTE;
/** Most pages of a PDF that are read. */
export const MAX_PDF_PAGES = 2000;
/** Most bytes that can be so much text; a larger file is not even decoded. */
export const MAX_TEXT_BYTES = 4 * MAX_TEXT_UTF16;
/** Longest conversion of one file, ms. */
export const MAX_CONVERSION_MS = 30_000;
/** Most memory of the process that converts, bytes. */
export const MAX_CONVERSION_BYTES = 512 * MEGABYTE;

/** Largest page, bytes. */
export const MAX_HTML_BYTES = 10 * MEGABYTE;
/** Most elements and texts of a page. */
export const MAX_NODES = 200_000;
/** Most elements that are open at once; tag soup has hundreds, an attack a hundred thousand. */
export const MAX_UNCLOSED = 2000;
/** Deepest element of a page's tree. */
export const MAX_DEPTH = 256;
/** Most attributes of an element. */
export const MAX_ATTRIBUTES = 500;

/** Most entries of an archive. */
export const MAX_ENTRIES = 5000;
/** Largest entry of an archive when it is unpacked, bytes. */
export const MAX_ENTRY_BYTES = 50 * MEGABYTE;
/** Most that is unpacked of an archive, bytes. */
export const MAX_UNPACKED_BYTES = 200 * MEGABYTE;
/** An entry may become this many times as large as it is packed. */
export const MAX_RATIO = 200;
/** Below this size the ratio is no danger, bytes: a page of one repeated word may pass. */
export const MIN_RATIO_BYTES = MEGABYTE;
/** Most elements and texts of a part of an office document, whose sentences are cut into runs. */
export const MAX_OFFICE_NODES = 1_000_000;
