import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { oneLine } from '../clean-text.ts';
import type { DraftBlock } from '../document.ts';
import { isProse } from '../prose.ts';
import { readBlocks } from '../markup/blocks.ts';
import type { Places } from '../markup/places.ts';
import { serialize } from '../markup/serialize.ts';
import { type MarkupElement, elementsOf, findFirst, parseMarkup, textOf } from '../markup/tree.ts';

/** A page with less text is read whole, UTF-16 units. */
const MIN_PAGE_UTF16 = 2500;
/** Shortest article that Readability may return, UTF-16 units. */
const MIN_ARTICLE_UTF16 = 250;
/** Readability is not used above this number of elements, because its time grows faster than their number. */
const MAX_READABILITY_ELEMENTS = 20_000;
/** A paragraph of this length outside menus is prose, UTF-16 units. */
const MIN_PROSE_UTF16 = 120;
/** The share of a page's prose that the main text must contain to be accepted. */
const MIN_PROSE_SHARE = 0.6;

/** Elements around the article of a page. */
const AROUND = /^(?:nav|footer|aside|form|menu|dialog)$/u;
const AROUND_ROLES = /^(?:navigation|banner|complementary|contentinfo|search|dialog)$/u;

/** Classes and ids of elements around and between the paragraphs of an article, each as a whole word. */
const FURNITURE =
  /^(?:ads?|ad-slot|ads-box|advert|adv|advertisement|taboola|outbrain|share|sharing|social|social-share|share-buttons|related|related-posts|inline-related|read-also|breadcrumbs?|comments?|comment-list|disqus_thread|respond|cookie|cookies|cookie-banner|cookie-notice|newsletter|subscribe|subscription-widget|sidebar|menu|navbar|navbox|toc|mw-editsection|printfooter|catlinks|noprint)$/iu;
/** An element with a larger share of the page's letters is not furniture, whatever its name. */
const MAX_FURNITURE_SHARE = 0.3;

/**
 * Returns the blocks of a page's article. Readability chooses them. If the page is short, or Readability finds nothing or
 * loses most of the prose, the article is the whole page without its menus and edges.
 *
 * @param newPlaces  makes the places of one reading
 */
export function mainText(page: MarkupElement, newPlaces: () => Places): DraftBlock[] {
  const all = findFirst(page, 'body') ?? page;
  const body = withoutEdges(all, textOf(all).length * MAX_FURNITURE_SHARE);
  const whole = readBlocks(body, newPlaces());
  const size = whole.reduce((sum, { text }) => sum + text.length, 0);
  if (size < MIN_PAGE_UTF16) return whole;
  const chosen = chooseByReadability(body, newPlaces);
  return chosen !== null && keepsProse(chosen, whole) ? withHeading(chosen, whole) : whole;
}

function withoutEdges(element: MarkupElement, maxUtf16: number): MarkupElement {
  const children = element.children.filter(
    (child) =>
      typeof child === 'string' ||
      !(
        AROUND.test(child.name) ||
        AROUND_ROLES.test(child.attributes.get('role') ?? '') ||
        ((isFurniture(child) || isMasthead(child)) && textOf(child).length <= maxUtf16)
      ),
  );
  return {
    ...element,
    children: children.map((child) =>
      typeof child === 'string' ? child : withoutEdges(child, maxUtf16),
    ),
  };
}

function isFurniture({ attributes }: MarkupElement): boolean {
  const names = [attributes.get('class'), attributes.get('id')];
  return names.some((all) => all?.split(/\s+/u).some((name) => FURNITURE.test(name)));
}

/** Recognises the head of a site, which has no headline and nothing as long as a sentence. */
function isMasthead(element: MarkupElement): boolean {
  if (element.name !== 'header') return false;
  const parts = [...elementsOf(element)];
  return !parts.some(({ name }) => /^(?:h[1-3]|p|time)$/u.test(name));
}

function chooseByReadability(body: MarkupElement, newPlaces: () => Places): DraftBlock[] | null {
  let count = 0;
  for (const _element of elementsOf(body)) count += 1;
  if (count > MAX_READABILITY_ELEMENTS) return null;
  const { document } = parseHTML(
    `<!doctype html><html><head></head><body>${serialize(body)}</body></html>`,
  );
  // Without an address for the document Readability leaves every link as it is. Its default is the address of the
  // converter's own page, against which a link to a footnote would lead out of the document.
  Object.defineProperty(document, 'baseURI', { value: '' });
  const parsed = new Readability(document, {
    charThreshold: MIN_ARTICLE_UTF16,
    disableJSONLD: true,
  }).parse();
  return parsed?.content ? readBlocks(parseMarkup(parsed.content, 'html'), newPlaces()) : null;
}

/** Tells whether the chosen blocks contain enough of the prose of the page. */
function keepsProse(chosen: readonly DraftBlock[], whole: readonly DraftBlock[]): boolean {
  const kept = new Set(chosen.map(({ text }) => text));
  let prose = 0;
  let found = 0;
  for (const block of whole) {
    const { text } = block;
    if (!isProse(block) || text.length < MIN_PROSE_UTF16) continue;
    prose += text.length;
    if (kept.has(text)) found += text.length;
  }
  return prose === 0 || found >= prose * MIN_PROSE_SHARE;
}

/** Adds the headline above the article again, because Readability removes it when the title repeats it. */
function withHeading(chosen: DraftBlock[], whole: readonly DraftBlock[]): DraftBlock[] {
  const first = chosen.find(({ kind }) => kind !== 'image')?.text;
  const start = whole.findIndex(({ text }) => text === first);
  const heading = whole.slice(0, Math.max(0, start)).findLast(({ kind }) => kind === 'heading');
  return heading && !chosen.some(({ text }) => text === heading.text)
    ? [heading, ...chosen]
    : chosen;
}

/** Returns the only `h1` of a page, if there is exactly one. */
export function soleHeading(page: MarkupElement): string | null {
  const headings = [...elementsOf(page)]
    .filter(({ name }) => name === 'h1')
    .map((heading) => oneLine(textOf(heading)))
    .filter((text) => text !== '');
  return new Set(headings).size === 1 ? (headings[0] ?? null) : null;
}
