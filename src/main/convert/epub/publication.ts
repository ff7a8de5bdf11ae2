import type { Publication } from '#shared/domain/document.ts';
import { MAX_DETAIL_UTF16, MAX_PEOPLE, MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { plainLetters } from '../details/plain-letters.ts';
import type { Found } from '../document.ts';
import { type MarkupElement, findAll } from '../markup/tree.ts';
import { valueOf } from './package.ts';

type Person = Publication['people'][number];

/** Separates the names of several authors. */
const BETWEEN_NAMES = '، ';
/** What the codes of MARC for relators mean here. */
const ROLES: ReadonlyMap<string, Person['role']> = new Map([
  ['aut', 'author'],
  ['trl', 'translator'],
  ['edt', 'editor'],
]);
/** Relators that made the file, not the book. */
const MAKERS = /^(?:bkp|mrk|pbl|mfr|dst|cre|bkd|csp|own|rps)$/u;
/** Names of programs and addresses. */
const NO_NAME = /https?:|calibre|pandoc|\d\.\d/iu;
/** Identifiers that programs invent, which tell the reader nothing. */
const INVENTED = /^(?:urn:)?uuid:|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$|^https?:|^calibre/iu;
const ISBN = /^(?:urn:)?(?:isbn[:\s]*)?((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dxX])$/iu;

/** What the metadata of a book says about the people who made it, and about its edition. */
interface BookDetails {
  readonly author: Found | null;
  readonly publication: Omit<Publication, 'chapters' | 'cover'> | null;
}

/** @param identifierId  the id of the identifier by which the book is known */
export function readBookDetails(
  metadata: MarkupElement | null,
  identifierId: string | undefined,
): BookDetails {
  if (metadata === null) return { author: null, publication: null };
  const refined = refinementsOf(metadata);
  const people = peopleOf(metadata, refined).slice(0, MAX_PEOPLE);
  const [publisher = null] = lines(findAll(metadata, 'publisher'));
  const details = {
    publisher,
    edition: statedMeta(metadata, 'schema:bookEdition'),
    place: null,
    volume: statedMeta(metadata, 'group-position'),
    identifier: identifierOf(findAll(metadata, 'identifier'), identifierId),
  };
  const saysNothing =
    people.length === 0 && Object.values(details).every((value) => value === null);
  return { author: authorOf(people), publication: saysNothing ? null : { people, ...details } };
}

/** Returns the names of the authors; a book without one has those of its editors and other people. */
function authorOf(people: readonly Person[]): Found | null {
  const authors = people.filter(({ role }) => role === 'author');
  const others = people.filter(({ role }) => role !== 'translator');
  const names = (authors.length > 0 ? authors : others).map(({ name }) => name);
  return names.length === 0 ? null : { value: names.join(BETWEEN_NAMES), from: 'metadata' };
}

/** Returns what `<meta refines="#id" property="role">` says, by id. */
function refinementsOf(metadata: MarkupElement): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const meta of findAll(metadata, 'meta')) {
    const refines = meta.attributes.get('refines')?.replace(/^#/u, '');
    if (refines !== undefined && meta.attributes.get('property') === 'role' && !roles.has(refines))
      roles.set(refines, valueOf(meta));
  }
  return roles;
}

function peopleOf(metadata: MarkupElement, refined: ReadonlyMap<string, string>): Person[] {
  const read = (element: MarkupElement, unstated: Person['role']): Person[] => {
    const name = valueOf(element).slice(0, MAX_TITLE_UTF16);
    const code = (
      element.attributes.get('opf:role') ??
      refined.get(element.attributes.get('id') ?? '') ??
      ''
    ).toLowerCase();
    if (name === '' || MAKERS.test(code) || (unstated === 'other' && NO_NAME.test(name))) return [];
    return [{ name, role: code === '' ? unstated : (ROLES.get(code) ?? 'other') }];
  };
  const creators = findAll(metadata, 'creator').flatMap((one) => read(one, 'author'));
  const others = findAll(metadata, 'contributor').flatMap((one) => read(one, 'other'));
  const seen = new Set<string>();
  return [...creators, ...others].filter(({ name, role }) => {
    const key = `${role} ${name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Returns the ISBN, else the identifier by which the book is known unless a program invented it. */
function identifierOf(
  elements: readonly MarkupElement[],
  knownAs: string | undefined,
): string | null {
  const [isbn] = elements.flatMap(
    (element) => ISBN.exec(plainLetters(valueOf(element)))?.[1] ?? [],
  );
  if (isbn !== undefined) return isbn;
  const known = elements.filter(({ attributes }) => attributes.get('id') === knownAs);
  return lines([...known, ...elements]).find((value) => !INVENTED.test(value)) ?? null;
}

function statedMeta(metadata: MarkupElement, property: string): string | null {
  const metas = findAll(metadata, 'meta').filter(
    ({ attributes }) => attributes.get('property') === property,
  );
  return lines(metas)[0] ?? null;
}

const lines = (elements: readonly MarkupElement[]): string[] =>
  elements
    .map((element) => valueOf(element).slice(0, MAX_DETAIL_UTF16))
    .filter((text) => text !== '');
