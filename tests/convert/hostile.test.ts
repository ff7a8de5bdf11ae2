import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '#main/convert/document.ts';
import { readDocument } from '#main/convert/read-document.ts';
import { STEEP, growthOf } from '#main/testing/processor-time.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';
import { CONTAINER, epubParts } from './write-epub.ts';
import { docxParts } from './write-docx.ts';
import { type ZipPart, writeZip } from './write-zip.ts';

const [article] = SAMPLE_ARTICLES;
const SENTENCE = 'يبقى هذا النص العربيّ مقروءًا كما هو بعد كل ما حوله.';
const ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>';

async function read(bytes: Uint8Array | string, name: string): Promise<ImportedDocument> {
  const outcome = await readDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const refusal = async (bytes: Uint8Array | string, name: string) => {
  const outcome = await readDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  return outcome.ok ? 'imported' : outcome.error.code;
};

const textOf = ({ title, blocks }: ImportedDocument) =>
  [title?.value ?? '', ...blocks.map(({ text }) => text)].join('\n');

/** Creates a book or document in which some parts are replaced or added. */
const changed = (parts: readonly ZipPart[], ...changes: ZipPart[]) =>
  writeZip([
    ...parts.filter(({ name }) => !changes.some((change) => change.name === name)),
    ...changes,
  ]);

const page = (inside: string) =>
  `<!doctype html><html><head><title>عنوان الصفحة هنا</title></head><body><p>${SENTENCE}</p>${inside}</body></html>`;

describe('a page that attacks', () => {
  it.each([
    ['a script', '<script>alert("x1")</script>'],
    ['a script in capitals with a slash', '<SCRIPT/x>alert("x1")</SCRIPT\n>'],
    ['a frame with a page of its own', '<iframe srcdoc="<p>x1</p>">x1</iframe>'],
    ['a drawing with a handler', '<svg onload="x1"><text>x1</text></svg>'],
    ['a template', '<template><p>x1</p></template>'],
    ['a hidden paragraph', '<p style="display : none">x1</p><p hidden>x1</p>'],
    ['a style', '<style>@import "x1"</style>'],
    ['a script that is nested too deep', `${'<div>'.repeat(300)}<script>x1</script>`],
  ])('with %s keeps its text and nothing else', async (_name, attack) => {
    const document = await read(page(attack), 'a.html');

    expect(document.blocks).toEqual([{ kind: 'paragraph', text: SENTENCE }]);
  });

  it.each([
    ['a hundred thousand open elements', (n: number) => '<div>'.repeat(n), 100_000],
    ['two hundred thousand elements', (n: number) => '<i>x</i>'.repeat(n), 150_000],
    [
      'a thousand attributes',
      (n: number) => `<p ${Array.from({ length: n }, (_, at) => `a${at}=1`).join(' ')}>`,
      1000,
    ],
  ])('with %s is refused before it is built', async (_name, attack, size) => {
    const reading = (n: number) => () => refusal(page(attack(n)), 'a.html');

    expect(await reading(size)()).toBe('import/too-complex');
    expect(await growthOf(reading, size)).toBeLessThan(STEEP);
  });

  it('with more than ten megabytes is refused without being read', async () => {
    expect(await refusal(page('x'.repeat(11_000_000)), 'a.html')).toBe('import/too-large');
  });

  it('with names of prototypes changes no prototype', async () => {
    const data = '{"@type":"Article","__proto__":{"headline":"x"},"headline":"عنوان من البيانات"}';
    const document = await read(
      page(`<p __proto__="x">نص آخر.</p><script type="application/ld+json">${data}</script>`),
      'a.html',
    );

    expect(document.title?.value).toBe('عنوان من البيانات');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('an archive that attacks', () => {
  it('with names that lead out of it loses those entries, and says so', async () => {
    const document = await read(
      changed(
        epubParts(article!),
        { name: '../../evil.txt', bytes: 'x' },
        { name: '/etc/evil', bytes: 'x' },
        { name: 'C:\\evil', bytes: 'x' },
        { name: 'link', bytes: '/etc/passwd', mode: 0o120777 },
      ),
      'a.epub',
    );

    expect(document.remarks).toContainEqual({
      code: 'import/entries-left-out',
      params: { count: 4 },
    });
  });

  it('that unpacks to a thousand times its size is refused during the unpacking', async () => {
    const bomb = { name: 'OEBPS/text/فصل.xhtml', bytes: Buffer.alloc(60_000_000, 0x20) };

    expect(await refusal(changed(epubParts(article!), bomb), 'a.epub')).toBe(
      'import/unpacks-too-large',
    );
  });

  it('of six thousand entries is refused', async () => {
    const many = Array.from({ length: 6000 }, (_, at) => ({ name: `n${at}`, bytes: '' }));

    expect(await refusal(changed(epubParts(article!), ...many), 'a.epub')).toBe(
      'import/unpacks-too-large',
    );
  });

  it.each([
    [
      'an encrypted entry',
      { name: 'META-INF/container.xml', bytes: CONTAINER, isEncrypted: true },
      'import/password',
    ],
    [
      'chapters that a shop encrypted',
      {
        name: 'META-INF/encryption.xml',
        bytes:
          '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></encryption>',
      },
      'import/password',
    ],
    [
      'a package outside',
      {
        name: 'META-INF/container.xml',
        bytes: CONTAINER.replace('OEBPS/content.opf', '../../etc/passwd'),
      },
      'import/not-epub',
    ],
    ['no container', { name: 'META-INF/container.xml', bytes: '' }, 'import/not-epub'],
  ])('with %s is refused by its code', async (_name, part, code) => {
    expect(await refusal(changed(epubParts(article!), part), 'a.epub')).toBe(code);
  });

  it.each([
    ['book', 'OEBPS/content.opf', epubParts, 'a.epub'],
    ['document', 'word/document.xml', docxParts, 'a.docx'],
  ] as const)(
    'with entities in its XML gives a %s without them',
    async (_name, part, parts, name) => {
      const all = parts(article!);
      const xml = all.find((found) => found.name === part)?.bytes.toString() ?? '';
      const attacked = xml
        .replace(/(<\?xml[^>]*\?>)/u, `$1${ENTITY}`)
        .replace(article!.title, '&b;');

      const document = await read(changed(all, { name: part, bytes: attacked }), name);

      expect(textOf(document)).not.toContain('root:');
      expect(document.blocks.length).toBeGreaterThan(3);
    },
  );

  it('with macros is read without them, and says so', async () => {
    const document = await read(
      changed(docxParts(article!), { name: 'word/vbaProject.bin', bytes: 'x' }),
      'a.docm',
    );

    expect(document.remarks).toEqual([{ code: 'import/macros-left-out' }]);
  });
});

describe('a text that attacks', () => {
  it('in Markdown loses its mark-up, and its front matter runs no code', async () => {
    const document = await read(
      `---\ntitle: !!js/function "function(){}"\n__proto__: {polluted: 1}\na: &a [x]\n---\n${SENTENCE}\n\n<script>x1</script>\n\n[رابط](javascript:x1) ![صورة](http://x1.example/a.png)\n`,
      'a.md',
    );

    expect(textOf(document)).not.toContain('x1');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['brackets', (n: number) => '['.repeat(n), 50_000],
    ['stars', (n: number) => '*a '.repeat(n), 50_000],
    ['quotes', (n: number) => '> '.repeat(n), 5000],
    [
      'rows of a table',
      (n: number) => `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|b\n'.repeat(n)}`,
      2000,
    ],
  ])('in Markdown with endless %s is read in time', async (_name, attack, size) => {
    const reading = (n: number) => () =>
      readDocument(Buffer.from(`${SENTENCE}\n\n${attack(n)}`), 'a.md');

    expect(await growthOf(reading, size)).toBeLessThan(STEEP);
  });

  it.each([
    ['a program', Buffer.from('MZ\u0090'), 'a.txt', 'import/unsupported'],
    ['a text with a program’s ending', Buffer.from(SENTENCE), 'مقال.txt.exe', 'import/unsupported'],
    [
      'a drawing',
      Buffer.from('<svg xmlns="x"><text>x</text></svg>'),
      'a.txt',
      'import/unsupported',
    ],
    ['an old document', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'a.docx', 'import/old-word'],
    [
      'a document under a password',
      Buffer.concat([
        Buffer.from('D0CF11E0A1B11AE1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'a.docx',
      'import/password',
    ],
    ['an empty file', Buffer.alloc(0), 'a.txt', 'import/empty-file'],
    [
      'a mail without a boundary',
      Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related\n\nx'),
      'a.mht',
      'import/damaged',
    ],
  ])('%s is refused by its code', async (_name, bytes, name, code) => {
    expect(await refusal(bytes, name)).toBe(code);
  });
});
