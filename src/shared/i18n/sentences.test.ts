import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { setLocale } from './locale.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { type MessageKey, type MessageParams, translate, withoutIsolates } from './translate.ts';

/** One number for each of the six Arabic plural forms: zero, one, two, few, many, other. */
const NUMBERS = [0, 1, 2, 3, 11, 100] as const;

/** A text in place of a name, a title or a code. */
const SOMETHING = 'سامراء';

const KEYS = Object.keys(ar) as MessageKey[];

/** Arguments that are numbers but do not decline a noun. */
const PLAIN_NUMBERS = new Set(['n', 'i', 'p', 'done', 'total', 'max', 'freeMb', 'count']);

interface Arguments {
  readonly counts: ReadonlySet<string>;
  readonly choices: ReadonlyMap<string, readonly string[]>;
  readonly plain: ReadonlySet<string>;
}

/** The arguments of a message in all its branches: counts that decline a noun, choices, and plain values. */
function argumentsOf(text: string, language: string): Arguments {
  const counts = new Set<string>();
  const choices = new Map<string, readonly string[]>();
  const visit = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if ('options' in element) {
        if ('offset' in element) counts.add(element.value);
        else choices.set(element.value, Object.keys(element.options));
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(new IntlMessageFormat(text, language).getAst());
  return {
    counts,
    choices,
    plain: new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)),
  };
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

/** Arguments that the app fills with a finished count such as «مادتان», and the message that makes the count. */
const EMBEDDED = new Map(
  [...sources.matchAll(/(\w+)(?:: | = )translate\('(common\.\w+)', \{ n\b/g)].map(
    ([, name = '', key = '']) => [name, key as MessageKey] as const,
  ),
);

/** Every sentence that a message can make with a number. */
function sentences(key: MessageKey, n: number, language: 'ar' | 'en'): string[] {
  const { counts, choices, plain } = argumentsOf((language === 'ar' ? ar : en)[key], language);
  const params: Record<string, string | number> = {};
  for (const name of plain) params[name] = valueFor(name, n);
  for (const name of counts) params[name] = n;
  const filled = [...choices].reduce<MessageParams[]>(
    (all, [name, options]) =>
      all.flatMap((some) => options.map((option) => ({ ...some, [name]: option }))),
    [params],
  );
  return filled.map((values) => withoutIsolates(translate(key, values)));
}

function valueFor(name: string, n: number): string | number {
  const embedded = EMBEDDED.get(name);
  if (embedded) return translate(embedded, { n });
  return PLAIN_NUMBERS.has(name) ? n : SOMETHING;
}

/** Every sentence of a language, with its key and its number. */
function everySentence(language: 'ar' | 'en', digits: 'latn' | 'arab' = 'latn') {
  setLocale({ ...DEFAULT_SETTINGS, language, digits });
  return KEYS.flatMap((key) =>
    NUMBERS.flatMap((n) =>
      sentences(key, n, language).map((sentence) => ({ key, n, sentence, language })),
    ),
  );
}

/** The forms of a counted noun: after 3 to 10, after 11 to 99, after 100. */
const COUNTED: readonly (readonly [few: string, many: string, other: string])[] = [
  ['مواد', 'مادة', 'مادة'],
  ['مقالات', 'مقالًا', 'مقال'],
  ['كتب', 'كتابًا', 'كتاب'],
  ['ملفات', 'ملفًّا', 'ملف'],
  ['تمييزات', 'تمييزًا', 'تمييز'],
  ['ملاحظات', 'ملاحظة', 'ملاحظة'],
  ['إشارات', 'إشارة', 'إشارة'],
  ['وسوم', 'وسمًا', 'وسم'],
  ['مواضع', 'موضعًا', 'موضع'],
  ['كلمات', 'كلمة', 'كلمة'],
  ['دقائق', 'دقيقة', 'دقيقة'],
  ['ساعات', 'ساعة', 'ساعة'],
  ['نتائج', 'نتيجة', 'نتيجة'],
  ['صور', 'صورة', 'صورة'],
  ['أسطر', 'سطرًا', 'سطر'],
  ['نسخ', 'نسخة', 'نسخة'],
  ['صيغ', 'صيغة', 'صيغة'],
  ['أجزاء', 'جزءًا', 'جزء'],
];

/** Words that a nominative cannot follow: prepositions, and verbs whose object is what was found. */
const GOVERNING =
  /(?:^|[\s«(])(?:و?(?:في|من|إلى|على|عن|بين|مع|غير|كل|كلّ|بعض)|وجدنا|وجد البحث|ضمّ)$/u;

/** The nominative dual of any noun, as the first word of what follows. */
const NOMINATIVE_DUAL = /^(?:\p{L}\p{M}*)+ان(?=$|[\s.،؛:])/u;

afterEach(() => setLocale(DEFAULT_SETTINGS));

describe.each(['ar', 'en'] as const)('the sentences in %s', (language) => {
  it.each(['latn', 'arab'] as const)(
    'are whole with every number and choice (%s digits)',
    (digits) => {
      const all = everySentence(language, digits);

      expect(all.length).toBeGreaterThan(KEYS.length * NUMBERS.length - 1);
      for (const { key, n, sentence } of all)
        expect([key, n, sentence]).toEqual([key, n, expect.stringMatching(/^[^{}|]+$/u)]);
      // A plural that forgets its number, or a trace of a missing value.
      expect(
        all.filter(({ sentence }) => /undefined|null|NaN|#\s|\s\s|\s$/u.test(sentence)),
      ).toEqual([]);
    },
  );
});

describe('the Arabic sentences', () => {
  it('name the number from three on', () => {
    const silent = everySentence('ar').filter(
      ({ key, n, sentence }) => n > 2 && ar[key].includes('#') && !sentence.includes(String(n)),
    );

    expect(silent).toEqual([]);
  });

  it('use the form of the counted noun that the number requires', () => {
    const forms = new Map<string, readonly [string, string, string]>();
    for (const row of COUNTED) for (const word of row) forms.set(word, row);

    const wrong = everySentence('ar').filter(({ n, sentence }) => {
      const word = new RegExp(`(?:^|[^\\d])${n} ([\\p{L}\\p{M}]+)`, 'u').exec(sentence)?.[1] ?? '';
      const index = { 3: 0, 11: 1, 100: 2 }[n as 3 | 11 | 100];
      return index !== undefined && forms.has(word) && forms.get(word)?.[index] !== word;
    });

    expect(wrong).toEqual([]);
  });

  it('embed a finished count only in a nominative position', () => {
    expect([...EMBEDDED.keys()]).toEqual(expect.arrayContaining(['articles', 'matches']));
    const places = KEYS.flatMap((key) =>
      [...ar[key].matchAll(/\{(\w+)\}/gu)]
        .filter(([, name = '']) => EMBEDDED.has(name))
        .map(({ index }) => ({ key, before: ar[key].slice(0, index) })),
    );

    expect(places.length).toBeGreaterThan(4);
    // At the beginning, after a colon, a comma or a middle dot, or after «المعروض».
    expect(places.filter(({ before }) => !/^$|[:،·] $|^المعروض $/u.test(before))).toEqual([]);
  });

  it('have no nominative after a preposition', () => {
    const wrong = everySentence('ar').filter(({ sentence }) =>
      [...sentence.matchAll(/\s/gu)].some(
        ({ index }) =>
          GOVERNING.test(sentence.slice(0, index)) &&
          NOMINATIVE_DUAL.test(sentence.slice(index + 1)) &&
          COUNTED.some(([, , one]) => isDualOf(sentence.slice(index + 1), one)),
      ),
    );

    expect(wrong).toEqual([]);
  });

  it('fail the check when a count has the wrong case', () => {
    expect(GOVERNING.test('وجدنا «داعش» وحدها في')).toBe(true);
    expect(isDualOf('مقالان.', 'مقال')).toBe(true);
    expect(isDualOf('مادتان', 'مادة')).toBe(true);
    expect(isDualOf('مقالين', 'مقال')).toBe(false);
  });

  it.each([
    ['a passive that does not exist', /تُراجِع/u],
    ['abstract nouns for kinds of highlights', /أسماء المعاني|المعنى الأخير|بحسب المعنى/u],
    ['the history of discrimination', /تاريخ التمييز|في تمييزك/u],
    ['«newer than» the app itself', /أحدث من (?:«?حاشية|التطبيق)/u],
    ['the limit without its «به»', /المسموح(?! به)/u],
    ['a number of the limit in letters', /\(20000\)/u],
    ['a crowd that makes room', /أفسِح/u],
    ['what was left, and may have stayed', /(?:^|\s)تُركت? |لم تُترك/u],
    ['the family of a word', /العائلة/u],
    ['spelling aloud', /تهجئة/u],
    ['a linguist’s affixes', /سابقة أو لاحقة/u],
    ['a distortion for a character', /محرف|محارف/u],
    ['the program beside the app', /البرنامج(?!\p{L})/u],
    ['dated copies', /المؤرَّخة|مؤرَّخة/u],
    ['«we» that undo, find and make', /تراجعنا|وجدنا|نجد|نفهم|أعدنا|نكتب/u],
    ['an address for a link', /فتح العنوان|نسخ العنوان|العنوان أطول/u],
    ['checksums', /بصمات/u],
    ['a pronoun without its noun', /^(?:التي|معها|وإلا) /u],
    ['a choice where something is selected', /اختيار (?:الكل|التمييز|المادة)|مختار|اختير/u],
    ['an article where any item may be open', /هذا المقال|المقال (?:التالي|السابق)|كل المقالات/u],
    ['archives for the reading list', /المحفوظات/u],
    ['a referral for a source', /الإحالة/u],
    ['two words for who wrote a text', /المؤلف/u],
    ['half a name for the filters', /(?:مسح|بهذه) التصفية/u],
    ['a disk or a folder that accepts and gives', /لا (?:يقبل|يعطي)/u],
    ['a doubled letter on the ending «ي»', /ي(?:ّ(?:ة|ات|ان|ين|ون)?|ًّا)(?![\p{L}\p{M}])/u],
    ['two spellings of «كل» and «النص»', /(?<!\p{L})(?:ال|ل)?كلّ(?!\p{L})|النصّ/u],
  ])('know no more of %s', (_what, old) => {
    expect(KEYS.filter((key) => old.test(ar[key]))).toEqual([]);
  });
});

/** True when a text begins with the nominative dual of a word: «مادتان» of «مادة». */
function isDualOf(text: string, word: string): boolean {
  const dual = `${word.replace(/ة$/u, 'ت')}ان`;
  return text.startsWith(dual) && !/^[\p{L}\p{M}]/u.test(text.slice(dual.length));
}
