import { IntlMessageFormat } from 'intl-messageformat';
import ar from './messages/ar.json' with { type: 'json' };

/** Keys are typed from the Arabic catalogue, the source of all others. */
export type MessageKey = keyof typeof ar;
export type MessageParams = Readonly<Record<string, string | number>>;

/** Latin digits by default in the interface; article text is never converted. */
export const UI_LOCALE = 'ar-u-nu-latn';

/** First Strong Isolate … Pop Directional Isolate: keeps a value from scrambling its sentence. */
const FSI = '\u2068';
const PDI = '\u2069';

const formats = new Map<MessageKey, IntlMessageFormat>();

/** One ICU message in the interface's language. Text values are isolated for the bidi algorithm. */
export function translate(key: MessageKey, params: MessageParams = {}): string {
  const plain = ar[key];
  if (!plain.includes('{')) return plain;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(plain, UI_LOCALE);
    formats.set(key, format);
  }
  const isolated = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${FSI}${value}${PDI}` : value,
    ]),
  );
  return String(format.format(isolated));
}
