/** What the linked data of a page says about its article. */
export interface LinkedData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly address: string | null;
}

/** Longest script of linked data that is read, UTF-16 units. */
const MAX_SCRIPT_UTF16 = 200_000;
/** How many objects are searched for an article at most. */
const MAX_OBJECTS = 200;

const ARTICLE = /(?:Article|BlogPosting|NewsItem|Report)$/u;

/** Reads the article of schema.org from the scripts `application/ld+json`. Invalid values become `null`. */
export function readJsonLd(scripts: readonly string[]): LinkedData {
  const article = scripts.map(findArticle).find((found) => found !== null) ?? new Map();
  return {
    headline: text(article.get('headline')),
    published: text(article.get('datePublished')),
    author: nameOf(article.get('author')),
    publisher: nameOf(article.get('publisher')),
    language: text(article.get('inLanguage')),
    address: text(article.get('url')) ?? idOf(article.get('mainEntityOfPage')),
  };
}

type Properties = ReadonlyMap<string, unknown>;

function findArticle(script: string): Properties | null {
  if (script.length > MAX_SCRIPT_UTF16) return null;
  const queue: unknown[] = [parse(script)];
  for (let at = 0; at < queue.length && at < MAX_OBJECTS; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_OBJECTS));
    const properties = propertiesOf(value);
    if (properties === null) continue;
    const types = [properties.get('@type')].flat();
    if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return properties;
    queue.push(properties.get('@graph'), properties.get('mainEntity'));
  }
  return null;
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*<!--|-->\s*$/gu, ''));
  } catch {
    return null; // The script is not JSON; other parts of the page may state the same.
  }
}

/** Returns an object's own properties as a map, because a name may be `__proto__`. */
function propertiesOf(value: unknown): Properties | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;
}

function nameOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return text(first) ?? text(propertiesOf(first)?.get('name'));
}

function idOf(value: unknown): string | null {
  return text(value) ?? text(propertiesOf(value)?.get('@id'));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
