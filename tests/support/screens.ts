/** The address of a screen, and an element that exists when the screen is shown. */
type Screen = readonly [hash: string, shows: string];

const ARTICLE = 'iraq-syria-border-fences';
const screen = (...parts: Screen): Screen => parts;

/** The screens that the checks of layout and accessibility visit. A new page gets an entry here. */
export const SCREENS = {
  library: screen('#/', 'html[data-library=listed]'),
  reader: screen(`#/article/${ARTICLE}`, 'article [data-block=b1]'),
  search: screen(`#/search?q=${encodeURIComponent('تبادل المعلومات')}`, 'main mark'),
  'search-empty': screen(
    `#/search?q=${encodeURIComponent('زرافة المريخ')}`,
    'main h2:text("زرافة")',
  ),
  annotations: screen('#/annotations', 'main [data-meaning]'),
  settings: screen('#/settings', 'main h1'),
  saved: screen('#/saved', 'main h1'),
  continue: screen('#/continue', 'main h1'),
  missing: screen('#/article/no-such-article', 'main h2'),
} as const;
