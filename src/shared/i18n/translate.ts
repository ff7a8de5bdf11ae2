import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { formatNumber, getLocale } from './locale.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };

/** The Arabic catalogue is the source of all others, so the keys are typed from it. */
export type MessageKey = keyof typeof ar;
export type MessageParams = Readonly<Record<string, string | number>>;

const CATALOGUES: Readonly<Record<'ar' | 'en', Readonly<Record<MessageKey, string>>>> = { ar, en };

/** First Strong Isolate and Pop Directional Isolate, which keep a value from reordering its sentence. */
const FSI = '\u2068';
const PDI = '\u2069';

/**
 * A plain argument such as `{n}`. The app formats its value itself, because the library would write a number in Latin
 * digits.
 */
const PLAIN_ARGUMENT = /\{(\w+)\}/g;

const ARABIC_PERCENT = '\u066a';

interface Message {
  readonly format: IntlMessageFormat;
  /** Names of the plain arguments. */
  readonly plain: ReadonlySet<string>;
}

const messages = new Map<string, Message>();

/** Formats numbers inside plurals like all other numbers. */
const formatters: Formatters = {
  getNumberFormat: () => ({ format: (value: number) => formatNumber(value) }) as Intl.NumberFormat,
  getPluralRules: (locales, options) => new Intl.PluralRules(locales, options),
  getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
};

/** Formats one ICU message in the language of the interface. Text values are isolated for the bidi algorithm. */
export function translate(key: MessageKey, params: MessageParams = {}): string {
  const text = CATALOGUES[getLocale().language][key];
  if (!text.includes('{')) return text;
  const { format, plain } = messageOf(key, text);
  const written = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' || plain.has(name) ? writePlain(value) : value,
  ]);
  const values = Object.fromEntries(written) as MessageParams;
  return String(format.format(values)).replace(/(?<=[\u0660-\u0669])%/gu, ARABIC_PERCENT);
}

const writePlain = (value: string | number): string =>
  typeof value === 'number' ? formatNumber(value) : `${FSI}${value}${PDI}`;

function messageOf(key: MessageKey, text: string): Message {
  const { language } = getLocale();
  const id = `${language} ${key}`;
  const known = messages.get(id);
  if (known) return known;
  const format = new IntlMessageFormat(text, language, undefined, { formatters });
  const plain = [...text.matchAll(PLAIN_ARGUMENT)].map(([, name = '']) => name);
  const message = { format, plain: new Set(plain) };
  messages.set(id, message);
  return message;
}

/** Removes the isolates, which a sentence needs on the screen but not in a copied text. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
