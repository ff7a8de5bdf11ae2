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
  await camera.take(app, 'search-filtered', look('sepia en'), async () => {
    await app.open(asked('الكاميرات'), 'main mark');
    const aside = page.getByRole('complementary');
    await aside.getByText(app.text('search.in.notes')).click();
    await aside.getByText('ناس').click();
  });
  await camera.take(app, 'search-filters', look('900x600'), async () => {
    await app.open(asked('الكاميرات'), 'main mark');
    await app.button('search.filters').click();
  });
}
