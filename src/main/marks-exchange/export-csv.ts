import { tagsOf } from '#shared/arabic/note-tags.ts';
import type { PlaceInText } from '#shared/document/places.ts';
import { csvLine } from '#shared/domain/csv.ts';
import { hijriDate } from '#shared/i18n/calendars.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { citationOf } from './cite-annotation.ts';
import { type ExportOptions, type ExportedArticle, titleOf } from './exported.ts';

/** With this mark, spreadsheets open the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS = [
  'title',
  'author',
  'outlet',
  'date',
  'hijri',
  'chapter',
  'page',
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
      const { annotation, place } = mark;
      return {
        title: titleOf(exported),
        author: exported.article?.author ?? '',
        outlet: exported.article?.outlet ?? '',
        date: exported.article?.date ?? '',
        hijri: hijriDate(exported.article?.date ?? null) ?? '',
        chapter: place?.chapter ?? '',
        page: pagesOf(place),
        paragraph: paragraphOf(place),
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
  const head = COLUMNS.map((column) => translate(`export.column.${column}`));
  const lines = rows.map((row) => COLUMNS.map((column) => row[column]));
  return BYTE_ORDER_MARK + [head, ...lines].map(csvLine).join('');
}

const pagesOf = (place: PlaceInText | null): string =>
  [place?.page, place?.lastPage].filter((page) => typeof page === 'string').join('–');

/** Returns the number of the paragraph; the introduction has none, so it is named. */
const paragraphOf = (place: PlaceInText | null): string =>
  place?.paragraph === 0 ? translate('search.intro') : String(place?.paragraph ?? '');
