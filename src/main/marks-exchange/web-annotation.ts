/**
 * The terms of the W3C Web Annotation Data Model that Hashiya reads and writes, and its few own terms.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The prefix for fields that the model has no term for, so that any JSON-LD program can tell them apart. */
export const OWN_TERMS = { hashiya: 'urn:x-hashiya:ns:' } as const;

/**
 * Names the rules of our fragments `page=12` and `page=12,13`: the labels of the first and the last printed page,
 * percent-encoded. The fragments of RFC 8118 count the pages of a PDF and have no place for labels such as xii.
 */
export const PRINTED_PAGES = 'urn:x-hashiya:printed-page';

const ARTICLE_PREFIX = 'urn:x-hashiya:article:';
const UUID_PREFIX = 'urn:uuid:';

export const articleIri = (articleId: string): string => `${ARTICLE_PREFIX}${articleId}`;

/** Returns the id in an article's IRI; `null` for any other address. */
export const articleOfIri = (iri: string): string | null =>
  iri.startsWith(ARTICLE_PREFIX) ? iri.slice(ARTICLE_PREFIX.length) : null;

export const uuidIri = (id: string): string => `${UUID_PREFIX}${id}`;

export const withoutUuidPrefix = (iri: string): string =>
  iri.startsWith(UUID_PREFIX) ? iri.slice(UUID_PREFIX.length) : iri;
