import { hijriDate } from '#shared/i18n/calendars.ts';
import { readWebAddress } from '../domain/web-address.ts';
import { withoutIsolates } from '../i18n/translate.ts';
import { onOneLine } from '../domain/text.ts';
import type { Passage } from './passage.ts';
import { placeLabel } from './place-label.ts';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/;

/**
 * Writes a RIS record of a newspaper article with one field a line and CRLF line ends. Unknown details are left out.
 */
export function citeAsRis({ text, article, place }: Passage): string {
  const hijri = hijriDate(article.date);
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['AU', article.author],
    ['TI', article.title],
    ['T2', article.outlet],
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
