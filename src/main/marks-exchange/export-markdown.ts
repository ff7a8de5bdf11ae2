import { findNoteTags, tagsOf } from '#shared/arabic/note-tags.ts';
import { lengthWithout } from '#shared/domain/text.ts';
import { hijriDate } from '#shared/i18n/calendars.ts';
import { placeLabel } from '#shared/citation/place-label.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate, withoutIsolates } from '#shared/i18n/translate.ts';
import { sourceOf } from './cite-annotation.ts';
import { escapeLine, escapeSigns, escapeStart, splitLines } from './markdown/escape.ts';
import { writePassage } from './markdown/passage.ts';
import { writeParts } from './markdown/parts.ts';
import { startWriting } from './markdown/writing.ts';
import { numberMarks } from './numbered-mark.ts';
import {
  type ExportOptions,
  type ExportedAnnotation,
  type ExportedArticle,
  titleOf,
} from './exported.ts';

/**
 * Writes Markdown for Obsidian: front matter, the text of each article when it is asked for, and for each mark a heading
 * with its position, the passage as a quotation, note, tags and source. Text of the reader or of an article is escaped,
 * so no mark-up in it works.
 */
export function exportMarkdown(
  articles: readonly ExportedArticle[],
  options: ExportOptions,
): string {
  const sections = articles.map((exported, index) =>
    [
      `# ${escapeLine(titleOf(exported))}`,
      ...(options.text ? writeText(exported, articles.length > 1 ? `a${index + 1}-` : '') : []),
      ...exported.annotations.map((mark) => writeMark(exported, mark, options)),
    ].join('\n\n'),
  );
  return `${frontMatter(articles, options)}\n${sections.join('\n\n')}\n`;
}

/** Writes the text of an article, and the heading of its marks. */
function writeText({ article, annotations }: ExportedArticle, prefix: string): string[] {
  if (!article) return [];
  const writing = startWriting(article, numberMarks(annotations), prefix);
  const title = annotations.length === 0 ? [] : [`## ${translate('export.title')}`];
  return [writeParts(article.blocks, writing), ...title];
}

/** Writes YAML. Titles are JSON strings, which are valid YAML, so nothing in a title can end them. */
function frontMatter(articles: readonly ExportedArticle[], { now }: ExportOptions): string {
  const [only] = articles.length === 1 ? articles : [];
  const meanings = articles.flatMap((each) =>
    each.annotations.flatMap(({ annotation }) => tagsOf(annotation)),
  );
  const fields: readonly (readonly [string, unknown])[] = [
    ['title', only ? titleOf(only) : translate('export.title')],
    ['author', only?.article?.author ?? null],
    ['source', only?.article?.outlet ?? null],
    ['date', only?.article?.date ?? null],
    ['url', only?.article?.address ?? null],
    ['hijri', hijriDate(only?.article?.date ?? null)],
    ['article', only?.articleId ?? null],
    ['annotations', articles.reduce((sum, each) => sum + each.annotations.length, 0)],
    ['tags', ['hashiya', ...new Set(meanings.map(asObsidianTag).filter((tag) => tag !== ''))]],
    ['exported', now.toISOString()],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Keeps only letters, digits, `-`, `_` and `/`. A blank becomes an underscore, as in a note. */
const asObsidianTag = (tag: string): string =>
  withoutEnds(tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '_'));

const withoutEnds = (name: string): string =>
  name.slice(0, lengthWithout(name, /[-_]/)).replace(/^[-_]+/, '');

function writeMark(
  exported: ExportedArticle,
  mark: ExportedAnnotation,
  { citations, text }: ExportOptions,
): string {
  const { annotation } = mark;
  const place = escapeLine(withoutIsolates(placeLabel(mark.place) ?? translate('export.orphan')));
  // A tag that is written in the note is also a tag in Markdown, so it is not repeated.
  const tags = annotation.tags.map((tag) => `#${asObsidianTag(tag)}`).filter((tag) => tag !== '#');
  const parts = [
    `${text ? '###' : '##'} ${place} · ${escapeLine(meaningName(annotation.meaning))}`,
    writePassage(exported, mark),
    annotation.note.trim() === '' ? null : noteLines(annotation.note),
    tags.length === 0 ? null : tags.join(' '),
    citations ? `— ${escapeLine(withoutIsolates(sourceOf(exported, mark)))}` : null,
    // Another note can link to the mark by this name.
    `^${annotation.id}`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

/** A backslash keeps each line end of a note, and empty lines separate paragraphs. */
const noteLines = (note: string): string =>
  splitLines(note.trim())
    .map(escapeNoteLine)
    .join('\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');

/** Keeps each `#word` of the note as a tag that ends at the same letter as in Hashiya. */
function escapeNoteLine(line: string): string {
  const text = line.trim();
  let written = '';
  let done = 0;
  for (const { start, end } of findNoteTags(text)) {
    written += escapeAfterTag(text.slice(done, start), done) + text.slice(start, end);
    done = end;
  }
  return escapeStart(written + escapeAfterTag(text.slice(done), done));
}

/** Ends a tag before `-` and `/`, where Hashiya ends it and Obsidian would read on. */
const escapeAfterTag = (text: string, start: number): string =>
  start === 0 ? escapeSigns(text) : escapeSigns(text).replace(/^[-/]/, '\\$&');
