/** The search when it has nothing to show yet, or finds nothing. */
import type { Camera } from '../camera.ts';
import { look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';

const asked = (text: string): string => `#/search?q=${encodeURIComponent(text)}`;

export async function takeSearching(camera: Camera, app: PictureApp): Promise<void> {
  const { page } = app;
  await camera.take(app, 'search-start', look('sepia 900x600'), () =>
    app.open('#/search', 'main h2'),
  );
  await camera.take(app, 'search-nothing', look(), () => app.open(asked('تبادل الغاز'), 'main h2'));
  await camera.take(app, 'search-nothing', look('dark 900x600 en'), () =>
    app.open(asked('زرافة المريخ'), 'main h2'),
  );
  await camera.take(app, 'search-no-words', look('contrast en'), () =>
    app.open(asked('؟!'), 'main h2'),
  );
  const openFilters = async () => {
    await app.open(asked('الكاميرات'), 'main mark');
    if (await app.isNarrow()) await app.button('search.filters').click();
  };
  await camera.take(app, 'search-filtered', look('sepia en'), async () => {
    await openFilters();
    const isNarrow = await app.isNarrow();
    const filters = page.getByRole(isNarrow ? 'dialog' : 'complementary');
    await filters.getByText(app.text('search.in.notes')).click();
    await filters.getByText('ناس').click();
    if (isNarrow) await app.button('common.done').click();
  });
  await camera.take(app, 'search-filters', look('900x600'), openFilters);
}
