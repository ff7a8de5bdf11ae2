/** Files that are being imported. */
import type { Camera } from '../camera.ts';
import { look } from '../looks.ts';
import { PictureApp } from '../picture-app.ts';
import {
  importFiles,
  writeFiles,
  writeManyFiles,
} from '../../../tests/material/picture-library.ts';
import { letGoOn, waitForWorkers, workerIds } from '../workers.ts';
import { rm } from 'node:fs/promises';

export async function takeImporting(camera: Camera): Promise<void> {
  if (!camera.wantsAny(['import'])) return;
  const app = await PictureApp.start();
  const files = await writeFiles();
  const many = await writeManyFiles();
  const { page } = app;
  const open = async () => {
    await app.open('#/', 'html[data-library=listed]');
    await page.keyboard.press('Control+KeyO');
    await page.getByRole('dialog').waitFor();
  };
  try {
    for (const words of ['dark', '900x600 en']) await camera.take(app, 'import', look(words), open);
    await camera.take(app, 'import-paste', look('sepia en'), async () => {
      await open();
      await app.button('import.paste').click();
    });
    await camera.take(app, 'import-drop', look('900x600'), async () => {
      await app.open('#/', 'html[data-library=listed]');
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.txt'));
        document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
      });
    });
    let stopped: readonly number[] = [];
    for (const words of ['', 'dark en'])
      await camera.take(app, 'import-progress', look(words), async () => {
        await open();
        if (stopped.length > 0) return;
        await app.answerDialogs([many]);
        const known = await waitForWorkers(app.electron);
        await app.button('import.chooseFolder').click();
        await untilDone(app, 40);
        // The worker that reads the files is stopped in the middle of its work.
        stopped = (await workerIds(app.electron)).filter((pid) => !known.includes(pid));
        for (const pid of stopped) process.kill(pid, 'SIGSTOP');
      });
    for (const pid of stopped) letGoOn(pid);
    await app.invoke('import/cancel', {});
    await importFiles(app, [files.folder]);
    for (const words of ['', 'dark en'])
      await camera.take(app, 'import-results', look(words), async () => {
        await open();
        await app.button('import.dismiss').first().waitFor();
      });
  } finally {
    await app.quit();
    for (const folder of [files.folder, many]) await rm(folder, { recursive: true });
  }
}

/** Waits until this many files of the import are finished. */
async function untilDone(app: PictureApp, files: number): Promise<void> {
  for (;;) {
    const { done, state } = await app.invoke<{ done: number; state: string }>('import/state', {});
    if (done >= files || state === 'done') return;
  }
}
