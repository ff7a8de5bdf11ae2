import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '#main/convert/document.ts';
import { IncomingDocument } from '#main/convert/process/incoming.ts';
import type { ImportAnswer } from '#main/convert/process/protocol.ts';
import { serveImport } from '#main/convert/process/serve.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { takePictures } from '#main/import/take-pictures.ts';
import { drawPng } from '../material/draw-png.ts';
import { pictureBook } from '../material/picture-book.ts';

/** Converts a file as the converter's process does, and checks the pictures as the main process does. */
async function convert(bytes: Uint8Array, name: string) {
  const answers: ImportAnswer[] = [];
  const bugs: unknown[] = [];
  const serve = serveImport(
    (answer) => answers.push(structuredClone(answer)),
    (bug) => bugs.push(bug),
  );
  await serve({ id: 1, name, sizeBytes: bytes.length, bytes });
  const incoming = new IncomingDocument();
  let document: ImportedDocument | null = null;
  for (const answer of answers) {
    if (!('outcome' in answer)) expect(incoming.take(answer)).toBe(true);
    else {
      const whole = incoming.whole(answer.outcome);
      document = whole.ok ? whole.value : null;
    }
  }
  expect(bugs).toEqual([]);
  if (document === null) throw new Error('not converted');
  return takePictures(document);
}

/** The images of a document: their words, and the size of the picture or `null`. */
const imagesOf = ({ document: { blocks, structure } }: Awaited<ReturnType<typeof convert>>) =>
  blocks
    .filter(({ kind }) => kind === 'image')
    .map(({ text, figure }) => {
      const asset = structure?.assets.find(({ sha256 }) => sha256 === figure?.asset);
      const size = asset ? `${asset.type} ${asset.width} × ${asset.height}` : null;
      return [text, figure?.alt, figure?.hasCaption === true, size];
    });

describe('the pictures of a book', () => {
  it('stand at their places, with captions and descriptions, and the cover is known', async () => {
    const read = await convert(pictureBook(), 'book.epub');

    expect(imagesOf(read)).toEqual([
      ['cover.png', '', false, 'image/png 420 × 600'],
      [
        'الشكل 1: مجرى النهر عند القرية في آخر الصيف، كما رُسم من سطح المطحنة.',
        'نهر بين حقلين',
        true,
        'image/png 1200 × 800',
      ],
      ['علامة السقّائين', 'علامة السقّائين', false, 'image/png 120 × 80'],
      ['مخطّط الساقية وحوضها.', '', true, 'image/svg+xml 300 × 120'],
      ['صورة لم تصل', 'صورة لم تصل', false, null],
      ['رسم فيه برنامج', 'رسم فيه برنامج', false, null],
      ['broken.jpg', '', false, null],
    ]);
    const cover = read.document.structure?.assets.find(({ role }) => role === 'cover');
    expect([cover?.height, read.document.publication?.cover]).toEqual([600, cover?.sha256]);
    expect(read.document.remarks).toEqual([
      { code: 'import/images-left-out', params: { count: 1 } },
      { code: 'import/images-unreadable', params: { count: 1 } },
      { code: 'import/images-unsafe', params: { count: 1 } },
    ]);
  });

  it('leave the text as it is without them', async () => {
    const [withRiver, without] = await Promise.all(
      [undefined, new Uint8Array()].map((river) => readDocument(pictureBook(river), 'book.epub')),
    );
    const textOf = (read: typeof withRiver) =>
      read?.ok ? read.value.blocks.map(({ text }) => text) : [];

    expect(textOf(withRiver).length).toBeGreaterThan(10);
    expect(textOf(withRiver)).toEqual(textOf(without));
  });

  it('cross the border of the converter in pieces', async () => {
    const large = drawPng(1700, 1300, () => [Math.random() * 256, 0, Math.random() * 256]);
    expect(large.length).toBeGreaterThan(4 * 1024 * 1024);

    const { pictures } = await convert(pictureBook(large), 'book.epub');

    expect([...pictures.values()].some((bytes) => large.equals(bytes))).toBe(true);
  });
});
