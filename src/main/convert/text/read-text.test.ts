import { describe, expect, it } from 'vitest';
import { encodeAs } from './encodings.ts';
import { readText } from './read-text.ts';

const PARAGRAPH =
  'قال المتحدث إن الحكومة ستعلن القرار يوم الأحد، وذلك بعد مشاورات طويلة في مدينة البصرة. وأضاف أن اللجنة تجتمع في الأسبوع المقبل لبحث ما بقي من المسائل.';
const TEXT = `مشاورات طويلة حول القرار الجديد\n\n${PARAGRAPH}\n${PARAGRAPH}\n`;

const utf16 = (text: string, endian: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return new Uint8Array(endian === 'le' ? bytes : bytes.swap16());
};

async function read(bytes: Uint8Array | string, name = 'a.txt') {
  const outcome = await readText(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const codes = (document: { remarks: readonly { code: string }[] }) =>
  document.remarks.map(({ code }) => code);

describe('readText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(TEXT, 'le', true)],
    ['UTF-16 BE with a mark', utf16(TEXT, 'be', true)],
    ['UTF-16 LE', utf16(TEXT, 'le', false)],
    ['UTF-16 BE', utf16(TEXT, 'be', false)],
    ['windows-1256', encodeAs('windows-1256', TEXT)!],
    ['ISO-8859-6', encodeAs('iso-8859-6', TEXT)!],
    ['Mac Arabic', encodeAs('x-mac-arabic', TEXT.replaceAll('.', '…'))!],
  ])('reads %s', async (_name, bytes) => {
    const document = await read(bytes);

    const text = document.blocks.map((block) => block.text.replaceAll('…', '.'));
    expect(text).toEqual([PARAGRAPH, PARAGRAPH]);
    expect(document.title).toEqual({ value: 'مشاورات طويلة حول القرار الجديد', from: 'text' });
    expect([document.language, document.direction]).toEqual(['ar', 'rtl']);
  });

  it('decodes bytes by the published tables', () => {
    // The word is "قال"; the tables differ from 0xD8 on.
    const word = 'قال';
    expect([...encodeAs('windows-1256', word)!]).toEqual([0xde, 0xc7, 0xe1]);
    expect([...encodeAs('iso-8859-6', word)!]).toEqual([0xe2, 0xc7, 0xe4]);
    expect([...encodeAs('x-mac-arabic', `${word}٪`)!]).toEqual([0xe2, 0xc7, 0xe4, 0xa5]);
  });

  it.each(['windows-1256', 'windows-1252'] as const)(
    'repairs UTF-8 that was read as %s, and says so',
    async (encoding) => {
      const garbled = Buffer.from(new TextDecoder(encoding).decode(Buffer.from(TEXT)));

      const document = await read(garbled);

      expect(document.blocks[0]?.text).toBe(PARAGRAPH);
      expect(codes(document)).toEqual(['import/encoding-repaired']);
    },
  );

  it('does not change a text with many tahs and zahs', async () => {
    const text = 'الطاء والظاء: ظ ط ظ ط، ظلّ طويل، طِبّ وظفر. ظبي طليق في طريق ظليل.';

    expect((await read(text)).blocks[0]?.text).toBe(text);
  });

  it('keeps the readable part of damaged UTF-8, and counts the damage', async () => {
    const bytes = Buffer.from(TEXT);
    bytes[100] = 0xff;

    const document = await read(bytes);

    expect(document.blocks.at(-1)?.text).toBe(PARAGRAPH);
    expect(codes(document)).toEqual(['import/characters-lost']);
  });

  it('removes characters that reorder the displayed text, and says so', async () => {
    const document = await read(`${PARAGRAPH} \u202Etxt.exe\u202C \u2066x\u2069`);

    expect(document.blocks[0]?.text).toBe(`${PARAGRAPH} txt.exe x`);
    expect(document.remarks).toEqual([{ code: 'import/controls-left-out', params: { count: 4 } }]);
  });

  it.each([
    [
      'noise',
      Uint8Array.from({ length: 4000 }, (_, at) => (at * 97 + (at >> 3)) % 256),
      'import/not-text',
    ],
    ['no words', Buffer.from(' \n\t\n …'), 'import/no-text'],
    ['more text than an article has', Buffer.alloc(6_000_000, 'ab '), 'import/too-large'],
  ])('refuses %s', async (_name, bytes, code) => {
    expect(await readText(bytes, 'a.txt')).toEqual({ ok: false, error: { code } });
  });

  it('joins the rows of a wrapped text, and keeps lists', async () => {
    const row = 'هذه صفوف ملفوفة عند عرض ثابت كما تفعل برامج البريد القديمة مع كل';
    const text = `${row}\n${row}\n${row}\nكلمة أخيرة.\n\n- أول\n- ثانٍ\n1. ثالث`;

    const { blocks } = await read(text);

    expect(blocks.map(({ kind, text }) => `${kind} ${text.length}`)).toEqual([
      `paragraph ${row.length * 3 + 14}`,
      'item 3',
      'item 4',
      'item 7',
    ]);
  });

  it('splits an endless word, which no window could lay out', async () => {
    const { blocks } = await read('كلمة'.repeat(50_000));

    expect(Math.max(...blocks.map(({ text }) => text.length))).toBeLessThanOrEqual(4000);
    expect(blocks.map(({ text }) => text).join('')).toBe('كلمة'.repeat(50_000));
  });

  it('refuses more paragraphs than an article can have', async () => {
    const words = await readText(Buffer.from('كلمة.\n\n'.repeat(250_000)), 'a.txt');

    expect(words).toEqual({ ok: false, error: { code: 'import/too-complex' } });
  });

  it.each([
    ['001_a4.txt', null],
    ['تقرير عن حدود العراق.txt', { value: 'تقرير عن حدود العراق', from: 'file-name' }],
    ['<img src=x onerror=alert(1)>.txt', null],
  ])('takes a title from the name %s only if a person wrote it', async (name, title) => {
    expect((await read(PARAGRAPH, name)).title).toEqual(title);
  });
});
