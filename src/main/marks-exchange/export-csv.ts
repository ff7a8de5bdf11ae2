import { tagsOf } from '#shared/arabic/note-tags.ts';
import { hijriDate } from '#shared/i18n/calendars.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { citationOf } from './cite-annotation.ts';
import { type ExportOptions, type ExportedArticle, titleOf } from './exported.ts';

/** With this mark, spreadsheets open the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Matches a cell that a spreadsheet would calculate, even behind blanks and invisible characters. */
const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** What a spreadsheet with another separator than the comma may take for the end of a cell, with blanks. */
const BETWEEN = /[;|\s\p{Cc}\p{Cf}\p{Z}]+/gu;
const SEPARATOR = /[;|\t\n\v\f\r\u0085\u2028\u2029]/u;
const SIGN = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Disarms a formula after such a separator, because there a quotation mark of RFC 4180 protects only the first cell. */
const guard = (between: string, at: number, value: string): string =>
  SEPARATOR.test(between) && SIGN.test(value.slice(at + between.length, at + between.length + 1))
    ? `${between}'`
    : between;

const COLUMNS = [
  'title',
  'author',
  'outlet',
  'date',
  'hijri',
  'paragraph',
  'meaning',
  'quote',
  'note',
  'tags',
  'citation',
  'created',
  'updated',
  'address',
  'article',
  'id',
] as const;

/** Writes one mark per row by RFC 4180. No cell can become a formula. */
export function exportCsv(articles: readonly ExportedArticle[], options: ExportOptions): string {
  const rows = articles.flatMap((exported) =>
    exported.annotations.map((mark): Readonly<Record<(typeof COLUMNS)[number], string>> => {
      const { annotation, paragraph } = mark;
      return {
        title: titleOf(exported),
        author: exported.article?.author ?? '',
        outlet: exported.article?.outlet ?? '',
        date: exported.article?.date ?? '',
        hijri: hijriDate(exported.article?.date ?? null) ?? '',
        paragraph: paragraph === null ? '' : String(paragraph),
        meaning: meaningName(annotation.meaning),
        quote: annotation.quote.exact,
        note: annotation.note,
        tags: tagsOf(annotation).join('، '),
        citation: options.citations ? citationOf(exported, mark) : '',
        created: annotation.createdAt,
        updated: annotation.updatedAt,
        address: exported.article?.address ?? '',
        article: exported.articleId,
        id: annotation.id,
      };
    }),
  );
  const head = COLUMNS.map((column) => writeCell(translate(`export.column.${column}`)));
  const lines = rows.map((row) => COLUMNS.map((column) => writeCell(row[column])));
  return BYTE_ORDER_MARK + [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function writeCell(value: string): string {
  const safe = (FORMULA.test(value) ? `'${value}` : value).replace(BETWEEN, guard);
  return `"${withoutNul(safe).replaceAll('"', '""')}"`;
}

/** Replaces NUL, because some programs end a cell there. */
const withoutNul = (value: string): string => value.replaceAll('\0', '\ufffd');
