import type { DocumentFormat } from '#main/convert/document.ts';
import type { SampleArticle } from './sample-articles.ts';
import { writeDocx } from './write-docx.ts';
import { writeEpub } from './write-epub.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeMhtml } from './write-mhtml.ts';
import { writePdf } from './write-pdf.ts';
import { writeText } from './write-text.ts';

export interface SampleFormat {
  readonly format: DocumentFormat;
  readonly ending: string;
  /** The details that the format can state. */
  readonly states: readonly ('author' | 'date')[];
  readonly write: (article: SampleArticle) => Uint8Array | Promise<Uint8Array>;
}

/** How the sample articles are written in every format. */
export const SAMPLE_FORMATS: readonly SampleFormat[] = [
  { format: 'text', ending: 'txt', states: [], write: writeText },
  { format: 'markdown', ending: 'md', states: ['author', 'date'], write: writeMarkdown },
  { format: 'html', ending: 'html', states: ['author', 'date'], write: writeHtml },
  { format: 'mhtml', ending: 'mhtml', states: ['author', 'date'], write: writeMhtml },
  { format: 'epub', ending: 'epub', states: ['author', 'date'], write: writeEpub },
  { format: 'docx', ending: 'docx', states: ['author'], write: writeDocx },
  { format: 'pdf', ending: 'pdf', states: ['author'], write: (article) => writePdf(article) },
];
