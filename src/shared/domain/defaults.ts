import type { ArticleMarks } from './anchored-marks.ts';
import type { Shelf } from './annotation.ts';
import type { Settings } from './settings.ts';

export const NO_MARKS: ArticleMarks = {
  annotations: [],
  bookmarks: [],
  reading: null,
  shelf: null,
};

export const NO_SHELF: Shelf = { savedAt: null, finished: null };

export const DEFAULT_SETTINGS: Settings = {
  language: 'ar',
  digits: 'latn',
  months: 'levantine',
  hijri: true,
  theme: 'system',
  readingFont: 'naskh',
  readingSizePx: 21,
  readingLineHeight: 1.95,
  readingMeasureEm: 29,
  readingWeight: 400,
  justify: false,
  hideTashkeel: false,
  motion: 'system',
  lastMeaning: 'important',
  singleKeys: true,
  meaningNames: {},
  highlightLines: false,
  markHintClosed: false,
  articleAppearances: {},
  libraryView: 'comfortable',
  libraryOrder: 'added',
  newSeenUntil: null,
};
