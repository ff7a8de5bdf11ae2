import type { Random } from './random.ts';

const HARAKAT = ['\u064E', '\u064F', '\u0650', '\u0652', '\u0651\u064E', '\u064B'];
const TATWEEL = '\u0640';

/** Adds tashkeel to about half of the letters. */
export const addTashkeel = (text: string, random: Random): string =>
  text.replace(/[\u0621-\u063A\u0641-\u064A](?!\p{M})/gu, (letter) =>
    random.chance(0.5) ? letter + random.pick(HARAKAT) : letter,
  );

export const removeTashkeel = (text: string): string => text.replace(/[\u064B-\u0652]/gu, '');

/** Stretches about one word in three. */
export const addTatweel = (text: string, random: Random): string =>
  text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (random.chance(0.1) ? TATWEEL : ''));

/** Writes ASCII digits as Arabic-Indic ones and the other way round. */
export const exchangeDigits = (text: string): string =>
  text.replace(/[0-9\u0660-\u0669]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String.fromCharCode(code < 0x100 ? code - 0x30 + 0x0660 : code - 0x0660 + 0x30);
  });

const HABITS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ؤ: 'ئ',
};

/** Replaces about two thirds of hamza seats, final yehs and teh marbutas by careless spellings. */
export const dropHamza = (text: string, random: Random): string =>
  text.replace(/[أإآةىؤ]/gu, (letter) =>
    random.chance(0.66) ? (HABITS[letter] ?? letter) : letter,
  );

const SIGNS: Readonly<Record<string, string>> = {
  '،': ',',
  '؛': ';',
  '«': '"',
  '»': '"',
  '.': ' .',
};

export const changeSigns = (text: string): string =>
  text.replace(/[،؛«».]/gu, (sign) => SIGNS[sign] ?? sign);
