import { parse } from 'yaml';
import { oneLine } from '../clean-text.ts';
import type { Found } from '../document.ts';

/** Longest front matter that is read, UTF-16 code units; a longer one is text. */
const MAX_FRONT_UTF16 = 20_000;
/** Most references that front matter may follow: a billion laughs are refused. */
const MAX_ALIASES = 20;

/** Between the values of a list, such as authors. */
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
  /** The text below. */
  readonly body: string;
}

/** Takes the YAML between two lines `---` off the beginning of a text. What is no YAML stays in the text. */
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

/** A map, in which `__proto__` is a name like any other; tags of code are read as text. */
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
    return null; // Not YAML: two lines in a text.
  }
}

/** The texts of a value: of a list each, of a person the name, of a wiki's link the words. */
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

/** `#أمن` and «أمن» are one tag. */
const withoutHash = (tag: string): string => tag.trim().replace(/^#/u, '');
