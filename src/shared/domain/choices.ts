/**
 * Fixed sets that the reader or the program chooses from. No schema library here: the window's first
 * screen loads these.
 */

/** Five meanings; each has a colour, a shape and a line pattern of its own. */
export const MEANINGS = ['important', 'fact', 'statement', 'question', 'followup'] as const;

/** Why two words match, from strict to wide. */
export const LAYERS = ['exact', 'spelling', 'clitic', 'inflection', 'family'] as const;

/** How wide the search looks: `close` shows all layers but `family`. */
export const DIALS = ['exact', 'close', 'family'] as const;

export const THEMES = ['light', 'sepia', 'dark', 'contrast', 'system'] as const;

/** Languages of the interface. */
export const LANGUAGES = ['ar', 'en'] as const;

/** Digits of the Arabic interface: 0123 or ٠١٢٣. */
export const DIGITS = ['latn', 'arab'] as const;

/** Names of the months in Arabic: أيلول or سبتمبر. */
export const MONTHS = ['levantine', 'egyptian'] as const;

export const READING_FONTS = ['naskh', 'amiri', 'scheherazade', 'plex', 'vazirmatn'] as const;

/** Reading sizes in CSS pixels of the normalised fonts. */
export const READING_SIZES_PX = [17, 19, 21, 23, 25, 27, 29, 32] as const;

/** Heights of a line of the text, in its size. */
export const LINE_HEIGHTS = [1.6, 1.75, 1.95, 2.15, 2.4] as const;

/** Longest lines of the text, em of its size: narrow, medium, wide. */
export const MEASURES_EM = [24, 29, 36] as const;

/** Weights of the text; a typeface without one takes the next that it has. */
export const READING_WEIGHTS = [400, 500, 600] as const;

/** How the list of the library looks. */
export const LIBRARY_VIEWS = ['comfortable', 'compact', 'covers'] as const;

/** What the list of the library is ordered by. */
export const LIBRARY_ORDERS = ['added', 'published', 'opened', 'title', 'length'] as const;

/** How much moves: as the system says, or as little as possible. */
export const MOTIONS = ['system', 'reduced'] as const;

/** The settings that make the text's appearance; an article can have its own. */
export const APPEARANCE_KEYS = [
  'readingFont',
  'readingSizePx',
  'readingLineHeight',
  'readingMeasureEm',
  'readingWeight',
  'justify',
  'hideTashkeel',
] as const;

/** What a block of an article is; a table's row is an item, an image is its name in words. */
export const BLOCK_KINDS = [
  'standfirst',
  'heading',
  'paragraph',
  'item',
  'quote',
  'image',
] as const;

export const DIRECTIONS = ['rtl', 'ltr'] as const;

/**
 * What is wrong with the file of an article of the reader's own.
 *
 * - `newer`: a newer version of the app wrote it; it is shown as far as this one understands it, and never changed.
 * - `newer-unreadable`: the same, and this version cannot show it at all.
 * - `damaged`: its bytes were cut, changed or lost, and it has not been made again from its original.
 */
export const TROUBLES = ['newer', 'newer-unreadable', 'damaged'] as const;

/** Kinds of documents that can be read. */
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
 * Where a detail of an article comes from: the document's own data, its text, the file's name, the
 * text's opening words, its letters, or the reader.
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
 * - `exact`: the passage stands letter for letter, among what stood around it.
 * - `repaired`: the same words, written differently: tashkeel, tatweel, digits, hamza, signs, line ends.
 * - `approximate`: words changed, or nothing around it is the same. Never saved over the original silently.
 */
export const CONFIDENCES = ['exact', 'repaired', 'approximate'] as const;

/**
 * Why a mark has no place.
 *
 * - `not-found`: nothing in the text is like the passage.
 * - `context-differs`: something is like it, but its surroundings are not: most likely another sentence.
 * - `ambiguous`: two places fit equally well.
 * - `not-searched`: looking for it broke a limit of time or memory, which says nothing of the text.
 */
export const ORPHAN_REASONS = [
  'not-found',
  'context-differs',
  'ambiguous',
  'not-searched',
] as const;

/** What marks can be exported as. */
export const EXPORT_FORMATS = ['markdown', 'html', 'csv', 'json-ld'] as const;

/**
 * What becomes of an imported record. `placed`: its passage stands letter for letter; `repaired`: written
 * differently; `approximate`: words differ; `orphaned`: kept without a place; `unplaced`: kept, its place not looked for;
 * `unsearched`: not kept, its article not looked for; `known`: it is already there.
 */
export const IMPORT_STATES = [
  'placed',
  'repaired',
  'approximate',
  'orphaned',
  'unplaced',
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
