/**
 * Fixed sets of values from which the reader or the program chooses. This file imports no schema library, because the
 * first screen of the window loads it.
 */

/** The meanings of a highlight; each has its own colour, shape and line pattern. */
export const MEANINGS = ['important', 'fact', 'statement', 'question', 'followup'] as const;

/** Why two words match, from strict to loose. */
export const LAYERS = ['exact', 'spelling', 'clitic', 'inflection', 'family'] as const;

/** Which layers a search includes: `close` includes all layers except `family`. */
export const MATCHINGS = ['exact', 'close', 'family'] as const;

export const THEMES = ['light', 'sepia', 'dark', 'contrast', 'system'] as const;

/** Languages of the interface. */
export const LANGUAGES = ['ar', 'en'] as const;

/** Digits of the Arabic interface: 0123 or ٠١٢٣. */
export const DIGITS = ['latn', 'arab'] as const;

/** Arabic month names: أيلول or سبتمبر. */
export const MONTHS = ['levantine', 'egyptian'] as const;

export const READING_FONTS = ['naskh', 'amiri', 'scheherazade', 'plex', 'vazirmatn'] as const;

/** Sizes of the text in CSS pixels. The fonts are normalised, so that they look equally large. */
export const READING_SIZES_PX = [17, 19, 21, 23, 25, 27, 29, 32] as const;

/** Line heights as multiples of the text size. */
export const LINE_HEIGHTS = [1.6, 1.75, 1.95, 2.15, 2.4] as const;

/** Maximum line lengths in em: narrow, medium, wide. */
export const MEASURES_EM = [24, 29, 36] as const;

/** Font weights of the text; a typeface that lacks one uses its next weight. */
export const READING_WEIGHTS = [400, 500, 600] as const;

/** The layouts of the library list. */
export const LIBRARY_VIEWS = ['comfortable', 'compact', 'covers'] as const;

export const LIBRARY_ORDERS = ['added', 'published', 'opened', 'title', 'length'] as const;

/** How much the interface moves: as the system prefers, or as little as possible. */
export const MOTIONS = ['system', 'reduced'] as const;

/** The settings that form the appearance of the text; an article can have its own values. */
export const APPEARANCE_KEYS = [
  'readingFont',
  'readingSizePx',
  'readingLineHeight',
  'readingMeasureEm',
  'readingWeight',
  'justify',
  'hideTashkeel',
] as const;

/**
 * The kinds of blocks. The text of an `image` is its caption, or else its description or name. The text of a `row` of a
 * table is that of its cells, joined by ` | `. A `note` is the text of a footnote. Each line of `verse` or `code` is a
 * block.
 */
export const BLOCK_KINDS = [
  'standfirst',
  'heading',
  'paragraph',
  'item',
  'quote',
  'image',
  'row',
  'verse',
  'code',
  'note',
] as const;

/** The kinds of parts that a document sets apart inside a block. */
export const INLINE_KINDS = [
  'strong',
  'emphasis',
  'super',
  'sub',
  'code',
  'link',
  'reference',
] as const;

/** What a person did for a document. */
export const PERSON_ROLES = ['author', 'translator', 'editor', 'other'] as const;

/** The media types of pictures that are shown. */
export const ASSET_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/svg+xml',
] as const;

/** Why a picture of a document is not shown. */
export const PICTURE_FAULTS = [
  'not-in-file',
  'not-a-picture',
  'too-large',
  'too-many-pixels',
  'too-many',
  'unsafe',
] as const;

export const DIRECTIONS = ['rtl', 'ltr'] as const;

/**
 * What is wrong with the file of an own article.
 *
 * - `newer`: a newer version of the app wrote it; it is shown as far as this version understands it, and never
 *   changed.
 * - `newer-unreadable`: the same, but this version cannot show it at all.
 * - `damaged`: bytes were cut, changed or lost, and the article has not been converted again from its original.
 */
export const TROUBLES = ['newer', 'newer-unreadable', 'damaged'] as const;

/** Formats of documents that can be imported. */
export const DOCUMENT_FORMATS = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'epub',
  'docx',
  'pdf',
] as const;

/**
 * The source of a detail of an article: the document's own metadata, its text, the file name, the opening words of
 * the text, its letters, or the reader.
 */
export const DETAIL_SOURCES = [
  'none',
  'metadata',
  'text',
  'file-name',
  'opening',
  'letters',
  'reader',
] as const;

/**
 * How a mark was found in a changed text.
 *
 * - `exact`: the passage is there letter for letter in its surroundings.
 * - `repaired`: the words are the same but written differently: tashkeel, tatweel, digits, hamza, punctuation, line
 *   breaks.
 * - `approximate`: words changed, or the surroundings are different. Such an anchor never replaces the stored
 *   position without the reader's consent.
 */
export const CONFIDENCES = ['exact', 'repaired', 'approximate'] as const;

/**
 * Why a mark has no anchor.
 *
 * - `not-found`: nothing in the text is similar to the passage.
 * - `context-differs`: something is similar but in other surroundings, so most likely a different sentence.
 * - `ambiguous`: two positions fit equally well.
 * - `not-searched`: the search exceeded a limit of time or memory, which says nothing about the text.
 */
export const ORPHAN_REASONS = [
  'not-found',
  'context-differs',
  'ambiguous',
  'not-searched',
] as const;

export const EXPORT_FORMATS = ['markdown', 'html', 'csv', 'json-ld'] as const;

/**
 * What happens to an imported record.
 *
 * - `exact`: its passage was found letter for letter.
 * - `repaired`: its passage was found in another spelling.
 * - `approximate`: its passage was found in changed words.
 * - `orphaned`: it is kept without an anchor.
 * - `unanchored`: it is kept, but its passage was not looked for.
 * - `unsearched`: it is not kept, because its article was not looked for.
 * - `known`: the library has it already.
 * - `refused`: it is not a valid record.
 */
export const MARK_IMPORT_STATES = [
  'exact',
  'repaired',
  'approximate',
  'orphaned',
  'unanchored',
  'unsearched',
  'known',
  'refused',
] as const;

/** Why a record is orphaned, known or refused. */
export const IMPORT_REASONS = [
  ...ORPHAN_REASONS,
  'article-missing',
  'same',
  'older',
  'duplicate',
  'not-a-record',
  'forbidden-id',
  'forbidden-key',
  'no-passage',
  'passage-too-long',
  'note-too-long',
  'tags-too-long',
  'no-article',
  'not-valid',
] as const;
