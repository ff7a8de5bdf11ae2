/** The screens, each in every theme, size and language. */
import { PLAIN_PAGES, type PageName } from '#renderer/routes/pages.ts';
import { SCREENS } from '../../../tests/support/screens.ts';
import type { Camera } from '../camera.ts';
import { fourLooks, look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';

/** Screens that are shown in every look; the others are shown in some. */
const IN_EVERY_LOOK = ['library', 'reader', 'search', 'annotations', 'settings'] as const;

/** The looks of the other pages. A page that is not named here is shown in the usual look. */
const LOOKS: Readonly<Partial<Record<PageName, readonly string[]>>> = {
  continue: ['', 'dark 900x600 en'],
  saved: ['sepia'],
};

export async function takeScreens(camera: Camera, app: PictureApp): Promise<void> {
  for (const [turn, name] of IN_EVERY_LOOK.entries())
    for (const each of fourLooks(turn))
      await camera.take(app, name, each, () => app.open(...SCREENS[name]));
  await camera.take(app, 'library-wide', look('1600x1000'), () => app.open(...SCREENS.library));
  const others = PLAIN_PAGES.filter((page) => !IN_EVERY_LOOK.some((name) => name === page));
  for (const name of others)
    for (const words of LOOKS[name] ?? [''])
      await camera.take(app, name, look(words), () => app.open(...SCREENS[name]));
}
