/** Longest title, in UTF-16 code units. */
export const MAX_TITLE_UTF16 = 512;

/** Longest note, in UTF-16 code units. */
export const MAX_NOTE_UTF16 = 100_000;

/** Longest name of a bookmark, in UTF-16 code units. */
export const MAX_BOOKMARK_NAME_UTF16 = 200;

/** Most tags of one highlight. */
export const MAX_TAGS = 20;

/** Most tags that are read from one note. */
export const MAX_NOTE_TAGS = 100;

/** Longest tag, in UTF-16 code units. */
export const MAX_TAG_UTF16 = 50;

/** Most records that one step writes or removes. */
export const MAX_RECORDS = 10_000;

/** Longest query, in UTF-16 code units; the rest is cut off. */
export const MAX_QUERY_UTF16 = 200;

/** The form of an article's id. */
export const ARTICLE_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** The form of an own article's id. No bundled article and no folder of the library has such a name. */
export const OWN_ID = /^own-[0-9a-f]{20}(?:-\d{1,4})?$/;

/** The text of a UUID (RFC 9562, versions 1 to 8, nil and max). */
export const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(?:-0{4}){3}-0{12}|f{8}(?:-f{4}){3}-f{12})$/i;

/** A SHA-256 in lower-case hex. */
export const SHA256_HEX = /^[0-9a-f]{64}$/;

/** A BCP 47 language tag, as far as the app uses it: language, script, region. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** Longest text that can be pasted as an article, in UTF-16 code units. Longer texts must be imported as files. */
export const MAX_PASTED_UTF16 = 900_000;

/** Longest name that a reader can give to a meaning, in UTF-16 code units. */
export const MAX_MEANING_NAME_UTF16 = 24;

/** Most files of one import. */
export const MAX_IMPORT_FILES = 20_000;

/** Longest address that is passed to the system, in UTF-16 code units; Windows accepts 2,081. */
export const MAX_LINK_UTF16 = 2_048;
/**
 * Extended Date/Time Format (EDTF, ISO 8601-2) as far as the library needs it: a year, month or day, unspecified
 * digits as X, and a sign for uncertain or approximate dates at the end.
 */
export const EDTF_DATE =
  /^(?:\d{4}|X{4}|\d{2}XX|\d{3}X)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?$/;

/** Most articles named in one report of changes; a report of more names none. */
export const MAX_CHANGED_ARTICLES = 100;

/** Longest text of one article, in UTF-16 code units: a book of 800,000 words. */
export const MAX_TEXT_UTF16 = 5_000_000;

/** Longest outlet or date, in UTF-16 code units. */
export const MAX_DETAIL_UTF16 = 512;

/** Longest paragraph, in UTF-16 code units. An import splits longer ones, because a window cannot lay them out. */
export const MAX_BLOCK_UTF16 = 4_000;

/** Most blocks of one article; a list of half a million lines is not a text to read. */
export const MAX_BLOCKS = 200_000;

/** Most places, people, organisations or subjects of one article. */
export const MAX_NAMES = 1_000;

/** Longest path of a file, in UTF-16 code units, which is the limit of Windows. */
export const MAX_PATH_UTF16 = 32_768;

/** Most originals of earlier versions that one article remembers. */
export const MAX_FORMER_ORIGINALS = 10_000;

/** Longest passage of a highlight, in UTF-16 code units: a long chapter. */
export const MAX_QUOTE_UTF16 = 200_000;

/**
 * Longest stored context on one side of a passage, in UTF-16 code units. This app writes 32, other programs up to
 * 256.
 */
export const MAX_CONTEXT_UTF16 = 1_000;

/** Most articles with an appearance of their own. */
export const MAX_APPEARANCES = 10_000;

/** Largest settings file, in bytes. */
export const MAX_SETTINGS_BYTES = 1_000_000;

/** Most articles that a question lists by title; its count includes all. */
export const MAX_NAMED_ARTICLES = 50;

/** Most articles that one call changes. */
export const MAX_ARTICLES_AT_ONCE = 20_000;

/** Most parts set apart in one block. */
export const MAX_INLINE = 2_000;

/** Deepest list in a list. */
export const MAX_LIST_DEPTH = 8;

/** Most cells of one row. */
export const MAX_ROW_CELLS = 1_000;

/** Most cells of all tables of one document. */
export const MAX_CELLS = 200_000;

/** Most columns or rows that one cell covers. */
export const MAX_CELL_SPAN = 1_000;

/** Most entries of a table of contents. */
export const MAX_OUTLINE = 20_000;

/** Most printed pages of a document. */
export const MAX_PAGES = 20_000;

/** Most authors, translators and editors of a document. */
export const MAX_PEOPLE = 50;

/** Most pictures of a document. */
export const MAX_ASSETS = 2_000;

/** Largest picture, bytes. */
export const MAX_ASSET_BYTES = 25 * 1024 * 1024;

/** Most bytes of all pictures of a document. */
export const MAX_ASSETS_BYTES = 500 * 1024 * 1024;

/** Most pixels of a picture. */
export const MAX_ASSET_PIXELS = 40_000_000;
