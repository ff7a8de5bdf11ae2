/** A library with marks and with own articles. */
import { rm } from 'node:fs/promises';
import type { Camera } from '../camera.ts';
import {
  idOf,
  importFiles,
  markArticles,
  writeFiles,
} from '../../../tests/material/picture-library.ts';
import { PictureApp } from '../picture-app.ts';
import { takeBlocks } from './blocks.ts';
import { takeDialogs } from './dialogs.ts';
import { takePaper } from './paper.ts';
import { takeReading } from './reading.ts';
import { takeScreens } from './screens.ts';
import { takeSearching } from './searching.ts';

export async function takeFurnished(camera: Camera): Promise<void> {
  const app = await PictureApp.start();
  const files = await writeFiles();
  try {
    await importFiles(app, files.good);
    await app.invoke('import/dismiss', {});
    await markArticles(app);
    for (const words of ['GE Vernova', 'الصفّارين'])
      await app.invoke('shelf/put', {
        articleId: await idOf(app, words),
        change: { savedAt: new Date().toISOString() },
      });
    for (const stage of [
      takeScreens,
      takeReading,
      takeSearching,
      takeDialogs,
      takePaper,
      takeBlocks,
    ])
      await stage(camera, app);
  } finally {
    await app.quit();
    await rm(files.folder, { recursive: true });
  }
}
