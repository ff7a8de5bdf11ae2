/** The screens, each in every theme, size and language. */
import { SCREENS } from '../../../tests/support/screens.ts';
import type { Camera } from '../camera.ts';
import { fourLooks, look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';

/** Screens that are shown in every look; the others are shown in some. */
const SCREEN_NAMES = ['library', 'reader', 'search', 'annotations', 'settings'] as const;

export async function takeScreens(camera: Camera, app: PictureApp): Promise<void> {
  for (const [turn, name] of SCREEN_NAMES.entries())
    for (const each of fourLooks(turn))
      await camera.take(app, name, each, () => app.open(...SCREENS[name]));
  await camera.take(app, 'library-wide', look('1600x1000'), () => app.open(...SCREENS.library));
  for (const [name, words] of [
    ['continue', ''],
    ['continue', 'dark 900x600 en'],
    ['saved', 'sepia'],
  ] as const)
    await camera.take(app, name, look(words), () => app.open(`#/${name}`, 'main h2'));
}
