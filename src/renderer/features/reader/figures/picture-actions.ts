import { call } from '#renderer/bridge/bridge.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { ArticleFigure, Picture } from './pictures.ts';

/** Copies a picture as PNG, which every program takes. */
export async function copyPicture(picture: Picture): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn(picture) })]);
    showToast({ text: translate('figure.copied') });
  } catch {
    // The picture is damaged, or the system has no room for it.
    showToast({ text: translate('figure.notCopied') });
  }
}

async function drawn({ address, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('too large'))), 'image/png');
  });
}

/** Saves a picture as it is in a file that the reader chooses. */
export async function savePicture({ articleId, picture }: ArticleFigure): Promise<void> {
  try {
    const { path } = await call('picture/save', { articleId, sha256: picture.sha256 });
    if (path === null) return;
    const file = isolateFileName(path.split(/[/\\]/u).at(-1) ?? path);
    showToast({ text: translate('figure.saved', { file }) });
  } catch {
    showToast({ text: translate('figure.notSaved') });
  }
}
