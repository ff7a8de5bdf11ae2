import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ImportedDocument, PictureSource } from '../convert/document.ts';
import { drawing, writtenPicture } from '../picture/testing/written-pictures.ts';
import { takePictures } from './take-pictures.ts';

const PNG = writtenPicture('image/png');
const JPEG = writtenPicture('image/jpeg');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const asset = (bytes: Uint8Array, type: string, role: string) => ({
  sha256: hashOf(bytes),
  type,
  width: 7,
  height: 5,
  bytes: bytes.length,
  role,
});

/** A document of a paragraph and one image for each source. */
function aDocument(sources: readonly PictureSource[], cover: number | null = null) {
  const images = sources.map((_, picture) => ({
    kind: 'image' as const,
    text: 'صورة',
    picture,
    figure: { asset: null, alt: 'وصف' },
  }));
  const document: ImportedDocument = {
    format: 'epub',
    title: null,
    outlet: null,
    author: null,
    date: null,
    address: null,
    tags: [],
    language: 'ar',
    direction: 'rtl',
    blocks: [{ kind: 'paragraph', text: 'نص' }, ...images],
    structure: null,
    publication: {
      people: [],
      publisher: null,
      edition: null,
      place: null,
      volume: null,
      identifier: null,
      cover: null,
      chapters: 0,
    },
    pictures: sources,
    cover,
    remarks: [],
  };
  return takePictures(document);
}

describe('takePictures', () => {
  it('names pictures by the hash of their bytes, and stores equal ones once', async () => {
    const { document, pictures } = await aDocument(
      [() => PNG, () => JPEG, () => Uint8Array.from(PNG)],
      0,
    );

    expect(document.structure?.assets).toEqual([
      asset(PNG, 'image/png', 'cover'),
      asset(JPEG, 'image/jpeg', 'figure'),
    ]);
    expect([...pictures]).toEqual([
      [hashOf(PNG), PNG],
      [hashOf(JPEG), JPEG],
    ]);
    expect(document.blocks.map(({ figure }) => figure?.asset)).toEqual([
      undefined,
      hashOf(PNG),
      hashOf(JPEG),
      hashOf(PNG),
    ]);
    expect(document.blocks.every((block) => !('picture' in block))).toBe(true);
    expect(document.publication?.cover).toBe(hashOf(PNG));
    expect(document.remarks).toEqual([]);
  });

  it('checks the bytes that the converter let pass, and says what is not shown', async () => {
    const { document, pictures } = await aDocument(
      [
        () => 'not-in-file',
        () => new Uint8Array(),
        () => new TextEncoder().encode('<html></html>'),
        () => drawing('<script/>'),
        () => drawing('<g/>', 'width="99999" height="99999"'),
        () => new Uint8Array(25 * 1024 * 1024 + 1),
        () => drawing('<g/>', 'width="1" height="1"'),
      ],
      3,
    );

    expect(document.remarks).toEqual([
      { code: 'import/images-left-out', params: { count: 2 } },
      { code: 'import/images-unreadable', params: { count: 2 } },
      { code: 'import/images-too-large', params: { count: 2 } },
      { code: 'import/images-unsafe', params: { count: 1 } },
    ]);
    expect([document.structure, document.publication?.cover, pictures.size]).toEqual([
      null,
      null,
      0,
    ]);
    expect(document.blocks.map(({ text }) => text)).toEqual(['نص', ...Array(7).fill('صورة')]);
  });

  it('shows no picture for a number that the converter never sent', async () => {
    const { document } = await takePictures({
      ...(await aDocument([])).document,
      blocks: [{ kind: 'image', text: 'صورة', picture: 9 }],
      cover: 12,
    });

    expect(document.blocks).toEqual([{ kind: 'image', text: 'صورة' }]);
    expect(document.publication?.cover).toBeNull();
  });
});
