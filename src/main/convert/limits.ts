import { MAX_TEXT_UTF16 } from '#shared/domain/limits.ts';

const MEGABYTE = 1024 * 1024;

/** Largest file, bytes. */
export const MAX_FILE_BYTES = 50 * MEGABYTE;
/** Largest PDF, bytes. Most of it is fonts and pictures. */
export const MAX_PDF_BYTES = 200 * MEGABYTE;
/** Most pages of a PDF that are read. */
export const MAX_PDF_PAGES = 2000;
/** Most bytes of a text file. A larger one is not decoded, because its text would be too long. */
export const MAX_TEXT_BYTES = 4 * MAX_TEXT_UTF16;
/** Longest conversion of one file, ms. */
export const MAX_CONVERSION_MS = 30_000;
/** Most memory of the converter process, bytes. */
export const MAX_CONVERSION_BYTES = 512 * MEGABYTE;

/** Largest page, bytes. */
export const MAX_HTML_BYTES = 10 * MEGABYTE;
/** Most elements and texts in a page. */
export const MAX_NODES = 200_000;
/** Most named places of a document that links can lead to. */
export const MAX_PLACES = 200_000;
/** Most open elements at once. Careless pages have hundreds, an attack a hundred thousand. */
export const MAX_UNCLOSED = 2000;
/** Deepest element of a page's tree. */
export const MAX_DEPTH = 256;
/** Most attributes of an element. */
export const MAX_ATTRIBUTES = 500;

/** Most entries in an archive. */
export const MAX_ENTRIES = 5000;
/** Largest entry of an archive when it is unpacked, bytes. */
export const MAX_ENTRY_BYTES = 50 * MEGABYTE;
/** Most bytes unpacked from one archive. */
export const MAX_UNPACKED_BYTES = 200 * MEGABYTE;
/** How many times larger than its packed size an entry may be. */
export const MAX_RATIO = 200;
/** A smaller entry may exceed the ratio, bytes, because a page may repeat one word. */
export const MIN_RATIO_BYTES = MEGABYTE;
/** Most elements and texts in one part of an office document, which splits sentences into many runs. */
export const MAX_OFFICE_NODES = 1_000_000;
