/** The screens, each in every theme, size and language. */
import type { Camera } from '../camera.ts';
import { ARTICLE } from '../content.ts';
import { fourLooks, look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';

/** Address of each screen, and what is on it when it can be photographed. */
const SCREENS = {
  library: ['#/', 'html[data-library=listed]'],
  reader: [`#/article/${ARTICLE}`, 'article [data-block=b1]'],
  search: [`#/search?q=${encodeURIComponent('تبادل المعلومات')}`, 'main mark'],
  annotations: ['#/annotations', 'main h1'],
  settings: ['#/settings', 'main h1'],
} as const;

export const SCREEN_NAMES = Object.keys(SCREENS);

export async function takeScreens(camera: Camera, app: PictureApp): Promise<void> {
  for (const [turn, [name, [hash, shows]]] of Object.entries(SCREENS).entries())
    for (const each of fourLooks(turn))
      await camera.take(app, name, each, () => app.open(hash, shows));
  for (const [name, words] of [
    ['continue', ''],
    ['continue', 'dark 900x600 en'],
    ['saved', 'sepia'],
  ] as const)
    await camera.take(app, name, look(words), () => app.open(`#/${name}`, 'main h2'));
}
