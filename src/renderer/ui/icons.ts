import type { Meaning } from '#shared/domain/annotation.ts';

/**
 * Stroke icons on a 24-unit box, drawn for Hashiya. Each icon means one thing everywhere: a box for saved articles, books
 * for the library, a ring for articles that are being read, a tray with an arrow for import and export.
 */
const ICON_PATHS = {
  book: [
    'M12 6.2C10 4.8 7.4 4.2 4 4.2v13.6c3.4 0 6 .6 8 2 2-1.4 4.6-2 8-2V4.2c-3.4 0-6 .6-8 2z',
    'M12 6.2v13.6',
  ],
  lib: [
    'M4.9 4.5h2.4a1.1 1.1 0 0 1 1.1 1.1v12.8a1.1 1.1 0 0 1-1.1 1.1H4.9a1.1 1.1 0 0 1-1.1-1.1V5.6a1.1 1.1 0 0 1 1.1-1.1z',
    'M9.5 7h2.2a1.1 1.1 0 0 1 1.1 1.1v10.3a1.1 1.1 0 0 1-1.1 1.1H8.4V8.1A1.1 1.1 0 0 1 9.5 7z',
    'm14.6 8.2 3.4-.9 2.9 11-3.4.9z',
    'M3.8 8.3h4.6M8.4 16.2h4.4',
  ],
  reading: [
    { d: 'M4.5 12a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0z', look: 'faint' },
    { d: 'M12 4.5a7.5 7.5 0 0 1 6.5 11.25', look: 'bold' },
  ],
  saved: [
    'M4.7 5h14.6a1.2 1.2 0 0 1 1.2 1.2v2.1a1.2 1.2 0 0 1-1.2 1.2H4.7a1.2 1.2 0 0 1-1.2-1.2V6.200A1.2 1.2 0 0 1 4.7 5z',
    'M5.2 9.5v8a1.5 1.5 0 0 0 1.5 1.5h10.6a1.5 1.5 0 0 0 1.5-1.5v-8M10 13h4',
  ],
  'saved-on': [
    {
      d: 'M4.7 4.500h14.600a1.2 1.2 0 0 1 1.2 1.200v2.300a.8.8 0 0 1-.8.8H4.300a.8.8 0 0 1-.8-.8V5.700a1.2 1.2 0 0 1 1.2-1.200z',
      look: 'solid',
    },
    {
      d: 'M5 10.200h14v7.600a1.7 1.7 0 0 1-1.7 1.700H6.700A1.7 1.7 0 0 1 5 17.800zM10 12.300a.8.8 0 0 0 0 1.600h4a.8.8 0 0 0 0-1.600z',
      look: 'solid',
    },
  ],
  bm: ['M7 4.5h10v15l-5-3.6-5 3.6z'],
  bookmarks: ['M6 8h8.5v12l-4.2-3-4.3 3z', 'M9.5 4.500H18v11.500'],
  hl: ['M5 20h14', 'm9 15 7.4-8.6a1.6 1.6 0 0 1 2.2-.2l.6.5a1.6 1.6 0 0 1 .2 2.2L12 17.4l-3.4.4z'],
  // `Shape` fills these outlines of the kinds of highlights, so each is a single path.
  important: ['M6 12a6 6 0 1 0 12 0a6 6 0 1 0-12 0z'],
  fact: ['M6.5 6.500h11v11h-11z'],
  statement: ['M12 5.5 19 18H5z'],
  question: ['m12 5 7 7-7 7-7-7z'],
  followup: [
    'm12 5 2.100 4.600 5 .5-3.700 3.400 1 5-4.400-2.500-4.400 2.500 1-5-3.700-3.400 5-.5z',
  ],
  note: ['M5 4.5h14v10l-4.5 5H5z', 'M19 14.5h-4.5v5M8.5 9h7M8.5 12.5h4'],
  search: ['M5 11a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', 'm15.6 15.6 4 4'],
  back: ['M19 12H5m0 0 6-6m-6 6 6 6'],
  forward: ['M5 12h14m0 0-6-6m6 6-6 6'],
  chev: ['m14.5 6-6 6 6 6'],
  down: ['m6 9.5 6 6 6-6'],
  up: ['m6 14.5 6-6 6 6'],
  'next-hit': ['M4 9a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM11 12l2.5 2.5', 'M18 6v12m0 0-3-3m3 3 3-3'],
  'previous-hit': ['M4 9a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM11 12l2.5 2.5', 'M18 18V6m0 0-3 3m3-3 3 3'],
  'next-article': ['M4 5h5.500l3 3v11H4z', 'M18 6v12m0 0-3-3m3 3 3-3'],
  'previous-article': ['M4 5h5.500l3 3v11H4z', 'M18 18V6m0 0-3 3m3-3 3 3'],
  'next-highlight': [
    'M3.5 19h9',
    'm6 15 4.4-5.200a1.2 1.2 0 0 1 1.7-.1l.4.3a1.2 1.2 0 0 1 .1 1.700L8.3 16.800l-2.6.3z',
    'M18 6v12m0 0-3-3m3 3 3-3',
  ],
  'previous-highlight': [
    'M3.5 19h9',
    'm6 15 4.4-5.200a1.2 1.2 0 0 1 1.7-.1l.4.3a1.2 1.2 0 0 1 .1 1.700L8.3 16.800l-2.6.3z',
    'M18 18V6m0 0-3 3m3-3 3 3',
  ],
  theme: ['M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', { d: 'M12 4a8 8 0 0 1 0 16z', look: 'solid' }],
  more: [
    { d: 'M4.4 12a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z', look: 'solid' },
    { d: 'M10.4 12a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z', look: 'solid' },
    { d: 'M16.4 12a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z', look: 'solid' },
  ],
  side: [
    'M5.5 5h13a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z',
    'M14.5 5v14M17 9h1M17 12h1',
  ],
  x: ['m6.5 6.5 11 11m0-11-11 11'],
  copy: [
    'M10.5 8.500h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z',
    'M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2',
  ],
  cite: [
    'M19.5 6.500H12M19.5 10.500H9M19.5 14.500H14',
    'm5 5.3 1.7-1.300v6',
    'M19.5 19.500h-6M10.5 19.500H5',
  ],
  paste: [
    'M8.5 5.500h-2A1.5 1.5 0 0 0 5 7v11.500A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.500V7a1.5 1.5 0 0 0-1.5-1.500h-2',
    'M8.5 4h7v3.500h-7zM9 12h6M9 15.500h4',
  ],
  tag: [
    'M4.5 12.200V5.500a1 1 0 0 1 1-1h6.700l7.3 7.300a1.4 1.4 0 0 1 0 2l-5.7 5.700a1.4 1.4 0 0 1-2 0z',
    { d: 'M8.6 8.600h.01', look: 'bold' },
  ],
  tags: [
    'M3.5 12.5V7a1 1 0 0 1 1-1H10l6 6a1.3 1.3 0 0 1 0 1.900l-4.600 4.600a1.3 1.3 0 0 1-1.900 0z',
    'm13 6 6.500 6.500a1.3 1.3 0 0 1 0 1.900l-3.600 3.600M7.5 9.500h.01',
  ],
  history: ['M5 12a7 7 0 1 0 2.2-5.100', 'M5 4.500v3.800h3.800M12 8.500v4l2.5 1.500'],
  folder: [
    'M3.5 7A1.5 1.5 0 0 1 5 5.500h4.200l2 2.300H19a1.5 1.5 0 0 1 1.5 1.500v8.200A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.500z',
  ],
  update: [
    'M5.5 10A7 7 0 0 1 18 8.500M18.5 14A7 7 0 0 1 6 15.5',
    'M18.5 4.500v4h-4M5.5 19.500v-4h4',
  ],
  trash: ['M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  filter: ['M4 6.5h16M7 12h10M10 17.5h4'],
  warn: ['M12 4.5 3.5 19h17z', 'M12 10v4M12 16.6h.01'],
  palette: ['m5.5 7.5 4.5 4.5-4.5 4.500M12 17h7'],
  'zoom-in': ['M5 11a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', 'm15.6 15.6 4 4M8.5 11h5M11 8.500v5'],
  'zoom-out': ['M5 11a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', 'm15.6 15.6 4 4M8.5 11h5'],
  place: ['M12 20.500s6-5.300 6-10a6 6 0 0 0-12 0c0 4.700 6 10 6 10z', 'M12 8.500v4M10 10.500h4'],
  fit: [
    'M4 8V5.500A1.5 1.5 0 0 1 5.5 4H8M16 4h2.500A1.5 1.5 0 0 1 20 5.500V8',
    'M20 16v2.500a1.5 1.5 0 0 1-1.5 1.500H16M8 20H5.5A1.5 1.5 0 0 1 4 18.500V16',
    'M9 9.500h6v5H9z',
  ],
  minus: ['M5 12h14'],
  plus: ['M5 12h14M12 5v14'],
  equal: ['M5 9.500h14M5 14.500h14'],
  undo: ['M6 8.500A7.5 7.5 0 1 1 4.6 14', 'M5.5 4v5h5'],
  redo: ['M18 8.500A7.5 7.5 0 1 0 19.4 14', 'M18.5 4v5h-5'],
  import: [
    'M12 4v10.500m0 0 4-4m-4 4-4-4',
    'M4.5 15v3A1.5 1.5 0 0 0 6 19.500h12a1.5 1.5 0 0 0 1.5-1.500v-3',
  ],
  export: [
    'M12 15V4m0 0 4 4m-4-4-4 4',
    'M4.5 15v3A1.5 1.5 0 0 0 6 19.500h12a1.5 1.5 0 0 0 1.5-1.500v-3',
  ],
  type: ['M5 18.5 10 6l5 12.5M6.7 14.5h6.6', 'M17 18.5v-7m-1.6 0h3.2'],
  select: [
    'M9 4.500c2 0 3 .9 3 2.500v10c0 1.6-1 2.5-3 2.500M15 4.500c-2 0-3 .9-3 2.500M15 19.500c-2 0-3-.9-3-2.5',
  ],
  help: [
    'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z',
    'M9.6 9.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9M12 16.6h.01',
  ],
  settings: [
    'M4 7h8.800M17.2 7H20M4 17h2.800M11.2 17H20',
    'M12.8 7a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z',
    'M6.8 17a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z',
  ],
  focus: ['M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'],
  print: [
    'M7.5 8.5v-4h9v4M7.5 16.5h-2A1.5 1.5 0 0 1 4 15v-5a1.5 1.5 0 0 1 1.5-1.5h13A1.5 1.5 0 0 1 20 10v5a1.5 1.5 0 0 1-1.5 1.5h-2',
    'M7.5 13.5h9v6h-9z',
  ],
  footnote: ['M20 6.500h-9M20 11.500h-9M20 17.500H4', 'm5 5.3 1.7-1.300v6'],
  page: ['M6.5 3.500h8l4 4v13h-12z', 'M14.5 3.500v4h4M9.5 12.500h6M9.5 16h4'],
  comfortable: ['M4 6h16M4 9.500h10M4 14.500h16M4 18h10'],
  contents: ['M4 6h11M7.5 10h10M7.5 14h8M4 18h12', 'M18.500 6h1.500'],
  compact: ['M4 5.500h16M4 9.800h16M4 14.200h16M4 18.500h16'],
  covers: [
    'M5 4.500h5a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5.500a1 1 0 0 1 1-1z',
    'M14.5 4.500H19a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1h-4.500a1 1 0 0 1-1-1V5.500a1 1 0 0 1 1-1z',
    'M4 18.500h7M13.5 18.500H20',
  ],
} as const satisfies Readonly<Record<string, readonly IconPath[]>>;

/** One path of an icon: a plain stroke, or one with a look, which is paler, thicker, or filled without a stroke. */
export type IconPath = string | { readonly d: string; readonly look: 'faint' | 'bold' | 'solid' };

/** Icons for the state "on" are filled, with the paths of the icon for "off". */
const FILLED = { 'bm-filled': 'bm' } as const;

export type IconName = keyof typeof ICON_PATHS | keyof typeof FILLED;

export const isFilled = (name: IconName): name is keyof typeof FILLED => name in FILLED;

export const iconPaths = (name: IconName): readonly IconPath[] =>
  ICON_PATHS[isFilled(name) ? FILLED[name] : name];

/** The single path of the icon of a meaning. A meaning without an icon is a type error here. */
export const iconOutline = (meaning: Meaning): string => ICON_PATHS[meaning][0];

export const ICON_NAMES = Object.keys(ICON_PATHS) as readonly (keyof typeof ICON_PATHS)[];

/** Icons that point in the reading direction. They are mirrored in a right-to-left interface. */
export const MIRRORED: ReadonlySet<IconName> = new Set([
  'contents',
  'forward',
  'back',
  'chev',
  'side',
  'lib',
  'comfortable',
  'compact',
  'palette',
]);
