import type { ArticleSummary } from '#shared/domain/article.ts';

/** How the cover of a document is drawn. */
export type CoverLook =
  | { readonly kind: 'book'; readonly colour: number; readonly ornament: number }
  /** A sheet with writing. Some formats are named on it. */
  | { readonly kind: 'sheet'; readonly label: string | null };

/** The number of bindings in `Cover.module.css`. */
const COLOURS = 7;

/** The formats that are named on a sheet, because readers know them. */
const LABELS: Readonly<Partial<Record<string, string>>> = { pdf: 'PDF', docx: 'DOCX' };

/** Ornaments on a 40-unit box: an arch, a sun, waves, a leaf, an eight-pointed star, a page and a lattice. */
export const ORNAMENTS: readonly string[] = [
  'M4 38V20C4 9 12 3 20 2c8 1 16 7 16 18v18M10 38V21c0-7 5-11 10-12 5 1 10 5 10 12v17M16 38V24c0-4 2-6 4-7 2 1 4 3 4 7v14M2 38h36',
  'M13 20a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM8 20a12 12 0 1 0 24 0a12 12 0 1 0-24 0zM20 1v5M20 34v5M1 20h5M34 20h5M6.500 6.500l4 4M29.500 29.500l4 4M33.500 6.500l-4 4M10.500 29.500l-4 4',
  'M1 10c6-6 12-6 19 0s13 6 19 0M1 18c6-6 12-6 19 0s13 6 19 0M1 26c6-6 12-6 19 0s13 6 19 0M1 34c6-6 12-6 19 0s13 6 19 0',
  'M20 38V8M20 14c-6 0-10-3-11-9 6 0 10 3 11 9zM20 14c6 0 10-3 11-9-6 0-10 3-11 9zM20 25c-6 0-11-3-12-9 6 0 11 3 12 9zM20 25c6 0 11-3 12-9-6 0-11 3-12 9zM20 35c-5 0-9-3-10-7 5 0 9 2 10 7zM20 35c5 0 9-3 10-7-5 0-9 2-10 7z',
  'M8 8h24v24H8zM20 3l17 17-17 17L3 20zM14 20a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
  'M9 5h22v30H9zM13 11h14M13 16h14M13 21h14M13 26h9M4 8v24M36 12v16M1 14v12',
  'M20 2 38 20 20 38 2 20zM20 9.500 30.500 20 20 30.500 9.500 20zM20 2v36M2 20h36',
];

/** The cover of an article, which is always the same for the same article. */
export function coverOf({ title, own }: ArticleSummary): CoverLook {
  const format = own?.original.format;
  if (format !== 'epub') return { kind: 'sheet', label: (format && LABELS[format]) ?? null };
  const hash = hashOf(title);
  return {
    kind: 'book',
    colour: hash % COLOURS,
    ornament: Math.floor(hash / COLOURS) % ORNAMENTS.length,
  };
}

/** Characters that separate a title from its subtitle when a blank follows. */
const CUTS = [':', '：', '–', '—'] as const;

/** The title on a cover, without the part after a colon or a dash. */
export function shortTitle(title: string): string {
  const places = CUTS.map((cut) => title.indexOf(`${cut} `)).filter((at) => at > 0);
  return places.length === 0 ? title : title.slice(0, Math.min(...places)).trim();
}

/** The FNV-1a hash of a text, an unsigned 32-bit number. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
