// Runs inside Electron: draws SVG files on a canvas and prints the pictures as JSON. Used by rasterise.mjs.
const { readFileSync } = require('node:fs');
const { BrowserWindow, app } = require('electron');

/** `[{ svg, sizePx, insetPx, type }]` in, `[base64]` of pictures out, in the same order. */
const wanted = JSON.parse(process.env.HASHIYA_ICONS);

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  const jobs = wanted.map((one) => ({
    ...one,
    source: `data:image/svg+xml;base64,${readFileSync(one.svg).toString('base64')}`,
  }));
  const drawn = await window.webContents.executeJavaScript(
    `Promise.all(${JSON.stringify(jobs)}.map(${draw.toString()}))`,
  );
  process.stdout.write(`${JSON.stringify(drawn)}\n`);
  app.quit();
});

/** Runs in the page. */
async function draw({ source, sizePx, insetPx, type }) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: sizePx, height: sizePx });
  const side = sizePx - 2 * insetPx;
  canvas.getContext('2d').drawImage(image, insetPx, insetPx, side, side);
  return canvas.toDataURL(type ?? 'image/png', 0.9).split(',')[1];
}
