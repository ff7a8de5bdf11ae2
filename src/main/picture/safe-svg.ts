import type { PictureSize } from './bytes.ts';
import { type Tag, readTags } from './svg-tags.ts';

/** The size of an SVG that states none, as browsers have it. */
const DEFAULT_SIZE: PictureSize = { width: 300, height: 150 };

/** How much of a text may come before the picture: a declaration, comments, a licence. */
const MAX_PREFACE_UTF16 = 10_000;

/** Elements that run something, hold a page, or fetch. */
const FORBIDDEN =
  /^(?:script|foreignobject|iframe|object|embed|audio|video|canvas|link|meta|handler|listener|html|body)$/u;
/** Pictures of these types are inside the text itself. */
const EMBEDDED = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[A-Za-z\d+/=\s]*$/u;

/**
 * Reads the size of an SVG; `null` when the bytes are none. It is `unsafe` unless its text does nothing but draw: it has no
 * script, no foreign content, no event attribute, no entity of its own, and nothing that leads out of it.
 */
export function readSvg(bytes: Uint8Array): PictureSize | 'unsafe' | null {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, MAX_PREFACE_UTF16));
  if (!/^\s*</u.test(start) || !/<(?:[\w-]+:)?svg[\s>/]/u.test(start)) return null;
  const text = decoded(bytes);
  const tags = text === null ? null : readTags(text);
  if (tags === null) return 'unsafe';
  const [root] = tags;
  if (root?.name !== 'svg' || !tags.every(isHarmless) || !isHarmlessStyle(text ?? ''))
    return 'unsafe';
  return sizeOf(root.attributes);
}

/** Decodes UTF-8; `null` for anything else, because a browser could read another text in it. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const stated = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/u.exec(text.slice(0, 200))?.[1];
    return stated === undefined || /^(?:utf-8|us-ascii)$/iu.test(stated) ? text : null;
  } catch {
    return null;
  }
}

function isHarmless({ name, attributes }: Tag): boolean {
  if (FORBIDDEN.test(name)) return false;
  return attributes.every(([attribute, value]) => {
    if (attribute.startsWith('on') || attribute === 'base') return false;
    const leads = attribute === 'href' || attribute === 'src';
    if (leads) return value.startsWith('#') || EMBEDDED.test(value);
    // An animation could give another element a new address.
    return attribute !== 'attributename' || !/href|^on|style/iu.test(value);
  });
}

/** What `url(…)` may begin with: a part of the picture, or a picture or font inside the text. */
const INSIDE =
  /^(?:\s|["']|&quot;|&apos;)*(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/|application\/(?:x-)?font))/iu;

/**
 * Judges all styles at once, wherever they are. The text as a whole has no import and no escape, which could hide one, and
 * each `url(…)` leads inside.
 */
function isHarmlessStyle(text: string): boolean {
  if (/@import|image-set|\\|&#|javascript:/iu.test(text)) return false;
  for (const { index } of text.matchAll(/url\(/giu))
    if (!INSIDE.test(text.slice(index + 4, index + 64))) return false;
  return true;
}

function sizeOf(stated: Tag['attributes']): PictureSize {
  const attributes = new Map(stated);
  const box = (attributes.get('viewbox') ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 ? box : [];
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxHeight / boxWidth : null;
  const width = pixels(attributes.get('width'));
  const height = pixels(attributes.get('height'));
  if (width !== null && height !== null) return rounded(width, height);
  if (ratio === null) return rounded(width ?? DEFAULT_SIZE.width, height ?? DEFAULT_SIZE.height);
  if (width !== null) return rounded(width, width * ratio);
  if (height !== null) return rounded(height / ratio, height);
  return rounded(boxWidth, boxHeight);
}

/** CSS pixels in one of each unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function pixels(length: string | undefined): number | null {
  const [, number = '', unit = ''] =
    /^\s*(\d{1,9}(?:\.\d{0,9})?)([a-z]{0,2})\s*$/u.exec(length ?? '') ?? [];
  const factor = UNITS[unit];
  return number === '' || factor === undefined ? null : Number(number) * factor;
}

const rounded = (width: number, height: number): PictureSize => ({
  width: Math.max(Math.round(width), 1),
  height: Math.max(Math.round(height), 1),
});
