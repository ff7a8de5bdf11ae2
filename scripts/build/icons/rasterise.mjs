/** Draws SVG files with a current Chromium. */
import { launchChromium } from '../../dev/chromium.mjs';

/**
 * @param wanted  `[{ svg, sizePx, insetPx, type }]`: the text of an SVG, the side of the square, the free space on each
 *                side (0 by default), and the type of the result (`image/png` by default)
 * @returns       pictures in the same order
 */
export async function rasterise(wanted) {
  const { browser } = await launchChromium();
  try {
    const page = await browser.newPage();
    const drawn = await page.evaluate(drawAll, wanted);
    return drawn.map((base64) => Buffer.from(base64, 'base64'));
  } finally {
    await browser.close();
  }
}

/** Draws all pictures inside the page. */
function drawAll(wanted) {
  const draw = async ({ svg, sizePx, insetPx = 0, type = 'image/png' }) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: sizePx,
      height: sizePx,
    });
    const side = sizePx - 2 * insetPx;
    canvas.getContext('2d').drawImage(image, insetPx, insetPx, side, side);
    return canvas.toDataURL(type, 0.9).split(',')[1];
  };
  return Promise.all(wanted.map(draw));
}
