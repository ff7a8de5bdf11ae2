import { describe, expect, it } from 'vitest';
import { readDocument } from '#main/convert/read-document.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';
import { writeMhtml } from './write-mhtml.ts';

describe('a page that was saved as one file', () => {
  it('and is cut off before its text is called incomplete, not scanned', async () => {
    const [article] = SAMPLE_ARTICLES;
    const whole = Buffer.from(writeMhtml(article!));
    const cut = whole.subarray(0, whole.indexOf('Content-Location: https://example.org/a') + 120);

    expect(await readDocument(whole, 'a.mhtml')).toMatchObject({ ok: true });
    expect(await readDocument(cut, 'a.mhtml')).toEqual({
      ok: false,
      error: { code: 'import/damaged' },
    });
  });

  it('and is whole and has no text is not called incomplete', async () => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="x"',
      '',
      '--x',
      'Content-Type: text/html',
      '',
      '<html><body></body></html>',
      '--x--',
      '',
    ].join('\r\n');

    expect(await readDocument(Buffer.from(archive), 'a.mhtml')).toEqual({
      ok: false,
      error: { code: 'import/no-text' },
    });
  });
});
