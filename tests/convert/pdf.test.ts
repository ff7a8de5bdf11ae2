import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/convert/read-document.ts';
import { expectedBlocks } from './expected-blocks.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';
import { drawPdf, type PdfOptions, writePdf } from './write-pdf.ts';

const LETTERS = 'ابتثجحخدذرسشصضطظعغفق';
const [, trains] = SAMPLE_ARTICLES;

async function read(bytes: Uint8Array) {
  const outcome = await readDocument(bytes, 'file.pdf');
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const words = (options: PdfOptions) => read(writePdf(trains!, options));
const texts = (document: { blocks: readonly { text: string }[] }) =>
  document.blocks.map(({ text }) => text);

describe('a PDF', () => {
  it('whose letters are in reverse order is corrected, and says so', async () => {
    const document = await words({ order: 'typed' });

    expect(texts(document)).toEqual(expectedBlocks(trains!).map(({ text }) => text));
    expect(document.remarks).toEqual([{ code: 'import/order-repaired' }]);
  });

  it('with presentation forms and lam-alef as one sign gives ordinary letters', async () => {
    const document = await words({ forms: true });

    expect(texts(document)).toEqual(expectedBlocks(trains!).map(({ text }) => text));
  });

  it('loses the lines that its pages repeat, and joins a paragraph over two pages', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => {
      const word = `${LETTERS.charAt(at % 10)}${LETTERS.charAt(10 + Math.floor(at / 10))}`;
      return `سطر كامل ${word} من فقرة طويلة لا تنتهي قبل أن تنتهي الصفحة ${word}`;
    });
    const lines = rows.map((text) => ({ text, size: 12, gap: 32 }));

    const document = await read(drawPdf(lines, { header: 'مجلة النهر، العدد' }));

    expect(texts(document)).toEqual([rows.join(' ')]);
    expect(document.remarks).toEqual([
      { code: 'import/page-furniture-left-out', params: { count: 3 } },
    ]);
  });

  it.each([
    ['without a text', drawPdf([], {}), 'import/no-text'],
    ['that is cut off before its first object', Buffer.from('%PDF-1.7\n1 0'), 'import/damaged'],
    ['in name only', Buffer.from('نص'), 'import/damaged'],
    ['under a password', encrypted(), 'import/password'],
    ['whose pages are a circle', circle(), 'import/damaged'],
  ])('%s is refused', async (_name, bytes, code) => {
    expect(await readDocument(bytes, 'file.pdf')).toEqual({ ok: false, error: { code } });
  });
});

function encrypted(): Uint8Array {
  const file = Buffer.from(drawPdf([{ text: 'سر', size: 12, gap: 20 }], {})).toString('latin1');
  const dictionary = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> /ID [<${'33'.repeat(16)}> <${'33'.repeat(16)}>]`;
  return Buffer.from(file.replace('/Root 1 0 R', `/Root 1 0 R ${dictionary}`), 'latin1');
}

function circle(): Uint8Array {
  const file = Buffer.from(drawPdf([{ text: 'سر', size: 12, gap: 20 }], {})).toString('latin1');
  return Buffer.from(file.replace('/Kids [7 0 R]', '/Kids [2 0 R]'), 'latin1');
}
