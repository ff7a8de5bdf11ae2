import type { SampleArticle } from './sample-articles.ts';
import { writeHtml } from './write-html.ts';

/** Writes the page as a browser saves it: the text quoted-printable, a picture in Base64. */
export function writeMhtml(article: SampleArticle): Uint8Array {
  const boundary = '----MultipartBoundary--x7Qn----';
  const lines = [
    'From: <Saved by a test>',
    'Subject: =?utf-8?Q?x?=',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"`,
    '',
    '',
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-ID: <frame@mhtml>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/a',
    '',
    quotedPrintable(writeHtml(article)),
    `--${boundary}`,
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/a.png',
    '',
    Buffer.from('not a picture').toString('base64'),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

/** Writes lines of at most 76 characters, which mail requires (RFC 2045, 6.7). */
function quotedPrintable(bytes: Uint8Array): string {
  let text = '';
  let width = 0;
  for (const byte of bytes) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const written = isPlain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (width + written.length > 75) {
      text += '=\r\n';
      width = 0;
    }
    text += written;
    width += written.length;
  }
  return text;
}
