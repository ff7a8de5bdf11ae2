import { oneLine } from '../clean-text.ts';
import type { Found } from '../document.ts';
import { type MarkupElement, elementsOf, textOf } from '../markup/tree.ts';
import { readJsonLd } from './json-ld.ts';
import { soleHeading } from './main-text.ts';

/** What the head of a page states. */
export interface PageDetails {
  readonly title: Found | null;
  readonly outlet: Found | null;
  readonly author: Found | null;
  readonly dates: readonly (string | null)[];
  readonly addresses: readonly (string | null)[];
  readonly language: string | null;
  readonly direction: 'rtl' | 'ltr' | null;
}

/** Most values of one name. A scientific study may have many authors. */
const MAX_STATEMENTS = 50;
/** Separates the names of several authors. */
const BETWEEN_NAMES = '، ';
/** How many words after a dash in the title can be the name of the site. */
const MAX_SITE_WORDS = 5;

/** Reads the details that a page states: first JSON-LD, then its meta elements, then its visible parts. */
export function readPageDetails(page: MarkupElement): PageDetails {
  const head = readHead(page);
  const data = readJsonLd(head.scripts);
  const outlet = data.publisher ?? meta(head, 'og:site_name', 'application-name', 'dc.publisher');
  return {
    title: fromMetadata(
      data.headline ?? titleOf(page, meta(head, 'og:title', 'twitter:title'), head.title, outlet),
    ),
    outlet: fromMetadata(outlet),
    author: fromMetadata(data.author ?? authorsOf(head)),
    dates: [
      data.published,
      ...all(head, 'article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued'),
      ...all(
        head,
        'dcterms.date',
        'dcterms.issued',
        'dcterms.created',
        'citation_publication_date',
      ),
      ...all(head, 'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date'),
      head.time,
    ],
    addresses: [head.canonical, meta(head, 'og:url'), data.address],
    language: head.language ?? data.language,
    direction: head.direction,
  };
}

interface Head {
  /** The values of each name, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly scripts: readonly string[];
  readonly title: string | null;
  readonly time: string | null;
  readonly canonical: string | null;
  readonly language: string | null;
  readonly direction: 'rtl' | 'ltr' | null;
}

function readHead(page: MarkupElement): Head {
  const metas = new Map<string, string[]>();
  const scripts: string[] = [];
  let title: string | null = null;
  let time: string | null = null;
  let canonical: string | null = null;
  let language: string | null = null;
  let direction: string | undefined;
  for (const element of elementsOf(page)) {
    const { name, attributes } = element;
    if (name === 'meta' || attributes.has('itemprop')) addMeta(element, metas);
    if (name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical')
      canonical ??= attributes.get('href') ?? null;
    if (name === 'title') title ??= oneLine(textOf(element)) || null;
    else if (name === 'time') time ??= attributes.get('datetime') ?? oneLine(textOf(element));
    else if (name === 'html' || name === 'body') {
      language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
      direction ??= attributes.get('dir')?.toLowerCase();
    } else if (name === 'script' && attributes.get('type') === 'application/ld+json')
      scripts.push(textOf(element));
  }
  const isDirection = direction === 'rtl' || direction === 'ltr';
  return {
    metas,
    scripts,
    title,
    time,
    canonical,
    language,
    direction: isDirection ? (direction as 'rtl' | 'ltr') : null,
  };
}

function addMeta(element: MarkupElement, metas: Map<string, string[]>): void {
  const { attributes } = element;
  const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
  const content = attributes.get('content') ?? attributes.get('datetime') ?? '';
  const key = name?.trim().toLowerCase();
  if (key === undefined || content.trim() === '') return;
  const known = metas.get(key) ?? [];
  metas.set(key, [...known.slice(0, MAX_STATEMENTS - 1), oneLine(content)]);
}

function meta(head: Head, ...names: readonly string[]): string | null {
  return all(head, ...names)[0] ?? null;
}

function all({ metas }: Head, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => metas.get(name) ?? []);
}

/** Returns the people under the first name that has any, but not the address of an author's page. */
function authorsOf(head: Head): string | null {
  for (const key of [
    'author',
    'dc.creator',
    'dcterms.creator',
    'article:author',
    'citation_author',
  ]) {
    const names = all(head, key).filter((name) => !/^https?:/iu.test(name));
    if (names.length > 0) return [...new Set(names)].join(BETWEEN_NAMES);
  }
  return null;
}

/** Returns the stated title, without the site's name after a dash if the page's heading shows it is one. */
function titleOf(
  page: MarkupElement,
  stated: string | null,
  shown: string | null,
  outlet: string | null,
): string | null {
  const heading = soleHeading(page);
  const title = stated ?? shown;
  if (title === null || heading === null)
    return title === null ? heading : withoutSite(title, outlet);
  return title.startsWith(heading) || title.endsWith(heading)
    ? heading
    : withoutSite(title, outlet);
}

function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(/\s[|–—\-:•]\s/u);
  const last = parts.at(-1)?.trim() ?? '';
  const isSite = last === outlet || /\s\|\s/u.test(title);
  return parts.length > 1 && isSite && last.split(' ').length <= MAX_SITE_WORDS
    ? title
        .slice(0, title.lastIndexOf(last))
        .trimEnd()
        .replace(/\s[|–—\-:•]$/u, '')
        .trimEnd()
    : title;
}

function fromMetadata(value: string | null): Found | null {
  return value === null || value === '' ? null : { value, from: 'metadata' };
}
