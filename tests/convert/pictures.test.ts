import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '#main/convert/document.ts';
import { IncomingDocument } from '#main/convert/process/incoming.ts';
import type { ImportAnswer } from '#main/convert/process/protocol.ts';
import { serveImport } from '#main/convert/process/serve.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { takePictures } from '#main/import/take-pictures.ts';
import { writtenPicture } from '#main/picture/testing/written-pictures.ts';
import { drawPng } from '../material/draw-png.ts';
import { pictureBook } from '../material/picture-book.ts';
import { writeZip } from './write-zip.ts';

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

const PNG = writtenPicture('image/png');
const BASE64 = Buffer.from(PNG).toString('base64');
const LARGE = drawPng(60, 40, (x, y) => [255 * x, 255 * y, (9999 * x * y) % 255]);
const SENTENCE =
  'عاد مزارعو السهل إلى حقولهم هذا الأسبوع بعد موسم أمطار طويل، وقالوا إن المحصول سيزيد عن العام الماضي. ';

/** A page with a text that is long enough for the search of the main text. */
const pageOf = (...images: string[]) =>
  Buffer.from(
    `<!doctype html><html lang="ar"><head><title>صور من السهل بعد موسم الأمطار</title></head><body><nav><img src="data:image/png;base64,${BASE64}" alt="شعار"></nav><article><h1>صور من السهل بعد موسم الأمطار</h1>${images.map((image) => `<p>${SENTENCE.repeat(6)}</p>${image}`).join('')}<p>${SENTENCE.repeat(6)}</p></article></body></html>`,
  );

describe('the pictures of a page', () => {
  it('are those whose bytes are in it, also when they were to be loaded later', async () => {
    const inside = `data:image/png;base64,${LARGE.toString('base64')}`;
    const drawing = encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"/>',
    );
    const read = await convert(
      pageOf(
        `<figure><img src="${inside}" alt="حقل"><figcaption>حقل القمح عند السدّ.</figcaption></figure>`,
        `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${inside}" alt="صورة مؤجّلة">`,
        '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-src="https://example.org/far.png" alt="صورة بعيدة">',
        `<img src="small.png" srcset="https://example.org/s.png 1x, ${inside} 2x" alt="صورة من قائمة">`,
        `<img src="data:image/svg+xml,${drawing}" alt="مخطّط">`,
        '<img src="https://example.org/a.png" alt="صورة من الشبكة">',
        '<img data-picture-number="0" src="near.png" alt="رقم من الصفحة">',
      ),
      'page.html',
    );

    expect(imagesOf(read)).toEqual([
      ['حقل القمح عند السدّ.', 'حقل', true, 'image/png 60 × 40'],
      ['صورة مؤجّلة', 'صورة مؤجّلة', false, 'image/png 60 × 40'],
      ['صورة بعيدة', 'صورة بعيدة', false, null],
      ['صورة من قائمة', 'صورة من قائمة', false, 'image/png 60 × 40'],
      ['مخطّط', 'مخطّط', false, 'image/svg+xml 9 × 8'],
      ['صورة من الشبكة', 'صورة من الشبكة', false, null],
      ['رقم من الصفحة', 'رقم من الصفحة', false, null],
    ]);
    expect([...read.pictures.values()].some((bytes) => LARGE.equals(bytes))).toBe(true);
    expect(read.pictures.size).toBe(2);
    expect(read.document.remarks).toContainEqual({
      code: 'import/images-left-out',
      params: { count: 3 },
    });
  });

  it('are found in a saved page by address and by id', async () => {
    const part = (head: string, body: string) =>
      `--x\r\nContent-Transfer-Encoding: base64\r\n${head}\r\n\r\n${body}\r\n`;
    const page = pageOf(
      '<img src="https://example.org/far/a.png" alt="بعنوانها">',
      '<img src="b.png" alt="بعنوان قصير">',
      '<img src="cid:c@mhtml" alt="بمعرّفها">',
      '<img src="https://example.org/d.png" alt="ليست هنا">',
    );
    const bytes = Buffer.from(
      `Snapshot-Content-Location: https://example.org/news/1\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n${[
        part('Content-Type: text/html; charset=utf-8', page.toString('base64')),
        part('Content-Location: https://example.org/far/a.png', LARGE.toString('base64')),
        part('Content-Location: https://example.org/news/b.png', BASE64),
        part('Content-ID: <c@mhtml>', LARGE.toString('base64')),
      ].join('')}--x--`,
    );

    const read = await convert(bytes, 'page.mhtml');

    expect(imagesOf(read).map(([text, , , size]) => [text, size])).toEqual([
      ['بعنوانها', 'image/png 60 × 40'],
      ['بعنوان قصير', 'image/png 7 × 5'],
      ['بمعرّفها', 'image/png 60 × 40'],
      ['ليست هنا', null],
    ]);
  });

  it('are at most so many as a document may have', async () => {
    const images = Array.from(
      { length: 2003 },
      (_, number) =>
        `<img alt="صورة" src="data:image/svg+xml,%3Csvg width='9' height='${number + 9}'/%3E">`,
    );

    const { document, pictures } = await convert(
      Buffer.from(`<p>${SENTENCE}</p>${images.join('')}`),
      'page.html',
    );

    expect(pictures.size).toBe(2000);
    expect(document.remarks).toContainEqual({
      code: 'import/images-too-large',
      params: { count: 3 },
    });
  });
});

describe('the pictures of other documents', () => {
  it('are found in a Word document, with their descriptions', async () => {
    const drawing = (relation: string, about: string) =>
      `<w:p><w:r><w:drawing><wp:docPr ${about}/><a:blip ${relation}/></w:drawing></w:r></w:p>`;
    const relation = (id: string, target: string, more = '') =>
      `<Relationship Id="${id}" Target="${target}" ${more}/>`;
    const bytes = writeZip([
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      {
        name: 'word/document.xml',
        bytes: `<w:document><w:body><w:p><w:r><w:t>${SENTENCE}</w:t></w:r></w:p>${[
          drawing('r:embed="r1"', 'name="Picture 1" descr="حقل القمح"'),
          drawing('r:embed="r2"', 'name="صورة 2"'),
          drawing('r:link="r3"', 'descr="صورة في الشبكة"'),
          drawing('r:embed="r4"', 'descr="صورة خارج الملف"'),
          '<w:p><w:r><w:pict><v:shape alt="صورة قديمة"/><v:imagedata r:id="r5"/></w:pict></w:r></w:p>',
        ].join('')}</w:body></w:document>`,
      },
      {
        name: 'word/_rels/document.xml.rels',
        bytes: `<Relationships>${[
          relation('r1', 'media/image1.png'),
          relation('r2', '/word/media/image2.png'),
          relation('r3', 'https://example.org/a.png', 'TargetMode="External"'),
          relation('r4', '../../../etc/passwd'),
          relation('r5', 'media/image3.emf'),
        ].join('')}</Relationships>`,
      },
      { name: 'word/media/image1.png', bytes: LARGE },
      { name: 'word/media/image2.png', bytes: PNG },
      { name: 'word/media/image3.emf', bytes: 'an old picture' },
    ]);

    const read = await convert(bytes, 'document.docx');

    expect(imagesOf(read)).toEqual([
      ['حقل القمح', 'حقل القمح', false, 'image/png 60 × 40'],
      ['صورة 2', '', false, 'image/png 7 × 5'],
      ['صورة في الشبكة', 'صورة في الشبكة', false, null],
      ['صورة خارج الملف', 'صورة خارج الملف', false, null],
      ['صورة قديمة', 'صورة قديمة', false, null],
    ]);
    expect(read.document.remarks).toEqual([
      { code: 'import/images-left-out', params: { count: 2 } },
      { code: 'import/images-unreadable', params: { count: 1 } },
    ]);
  });

  it('are found in a Markdown text when they are inside it', async () => {
    const read = await convert(
      Buffer.from(
        `# صور\n\n${SENTENCE}\n\n![حقل](data:image/png;base64,${BASE64})\n\n![بجوار الملف](images/a.png)\n`,
      ),
      'text.md',
    );

    expect(imagesOf(read)).toEqual([
      ['حقل', 'حقل', false, 'image/png 7 × 5'],
      ['بجوار الملف', 'بجوار الملف', false, null],
    ]);
  });
});
