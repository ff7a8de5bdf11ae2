/** Stroke icons on a 24-unit box, drawn for Hashiya. */
const ICON_PATHS = {
  book: [
    'M12 6.2C10 4.8 7.4 4.2 4 4.2v13.6c3.4 0 6 .6 8 2 2-1.4 4.6-2 8-2V4.2c-3.4 0-6 .6-8 2z',
    'M12 6.2v13.6',
  ],
  lib: ['M4 5v14M8 5v14M12 5v14', 'm15.5 5.6 4.5 13'],
  bm: ['M7 4.5h10v15l-5-3.6-5 3.6z'],
  hl: ['M5 20h14', 'm9 15 7.4-8.6a1.6 1.6 0 0 1 2.2-.2l.6.5a1.6 1.6 0 0 1 .2 2.2L12 17.4l-3.4.4z'],
  note: ['M5 4.5h14v10l-4.5 5H5z', 'M19 14.5h-4.5v5M8.5 9h7M8.5 12.5h4'],
  tag: [
    'M4.5 12.2V5.5a1 1 0 0 1 1-1h6.7l7.3 7.3a1.4 1.4 0 0 1 0 2l-5.7 5.7a1.4 1.4 0 0 1-2 0z',
    'M8.6 8.6h.01',
  ],
  search: ['M5 11a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', 'm15.6 15.6 4 4'],
  back: ['M19 12H5m0 0 6-6m-6 6 6 6'],
  chev: ['m14.5 6-6 6 6 6'],
  down: ['m6 9.5 6 6 6-6'],
  theme: ['M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', 'M12 4a8 8 0 0 1 0 16z'],
  more: [
    'M4.9 12a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0 -2.2 0z',
    'M10.9 12a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0 -2.2 0z',
    'M16.9 12a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0 -2.2 0z',
  ],
  side: ['M3.5 5h17v14h-17z', 'M14.5 5v14M17 9h1M17 12h1'],
  x: ['m6.5 6.5 11 11m0-11-11 11'],
  copy: ['M8.5 8.5h11v11h-11z', 'M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2'],
  trash: ['M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  filter: ['M4 6.5h16M7 12h10M10 17.5h4'],
  warn: ['M12 4.5 3.5 19h17z', 'M12 10v4M12 16.6h.01'],
  list: ['M9 6.5h11M9 12h11M9 17.5h11', 'M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01'],
  minus: ['M5 12h14'],
  plus: ['M5 12h14M12 5v14'],
  undo: ['M8.5 5 4.5 9l4 4', 'M4.5 9h9a5.5 5.5 0 0 1 0 11h-3'],
  redo: ['m15.5 5 4 4-4 4', 'M19.5 9h-9a5.5 5.5 0 0 0 0 11h3'],
  up: ['m6 14.5 6-6 6 6'],
  type: ['M5 18.5 10 6l5 12.5M6.7 14.5h6.6', 'M17 18.5v-7m-1.6 0h3.2'],
  help: [
    'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z',
    'M9.6 9.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9M12 16.6h.01',
  ],
  settings: [
    'M4 8h7m6 0h3M4 16h3m6 0h7',
    'M11 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z',
    'M7 16a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z',
  ],
  saved: ['M4 13.5V19h16v-5.5', 'M12 4.5v9.6m-4-4 4 4 4-4'],
  'saved-on': ['M4 13.5V19h16v-5.5', 'm7.5 9.5 3.4 3.4 5.8-6.6'],
  clock: ['M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', 'M12 7.5V12l3 2'],
  focus: ['M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'],
  print: [
    'M7.5 8.5v-4h9v4M7.5 16.5h-2A1.5 1.5 0 0 1 4 15v-5a1.5 1.5 0 0 1 1.5-1.5h13A1.5 1.5 0 0 1 20 10v5a1.5 1.5 0 0 1-1.5 1.5h-2',
    'M7.5 13.5h9v6h-9z',
  ],
  doc: ['M6 3.8h8l4 4v12.4H6z', 'M13.6 4v4.2H18M9 12.5h6M9 16h4'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Icons of what is on are the same, filled. */
const FILLED = { 'bm-filled': 'bm' } as const;

export type IconName = keyof typeof ICON_PATHS | keyof typeof FILLED;

export const isFilled = (name: IconName): name is keyof typeof FILLED => name in FILLED;

export const iconPaths = (name: IconName): readonly string[] =>
  ICON_PATHS[isFilled(name) ? FILLED[name] : name];

/** Icons that point along the line of reading, mirrored right to left. */
export const MIRRORED: ReadonlySet<IconName> = new Set(['back', 'chev', 'side', 'list', 'lib']);
