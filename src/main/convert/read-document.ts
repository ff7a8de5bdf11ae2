import { fail } from '#shared/domain/result.ts';
import type { DocumentFormat, ReadDocument } from './document.ts';
import { readDocx } from './docx/read-docx.ts';
import { readEpub } from './epub/read-epub.ts';
import { readHtml } from './html/read-html.ts';
import { MAX_FILE_BYTES, MAX_PDF_BYTES } from './limits.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readMhtml } from './mhtml/read-mhtml.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { sniffFormat } from './sniff.ts';
import { readText } from './text/read-text.ts';

const ROOMS: Readonly<Record<DocumentFormat, ReadDocument>> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  mhtml: readMhtml,
  epub: readEpub,
  docx: readDocx,
  pdf: readPdf,
};

/** Reads a file of any known format: it decides by content and then by name, and calls the format's converter. */
export const readDocument: ReadDocument = async (bytes, name) => {
  if (bytes.length === 0) return fail({ code: 'import/empty-file' });
  const sniffed = sniffFormat(bytes, name);
  if (!sniffed.ok) return sniffed;
  const limit = sniffed.value === 'pdf' ? MAX_PDF_BYTES : MAX_FILE_BYTES;
  if (bytes.length > limit) return fail({ code: 'import/too-large' });
  return ROOMS[sniffed.value](bytes, name);
};
