import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { formatNumber, getLocale } from './locale.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };

/** Keys are typed from the Arabic catalogue, the source of all others. */
export type MessageKey = keyof typeof ar;
export type MessageParams = Readonly<Record<string, string | number>>;

const CATALOGUES: Readonly<Record<'ar' | 'en', Readonly<Record<MessageKey, string>>>> = { ar, en };

/** First Strong Isolate … Pop Directional Isolate: keeps a value from scrambling its sentence. */
const FSI = '\u2068';
const PDI = '\u2069';

/** A value that stands for itself, `{n}`: the library would write a number in Latin digits. */
const PLAIN_ARGUMENT = /\{(\w+)\}/g;

const ARABIC_PERCENT = '\u066a';

interface Message {
  readonly format: IntlMessageFormat;
  /** Arguments that stand for themselves. */
  readonly plain: ReadonlySet<string>;
}

const messages = new Map<string, Message>();

/** Numbers inside plurals are written like all others. */
const formatters: Formatters = {
  getNumberFormat: () => ({ format: (value: number) => formatNumber(value) }) as Intl.NumberFormat,
  getPluralRules: (locales, options) => new Intl.PluralRules(locales, options),
  getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
};

/** One ICU message in the interface's language. Text values are isolated for the bidi algorithm. */
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

/** What a sentence isolates for the screen has no place in a copied text. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
