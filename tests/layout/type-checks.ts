import type { Page } from 'playwright';

/** The measured lines of one paragraph, CSS pixels. */
export interface Lines {
  /** Distances from one line to the next. */
  readonly pitches: readonly number[];
  /** Heights of the bars that a highlight paints. */
  readonly bars: readonly number[];
  /** Height of a heading of one line. */
  readonly heading: number;
}

/** Arabic with all vowel signs, Latin letters and both kinds of digits, long enough for several lines. */
const MIXED = 'قَالَ إِنَّ ٱلْمُؤَسَّسَةَ Reuters نَشَرَتْ 12.5% و٣٤ تَقْرِيرًا في https://example.com/ar عَنِ ٱلْحُدُودِ ';

/** Lays out a mixed paragraph in the open article's column with a font family and size, and measures its lines. */
export function measureLines(page: Page, family: string, sizePx: number): Promise<Lines> {
  return page.evaluate(
    async ({ text, font, size }) => {
      const article = document.querySelector<HTMLElement>('article[dir]');
      if (!article) throw new Error('no article is open');
      const frame = document.createElement('div');
      frame.style.cssText = `position:absolute;inset-inline:60px;top:0;font-family:${font};font-size:${size}px;visibility:hidden`;
      const [heading, body] = [document.createElement('div'), document.createElement('p')];
      heading.textContent = text.slice(0, 12);
      body.textContent = text.repeat(4);
      frame.append(heading, body);
      article.append(frame);
      await Promise.all(
        ['ع', 'a'].map((letter) => document.fonts.load(`400 ${size}px ${font}`, letter)),
      );
      const range = document.createRange();
      range.selectNodeContents(body);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
      const tops = [...new Set(rects.map(({ top }) => Math.round(top * 4) / 4))].sort(
        (a, b) => a - b,
      );
      const lines = {
        pitches: tops.slice(1).map((top, at) => top - (tops[at] ?? 0)),
        bars: rects.map(({ height }) => height),
        heading: heading.getBoundingClientRect().height,
      };
      frame.remove();
      return lines;
    },
    { text: MIXED, font: family, size: sizePx },
  );
}

/** Differences up to this are rounding, CSS pixels. */
const ROUNDING_PX = 1;

/** Finds lines that jump, and bars of different heights, in one family or between families. */
export function findJumps(measured: ReadonlyMap<string, Lines>): string[] {
  const spread = (what: string, numbers: readonly number[]): string[] => {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    return most - least <= ROUNDING_PX
      ? []
      : [`${what}: ${least.toFixed(2)} to ${most.toFixed(2)}`];
  };
  const all = [...measured.values()];
  return [
    ...[...measured].flatMap(([family, { pitches, bars }]) => [
      ...spread(`${family}, lines`, pitches),
      ...spread(`${family}, bars`, bars),
    ]),
    ...spread(
      'lines of all families',
      all.flatMap(({ pitches }) => pitches),
    ),
    ...spread(
      'bars of all families',
      all.flatMap(({ bars }) => bars),
    ),
    ...spread(
      'headings of all families',
      all.map(({ heading }) => heading),
    ),
  ];
}
