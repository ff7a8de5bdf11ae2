import { hijriDate } from '#shared/i18n/calendars.ts';
import { readWebAddress } from '../domain/web-address.ts';
import { withoutIsolates } from '../i18n/translate.ts';
import { onOneLine } from '../domain/text.ts';
import type { Passage } from './passage.ts';
import { placeLabel } from './place-label.ts';
import { BETWEEN_NAMES } from './source-parts.ts';
import { creditsOf, isBook } from '#shared/domain/publication.ts';

/** An ISBN of 10 or 13 digits, with or without hyphens. */
export const ISBN = /^(?:\d[-\s]?){9,12}[\dXx]$/u;

/** Characters that TeX would read as commands, and how each is written to be printed. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * Writes a BibLaTeX entry in UTF-8. `date` is EDTF, which BibLaTeX reads. A date without a year goes into the note,
 * because no field accepts it. The note also contains the Hijri date, the place and the passage.
 */
export function citeAsBibtex({ text, article, place }: Passage): string {
  const { date } = article;
  const hasYear = date !== null && /^\d{4}/.test(date);
  const hijri = hijriDate(date);
  const note = [
    `«${onOneLine(text)}»`,
    placeLabel(place),
    hijri === null ? null : `${hijri} هـ`,
    date !== null && !hasYear ? date : null,
  ];
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', article.author],
    ['title', article.title],
    ...publicationFields(article),
    ['date', hasYear ? date : null],
    // BibLaTeX prints an address letter for letter, so it is not escaped; `writeValue` percent-encodes its braces.
    ['url', readWebAddress(article.address ?? '')],
    ['langid', article.language.startsWith('ar') ? 'arabic' : null],
    // A range is written with two hyphens.
    ['pages', place && [place.page, place.lastPage].filter((page) => page !== null).join('--')],
    ['note', note.filter((part) => part !== null).join('، ')],
  ];
  const lines = fields.flatMap(([name, value]) =>
    !value ? [] : [`  ${name} = ${writeValue(name, value)},`],
  );
  const key = place === null ? article.id : `${article.id}-p${place.paragraph}`;
  return withoutIsolates(
    `@${isBook(article) ? 'book' : 'article'}{${key},\n${lines.join('\n')}\n}\n`,
  );
}

function publicationFields(article: Passage['article']): (readonly [string, string | null])[] {
  if (!isBook(article)) return [['journaltitle', article.outlet]];
  const credits = new Map(
    creditsOf(article).map(({ role, names }) => [role, names.join(BETWEEN_NAMES)]),
  );
  const { publisher, place, edition, volume, identifier } = article.publication ?? {};
  return [
    ['translator', credits.get('translator') ?? null],
    ['editor', credits.get('editor') ?? null],
    ['publisher', article.outlet ?? publisher ?? null],
    ['location', place ?? null],
    ['edition', edition ?? null],
    ['volume', volume ?? null],
    ['isbn', ISBN.test(identifier ?? '') ? (identifier ?? null) : null],
  ];
}

/** Names in braces of their own are one name, whatever words and commas they contain. */
const PEOPLE: ReadonlySet<string> = new Set(['author', 'translator', 'editor']);

const writeValue = (name: string, value: string): string =>
  PEOPLE.has(name)
    ? `{{${escapeTex(value)}}}`
    : `{${name === 'url' ? value.replace(/[{}\\]/gu, encodeURIComponent) : escapeTex(value)}}`;

/** Escapes the signs of TeX, so that braces stay balanced whatever the text contains. Line breaks become blanks. */
function escapeTex(value: string): string {
  return onOneLine(value).replace(/[\\{}%$&#_^~]/g, (sign) => TEX[sign] ?? sign);
}
