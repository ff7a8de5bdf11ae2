import type { AnchoredMarks, ArticleMarks } from './annotation.ts';
import type { Settings } from './settings.ts';

export const NO_MARKS: ArticleMarks & AnchoredMarks = {
  annotations: [],
  bookmarks: [],
  reading: null,
};

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  readingFont: 'naskh',
  readingSizePx: 21,
  lastMeaning: 'important',
  singleKeys: true,
};
