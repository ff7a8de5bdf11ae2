/** In what pictures can differ besides their scene. */

export const THEMES = ['light', 'sepia', 'dark', 'contrast'] as const;
/** Sizes of the window's content, CSS pixels. */
export const SIZES = ['1280x800', '900x600'] as const;
/** A size at which the library has a pane beside it; only some pictures are this wide. */
const WIDE = '1600x1000';
export const LANGUAGES = ['ar', 'en'] as const;

export interface Look {
  readonly theme: (typeof THEMES)[number];
  readonly size: (typeof SIZES)[number] | typeof WIDE;
  readonly language: (typeof LANGUAGES)[number];
}

export interface Picture extends Look {
  /** What the picture shows, such as `reader` or `search-gone`. */
  readonly scene: string;
}

/** Reads a look from one line: `look('dark 900x600 en')`. The defaults are light, 1280x800, Arabic. */
export function look(words = ''): Look {
  const given = new Set(words.split(' '));
  const pick = <Name extends string>(names: readonly Name[]): Name | undefined =>
    names.find((name) => given.has(name));
  return {
    theme: pick(THEMES) ?? 'light',
    size: pick([...SIZES, WIDE]) ?? '1280x800',
    language: pick(LANGUAGES) ?? 'ar',
  };
}

/** The two themes that most readers use, in both sizes and both languages. */
export const EVERYDAY_LOOKS: readonly Look[] = SIZES.flatMap((size) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    LANGUAGES.map((language) => ({ theme, size, language })),
  ),
);

/**
 * Returns four looks with every theme, size and language, and every pair of size and language. Another `turn` pairs them
 * differently, so that three turns cover every theme with every size and language.
 */
export function fourLooks(turn: number): readonly Look[] {
  const pairs = SIZES.flatMap((size) => LANGUAGES.map((language) => ({ size, language })));
  return THEMES.map((theme, index) => {
    const pair = pairs[(index + turn) % pairs.length];
    if (!pair) throw new Error('no such pair');
    return { theme, ...pair };
  });
}

export function pictureName({ scene, size, theme, language }: Picture): string {
  return `${scene}-${size}-${theme}${language === 'ar' ? '' : `-${language}`}`;
}
