const MEGABYTE = 1024 * 1024;

/** Largest file, bytes. */
export const MAX_FILE_BYTES = 50 * MEGABYTE;
/** Most text of one article, UTF-16 code units: a book of 800,000 words. */
export const MAX_TEXT_UTF16 = 5_000_000;
/** Most bytes that can be so much text; a larger file is not even decoded. */
export const MAX_TEXT_BYTES = 4 * MAX_TEXT_UTF16;
/** Longest paragraph, UTF-16 code units; a longer one is cut, as a window cannot lay it out. */
export const MAX_BLOCK_UTF16 = 4000;

/** Longest conversion of one file, ms. */
export const MAX_CONVERSION_MS = 30_000;
/** Most memory of the process that converts, bytes. */
export const MAX_CONVERSION_BYTES = 512 * MEGABYTE;
