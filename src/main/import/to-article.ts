import * as v from 'valibot';
import { type Article, type ArticleId, type Own, articleSchema } from '#shared/domain/article.ts';
import { MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { cutAtWord, onOneLine } from '#shared/domain/text.ts';
import { CONVERTER_VERSION, type Found, type ImportedDocument } from '../convert/document.ts';
import type { PreparedText } from './prepare-text.ts';

/** How much of an untitled text becomes its title, UTF-16 units. */
const OPENING_UTF16 = 70;

/** The imported file. */
export interface Original {
  readonly sha256: string;
  readonly name: string;
  readonly path: string | null;
  readonly sizeBytes: number;
}

/**
 * Makes an article from a converted document. Without a title its opening words become the title, and the details record
 * that.
 *
 * @param id    not used in the library
 * @param text  of the document's blocks, see `prepareText`
 */
export function toArticle(
  document: ImportedDocument,
  {
    id,
    text,
    original,
    addedAt,
  }: { id: ArticleId; text: PreparedText; original: Original; addedAt: Date },
): Article {
  const { blocks, contentHash, wordCount } = text;
  const opening = blocks.find(({ kind }) => kind !== 'image')?.text ?? onOneLine(original.name);
  const own: Own = {
    addedAt: addedAt.toISOString(),
    original: { ...original, format: document.format },
    formerOriginals: [],
    from: {
      title: document.title?.from ?? 'opening',
      outlet: sourceOf(document.outlet),
      author: sourceOf(document.author),
      date: sourceOf(document.date),
      language: document.language === null ? 'none' : 'letters',
      direction: 'letters',
      address: sourceOf(document.address),
    },
    collections: [],
    tags: [...document.tags],
    convertedBy: CONVERTER_VERSION,
  };
  const article = v.parse(articleSchema, {
    id,
    kind: 'article',
    title: cutTitle(document.title?.value ?? cutAtWord(opening, OPENING_UTF16)),
    outlet: valueOf(document.outlet),
    author: valueOf(document.author),
    date: document.date?.value ?? null,
    dateNote: null,
    address: document.address?.value ?? null,
    language: document.language ?? 'und',
    direction: document.direction,
    places: [],
    people: [],
    organisations: [],
    subjects: [],
    // All blocks were checked when the converter sent them; checking a whole book again exceeds one turn.
    blocks: blocks.slice(0, 1),
    ...(document.publication && { publication: document.publication }),
    contentHash,
    wordCount,
    own,
  });
  return { ...article, blocks, ...(document.structure && { structure: document.structure }) };
}

/** Returns a new version of an article under the old id. Details that the reader edited, collections and tags stay. */
export function asUpdateOf(before: Article, next: Article): Article {
  const { own } = before;
  if (!own || !next.own) return next;
  const kept = (key: keyof Own['from']): boolean => own.from[key] === 'reader';
  const of = <Key extends keyof Own['from']>(key: Key): Article[Key] =>
    kept(key) ? before[key] : next[key];
  const sourcesOf = (key: keyof Own['from']) =>
    kept(key) ? 'reader' : (next.own?.from[key] ?? 'none');
  return {
    ...next,
    id: before.id,
    title: of('title'),
    outlet: of('outlet'),
    author: of('author'),
    date: of('date'),
    language: of('language'),
    direction: of('direction'),
    address: of('address'),
    own: {
      ...next.own,
      addedAt: own.addedAt,
      formerOriginals: [...new Set([...own.formerOriginals, own.original.sha256])],
      from: {
        title: sourcesOf('title'),
        outlet: sourcesOf('outlet'),
        author: sourcesOf('author'),
        date: sourcesOf('date'),
        language: sourcesOf('language'),
        direction: sourcesOf('direction'),
        address: sourcesOf('address'),
      },
      collections: own.collections,
      tags: own.tags,
    },
  };
}

const sourceOf = (found: Found | null): Own['from']['title'] => found?.from ?? 'none';

const valueOf = (found: Found | null): string | null =>
  found ? found.value.slice(0, MAX_TITLE_UTF16) : null;

function cutTitle(title: string): string {
  return cutAtWord(title, MAX_TITLE_UTF16 - 1);
}
