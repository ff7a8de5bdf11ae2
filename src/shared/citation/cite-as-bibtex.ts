import { hijriDate } from '#shared/i18n/calendars.ts';
import { readWebAddress } from '../domain/web-address.ts';
import { withoutIsolates } from '../i18n/translate.ts';
import { onOneLine } from '../domain/text.ts';
import { type Passage, placeLabel } from './passage.ts';

/** Characters that TeX would take for commands, and what it prints for them. */
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
 * A BibLaTeX entry in UTF-8. `date` is EDTF, which BibLaTeX reads; a date without a year goes into the
 * note, as no field takes it. The Hijri date, the paragraph and the passage stand in the note.
 */
export function citeAsBibtex({ text, article, paragraph }: Passage): string {
  const { date } = article;
  const hasYear = date !== null && /^\d{4}/.test(date);
  const hijri = hijriDate(date);
  const note = [
    `«${onOneLine(text)}»`,
    placeLabel(paragraph),
    hijri === null ? null : `${hijri} هـ`,
    date !== null && !hasYear ? date : null,
  ];
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', article.author],
    ['title', article.title],
    ['journaltitle', article.outlet],
    ['date', hasYear ? date : null],
    // The package that prints it reads an address letter for letter; braces end nothing in one that was read.
    ['url', readWebAddress(article.address ?? '')],
    ['langid', article.language.startsWith('ar') ? 'arabic' : null],
    ['note', note.filter((part) => part !== null).join('، ')],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = ${writeValue(name, value)},`],
  );
  const key = paragraph === null ? article.id : `${article.id}-p${paragraph}`;
  return withoutIsolates(`@article{${key},\n${lines.join('\n')}\n}\n`);
}

/** A name in braces of its own is one name, however many words and commas it has. */
const writeValue = (name: string, value: string): string =>
  name === 'author'
    ? `{{${escapeTex(value)}}}`
    : `{${name === 'url' ? value.replace(/[{}\\]/gu, encodeURIComponent) : escapeTex(value)}}`;

/** Braces stay balanced whatever the text holds; line ends would end nothing but look like it. */
function escapeTex(value: string): string {
  return onOneLine(value).replace(/[\\{}%$&#_^~]/g, (sign) => TEX[sign] ?? sign);
}
