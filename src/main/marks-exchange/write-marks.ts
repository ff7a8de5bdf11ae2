import type { ExportFormat } from '#shared/domain/exchange.ts';
import { assertNever } from '#shared/domain/result.ts';
import { exportCsv } from './export-csv.ts';
import { exportHtml } from './export-html.ts';
import { exportMarkdown } from './export-markdown.ts';
import { exportWebAnnotations } from './export-web-annotation.ts';
import type { ExportOptions, ExportedArticle } from './exported.ts';

/** The ending of a file of each format, without the dot. */
export const EXTENSIONS = {
  markdown: 'md',
  html: 'html',
  csv: 'csv',
  'json-ld': 'jsonld',
} as const satisfies Record<ExportFormat, string>;

/** Writes the text of an export. JSON-LD contains every mark, whatever the other formats leave out. */
export function writeMarks(
  format: ExportFormat,
  articles: readonly ExportedArticle[],
  options: ExportOptions & { readonly newId: () => string },
): string {
  const shown = options.onlyNotes ? articles.flatMap(withNotes) : articles;
  switch (format) {
    case 'markdown':
      return exportMarkdown(shown, options);
    case 'html':
      return exportHtml(shown, options);
    case 'csv':
      return exportCsv(shown, options);
    case 'json-ld':
      return exportWebAnnotations(articles, options);
    default:
      return assertNever(format);
  }
}

function withNotes(exported: ExportedArticle): readonly ExportedArticle[] {
  const annotations = exported.annotations.filter(
    ({ annotation }) => annotation.note.trim() !== '',
  );
  return annotations.length === 0 ? [] : [{ ...exported, annotations }];
}
