import { hijriDate } from '#shared/i18n/calendars.ts';
import { readWebAddress } from '../domain/web-address.ts';
import { withoutIsolates } from '../i18n/translate.ts';
import { onOneLine } from '../domain/text.ts';
import type { Passage } from './passage.ts';
import { creditsOf, isBook } from '#shared/domain/publication.ts';
import { ISBN } from './cite-as-bibtex.ts';
import { placeLabel } from './place-label.ts';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/;

/**
 * Writes a RIS record of a book or a newspaper article with one field a line and CRLF line ends. Unknown details are left out.
 */
export function citeAsRis({ text, article, place }: Passage): string {
  const hijri = hijriDate(article.date);
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', isBook(article) ? 'BOOK' : 'NEWS'],
    ['AU', article.author],
    ['TI', article.title],
    ...publicationFields(article),
    ...dates(article.date),
    ['UR', readWebAddress(article.address ?? '')],
    ['LA', article.language === 'und' ? null : article.language],
    ['SP', place?.page ?? null],
    ['EP', place?.lastPage ?? null],
    ['SE', placeLabel(place)],
    ['N1', `«${text}»`],
    ['N1', hijri === null ? null : `${hijri} هـ`],
  ];
  const lines = fields.flatMap(([tag, value]) =>
    value === null ? [] : [`${tag}  - ${onOneLine(value)}`],
  );
  return withoutIsolates([...lines, 'ER  - ', ''].join('\r\n'));
}

function publicationFields(article: Passage['article']): (readonly [string, string | null])[] {
  if (!isBook(article)) return [['T2', article.outlet]];
  const { publisher, place, edition, volume, identifier } = article.publication ?? {};
  const people = creditsOf(article).flatMap(({ role, names }) => {
    const tag = TAGS[role];
    return tag === null ? [] : names.map((name) => [tag, name] as const);
  });
  return [
    ...people,
    ['PB', article.outlet ?? publisher ?? null],
    ['CY', place ?? null],
    ['ET', edition ?? null],
    ['VL', volume ?? null],
    ['SN', ISBN.test(identifier ?? '') ? (identifier ?? null) : null],
  ];
}

/** The fields for people; the author is written before the title. */
const TAGS = { author: null, translator: 'A4', editor: 'ED', other: null } as const;

/**
 * Writes an EDTF date as `YYYY/MM/DD/other`, in which unknown parts are empty. A date that does not fit the field
 * becomes a note.
 */
function dates(edtf: string | null): readonly (readonly [string, string | null])[] {
  if (edtf === null) return [];
  const match = DATE.exec(edtf);
  if (!match) return [['N1', edtf]];
  const [, year = '', month = '', day = '', mark] = match;
  const certain = mark === '' ? '' : edtf;
  return [
    ['PY', year],
    ['DA', `${year}/${month}/${day}/${certain}`],
  ];
}
