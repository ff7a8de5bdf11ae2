import { parse } from 'yaml';
import { oneLine } from '../clean-text.ts';
import type { Found } from '../document.ts';

/** Longest front matter, UTF-16 units. A longer one is read as text. */
const MAX_FRONT_UTF16 = 20_000;
/** Most references in front matter, so that an attack by nested references is refused. */
const MAX_ALIASES = 20;

/** Separates the values of a list, such as authors. */
const BETWEEN_VALUES = '، ';

export interface FrontMatter {
  readonly details: {
    readonly title: Found | null;
    readonly outlet: Found | null;
    readonly author: Found | null;
    readonly dates: readonly string[];
    readonly addresses: readonly string[];
    readonly tags: readonly string[];
    readonly language: string | null;
  };
  /** The text below the front matter. */
  readonly body: string;
}

/** Separates the YAML between two lines `---` from a text. Invalid YAML stays in the text. */
export function readFrontMatter(text: string): FrontMatter {
  const [head = '', yaml = ''] =
    /^\s*---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text) ?? [];
  const fields = head === '' || yaml.length > MAX_FRONT_UTF16 ? null : parseFields(yaml);
  const all = (...names: string[]): string[] => names.flatMap((name) => textsOf(fields?.get(name)));
  const found = (...names: string[]): Found | null => {
    const texts = names.map((name) => textsOf(fields?.get(name)).filter(isNoAddress));
    const value = texts.find((known) => known.length > 0)?.join(BETWEEN_VALUES);
    return value === undefined ? null : { value, from: 'metadata' };
  };
  return {
    details: {
      title: found('title', 'العنوان'),
      outlet: found('outlet', 'publisher', 'source', 'المصدر', 'الناشر'),
      author: found('author', 'authors', 'creator', 'الكاتب', 'المؤلف'),
      dates: all('date', 'published', 'تاريخ النشر', 'التاريخ', 'created'),
      addresses: all('url', 'link', 'source_url', 'canonical', 'source', 'الرابط'),
      tags: all('tags', 'tag', 'الوسوم').flatMap((tags) => tags.split(/[,،;؛]/u).map(withoutHash)),
      language: found('language', 'lang')?.value ?? null,
    },
    body: fields === null ? text : text.slice(head.length),
  };
}

/** Parses YAML into a map, in which `__proto__` is an ordinary name. Tags for code are read as text. */
function parseFields(yaml: string): ReadonlyMap<unknown, unknown> | null {
  try {
    const parsed: unknown = parse(yaml, {
      mapAsMap: true,
      maxAliasCount: MAX_ALIASES,
      logLevel: 'silent',
      schema: 'failsafe',
    });
    if (!(parsed instanceof Map)) return null;
    const entries = [...(parsed as ReadonlyMap<unknown, unknown>)];
    return new Map(entries.map(([name, value]) => [lowerCase(name), value]));
  } catch {
    return null; // The lines contain no YAML, so they are text.
  }
}

/** Returns the texts of a value: each item of a list, the name of a person, or the words of a wiki link. */
function textsOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all
    .map((each): unknown => (each instanceof Map ? each.get('name') : each))
    .filter((each) => typeof each === 'string')
    .map((text) => oneLine(text.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/u, '$1')))
    .filter((text) => text !== '');
}

const lowerCase = (name: unknown): unknown =>
  typeof name === 'string' ? name.trim().toLowerCase() : name;

const isNoAddress = (text: string): boolean => !/^https?:/iu.test(text);

/** Makes `#أمن` and «أمن» one tag. */
const withoutHash = (tag: string): string => tag.trim().replace(/^#/u, '');
