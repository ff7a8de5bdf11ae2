import { tagsOf } from '#shared/arabic/note-tags.ts';
import { dateInBothCalendars } from '#shared/i18n/calendars.ts';
import { placeLabel } from '#shared/citation/place-label.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate, withoutIsolates } from '#shared/i18n/translate.ts';
import { creditText, imprintOf } from '#shared/citation/source-parts.ts';
import { creditsOf } from '#shared/domain/publication.ts';
import { EXPORT_STYLE } from './export-style.ts';
import {
  type ExportOptions,
  type ExportedAnnotation,
  type ExportedArticle,
  titleOf,
} from './exported.ts';
import { escapeHtml } from './escape-html.ts';
import { writeParts } from './html/parts.ts';
import { startWriting } from './html/writing.ts';
import { type NumberedMark, numberMarks } from './numbered-mark.ts';

/** With this policy the page loads nothing and runs nothing, whatever opens it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * Writes the articles with their marks as `<mark>` and the notes as footnotes: one self-contained page, right to left,
 * without script. Everything that comes from articles or the reader is escaped.
 */
export function exportHtml(articles: readonly ExportedArticle[], options: ExportOptions): string {
  const [only] = articles.length === 1 ? articles : [];
  const title = only ? titleOf(only) : translate('export.title');
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Hashiya">
<meta name="date" content="${options.now.toISOString()}">
<title>${escapeHtml(title)}</title>
<style>
${EXPORT_STYLE}
</style>
</head>
<body>
${articles.map((exported, index) => writeArticle(exported, `a${index + 1}`)).join('\n')}
${writeLegend()}
</body>
</html>
`;
}

function writeArticle(exported: ExportedArticle, prefix: string): string {
  const { article, annotations } = exported;
  const marks = numberMarks(annotations);
  const orphans = annotations.filter(({ span }) => span === null);
  const date = dateInBothCalendars(article?.date ?? null);
  const facts = article ? [...creditsOf(article).map(creditText), ...imprintOf(article)] : [];
  const source = withoutIsolates([...facts, ...(date === null ? [] : [date])].join('، '));
  const address = readWebAddress(article?.address ?? '');
  const text = article ? ` lang="${escapeHtml(article.language)}" dir="${article.direction}"` : '';
  return `<article>
<div${text}>
<h1>${escapeHtml(titleOf(exported))}</h1>
${source === '' ? '' : `<p class="source">${escapeHtml(source)}</p>`}
${address === null ? '' : writeAddress(address)}
${article ? writeParts(article.blocks, startWriting(article, marks, prefix)) : ''}
</div>
${writeNotes(marks, prefix)}
${writeOrphans(orphans)}
</article>`;
}

/** Writes the whole address as the text of its link. The browser sends no referrer, so the site does not learn of the file. */
function writeAddress(address: string): string {
  const shown = escapeHtml(address);
  return `<p class="source address" dir="ltr"><a href="${shown}" rel="noreferrer">${shown}</a></p>`;
}

function writeNotes(marks: readonly NumberedMark[], prefix: string): string {
  const noted = marks.filter(({ number }) => number !== null);
  if (noted.length === 0) return '';
  const items = noted.map(({ annotation, number, place: where }) => {
    const place = escapeHtml(placeLabel(where) ?? '');
    const back = `<a class="back" href="#${prefix}-ref-${number}">${place}</a>`;
    return `<li id="${prefix}-note-${number}">${writeNote(annotation)}${writeTags(annotation)} ${back}</li>`;
  });
  const title = escapeHtml(translate('export.notes'));
  return `<section class="notes"><h2>${title}</h2><ol>\n${items.join('\n')}\n</ol></section>`;
}

/** Writes the marks without an anchor, so that no mark is left out. */
function writeOrphans(marks: readonly ExportedAnnotation[]): string {
  if (marks.length === 0) return '';
  const items = marks.map(
    ({ annotation }) =>
      `<li><blockquote dir="auto"><mark class="${annotation.meaning}">${escapeHtml(annotation.quote.exact)}</mark></blockquote>${writeNote(annotation)}${writeTags(annotation)}</li>`,
  );
  const title = escapeHtml(translate('export.orphans'));
  return `<section class="orphans"><h2>${title}</h2><ul>\n${items.join('\n')}\n</ul></section>`;
}

type Annotated = ExportedAnnotation['annotation'];

const writeNote = ({ note }: Annotated): string =>
  note.trim() === '' ? '' : `<div class="note" dir="auto">${escapeHtml(note)}</div>`;

const writeTags = (annotation: Annotated): string =>
  tagsOf(annotation)
    .map((tag) => ` <span class="tag" dir="auto">${escapeHtml(tag)}</span>`)
    .join('');

/** Writes what each colour means. */
function writeLegend(): string {
  const items = MEANINGS.map(
    (meaning) => `<mark class="${meaning}">${escapeHtml(meaningName(meaning))}</mark>`,
  );
  return `<footer>${items.join(' ')}</footer>`;
}
