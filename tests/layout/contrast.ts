import { MEANINGS } from '#shared/domain/choices.ts';

/** The least contrast of text and of signs (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const SIGN = 3;
const SURFACES = ['bg', 'page', 'panel', 'raised', 'hover'];
interface Pair {
  readonly front: string;
  readonly back: string;
  readonly least: number;
}

/** The foreground and background colours that meet on the screen. */
export const PAIRS: readonly Pair[] = [
  ...pairs(['ink', 'ink-2', 'ink-3', 'accent'], SURFACES, TEXT),
  ...pairs(['danger', 'warn', 'ok'], ['page', 'panel', 'raised'], TEXT),
  ...pairs(['accent-ink'], ['accent'], TEXT),
  ...pairs(['accent-softink'], ['accent-soft'], TEXT),
  ...pairs(['danger'], ['danger-soft'], TEXT),
  ...pairs(['warn'], ['warn-soft'], TEXT),
  ...pairs(['mark-ink'], ['mark', 'mark-now'], TEXT),
  ...pairs(['ink'], ['sel', ...MEANINGS.map((meaning) => `hl-${meaning}`)], TEXT),
  ...pairs(['line-2'], ['page', 'panel', 'raised'], SIGN),
  // A sign has the stroke's colour of its meaning, beside the text or on the background of the same meaning.
  ...MEANINGS.flatMap((meaning) =>
    pairs([`hs-${meaning}`], ['page', 'panel', 'raised', `hl-${meaning}`], SIGN),
  ),
];

function pairs(fronts: readonly string[], backs: readonly string[], least: number): Pair[] {
  return fronts.flatMap((front) => backs.map((back) => ({ front, back, least })));
}

export interface MeasuredPair extends Pair {
  readonly ratio: number;
}

/** @param tokens  value of each token, `#rgb` or `#rrggbb` */
export function measureContrast(tokens: Readonly<Record<string, string>>): readonly MeasuredPair[] {
  return PAIRS.map((pair) => {
    const [a, b] = [luminance(tokens[pair.front] ?? ''), luminance(tokens[pair.back] ?? '')];
    return { ...pair, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
  });
}

/** Returns the pairs with too little contrast. */
export function findLowContrast(tokens: Readonly<Record<string, string>>): string[] {
  return measureContrast(tokens).flatMap(({ front, back, least, ratio }) =>
    ratio >= least ? [] : `${front} on ${back}: ${ratio.toFixed(2)} of ${least}`,
  );
}

/** Returns the relative luminance, 0 to 1. @throws when it is not a hexadecimal colour */
function luminance(colour: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (!digits) throw new Error(`no colour: ${colour}`);
  const size = digits.length / 3;
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((at) => {
    const part = digits.slice(at * size, (at + 1) * size);
    const value = Number.parseInt(size === 1 ? part + part : part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
