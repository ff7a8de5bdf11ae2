import { parse } from 'yaml';
import type { ImportRemark } from '#shared/domain/import-codes.ts';
import { oneLine } from '../clean-text.ts';
import { readDate } from '../details/dates.ts';
import { remarkOnDate } from '../details/text-details.ts';
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
    readonly date: Found | null;
    readonly language: string | null;
    readonly remarks: readonly ImportRemark[];
  };
  /** The text below. */
  readonly body: string;
}

/** Takes the YAML between two lines `---` off the beginning of a text. What is no YAML stays in the text. */
export function readFrontMatter(text: string): FrontMatter {
  const [all = '', yaml = ''] =
    /^\s*---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text) ?? [];
  const fields = all === '' || yaml.length > MAX_FRONT_UTF16 ? null : parseFields(yaml);
  const found = (...names: string[]): Found | null => {
    const value = names.map((name) => textOf(fields?.get(name))).find((known) => known !== '');
    return value === undefined ? null : { value, from: 'metadata' };
  };
  const date = found('date', 'published');
  const read = date === null ? null : readDate(date.value);
  return {
    details: {
      title: found('title'),
      outlet: found('outlet', 'source', 'publisher'),
      author: found('author', 'authors'),
      date: read === null ? null : { value: read.edtf, from: 'metadata' },
      language: found('language', 'lang')?.value ?? null,
      remarks: read === null || date === null ? [] : remarkOnDate({ text: date.value, read }),
    },
    body: fields === null ? text : text.slice(all.length),
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
    return parsed instanceof Map ? parsed : null;
  } catch {
    return null; // Not YAML: two lines in a text.
  }
}

function textOf(value: unknown): string {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = all.filter((each) => typeof each === 'string').map(oneLine);
  return texts.filter((text) => text !== '').join(BETWEEN_VALUES);
}
