import { assertNever } from '../domain/result.ts';
import { citeAsBibtex } from './cite-as-bibtex.ts';
import { citeAsRis } from './cite-as-ris.ts';
import { citeAsText } from './cite-as-text.ts';
import type { Passage } from './passage.ts';

/** The forms of a citation: a sentence, a BibLaTeX entry, a RIS record. */
export const CITATION_STYLES = ['text', 'bibtex', 'ris'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Cites a passage in the given style. Unknown details are left out. */
export function cite(style: CitationStyle, passage: Passage): string {
  switch (style) {
    case 'text':
      return citeAsText(passage);
    case 'bibtex':
      return citeAsBibtex(passage);
    case 'ris':
      return citeAsRis(passage);
    default:
      return assertNever(style);
  }
}
