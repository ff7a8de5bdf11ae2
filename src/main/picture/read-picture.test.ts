import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ASSET_BYTES } from '#shared/domain/limits.ts';
import { STEEP, growthOf } from '../testing/processor-time.ts';
import { readPicture } from './read-picture.ts';
import { WRITTEN_TYPES, drawing, withBytes, writtenPicture } from './testing/written-pictures.ts';

const refused = (code: string) => ({ ok: false, error: { code } });
const shown = (type: string, width: number, height: number) => ({
  ok: true,
  value: { type, width, height },
});
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

describe('readPicture', () => {
  it.each(WRITTEN_TYPES)('reads the header of %s', (type) => {
    expect(readPicture(writtenPicture(type))).toEqual(shown(type, 7, 5));
  });

  it.each(WRITTEN_TYPES)('survives %s cut anywhere', (type) => {
    const bytes = writtenPicture(type);
    for (let end = 0; end < bytes.length; end += 1) {
      const read = readPicture(bytes.subarray(0, end));
      if (read.ok) expect([end, read]).toEqual([end, shown(type, 7, 5)]);
      else expect([end, read]).toEqual([end, refused('not-a-picture')]);
    }
  });

  it('reads any bytes without an exception, and never beyond the limits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WRITTEN_TYPES),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
        (type, changes) => {
          const bytes = writtenPicture(type);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const read = readPicture(bytes);
          if (read.ok) {
            expect(read.value.width * read.value.height).toBeLessThanOrEqual(40_000_000);
            expect(Math.min(read.value.width, read.value.height)).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a PNG', 'image/png', 16, [0, 1, 0, 0, 0, 1, 0, 0]],
    ['a GIF whose screen is huge', 'image/gif', 6, [0xff, 0xff, 0xff, 0xff]],
    ['a BMP that is read from the top', 'image/bmp', 18, [0, 0, 1, 0, 0, 0, 0xff, 0xff]],
  ] as const)('refuses %s with too many pixels', (_name, type, at, changed) => {
    expect(readPicture(withBytes(writtenPicture(type), at, changed))).toEqual(
      refused('too-many-pixels'),
    );
  });

  it('believes the frame of a GIF that is larger than its screen', () => {
    const gif = writtenPicture('image/gif');
    const small = withBytes(gif, 6, [1, 0, 1, 0]);
    const frame = small.indexOf(0x2c, 13);

    expect(readPicture(small)).toEqual(shown('image/gif', 7, 5));
    expect(readPicture(withBytes(small, frame + 5, [0xff, 0xff, 0xff, 0xff]))).toEqual(
      refused('too-many-pixels'),
    );
  });

  it('refuses a picture of no width', () => {
    expect(readPicture(withBytes(writtenPicture('image/png'), 16, [0, 0, 0, 0]))).toEqual(
      refused('not-a-picture'),
    );
  });

  it('exchanges the sides of a photograph that was turned', () => {
    const jpeg = writtenPicture('image/jpeg');
    const head = [0xff, 0xe1, 0, 34, ...letters('Exif'), 0, 0, ...letters('II'), 42, 0, 8, 0, 0, 0];
    const exif = (orientation: number) =>
      head.concat([1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
    const turned = (orientation: number) =>
      readPicture(
        Uint8Array.from([...jpeg.subarray(0, 2), ...exif(orientation), ...jpeg.subarray(2)]),
      );

    expect(turned(3)).toEqual(shown('image/jpeg', 7, 5));
    expect(turned(6)).toEqual(shown('image/jpeg', 5, 7));
  });

  it.each([
    ['nothing', []],
    ['a text', letters('just a text')],
    ['a page', letters('<!doctype html><p>Text')],
    ['a page with a drawing before its body', letters('<html><svg><path d="M0 0"/></svg></html>')],
    ['a program', letters('MZ\u0090\0')],
    ['an icon', [0, 0, 1, 0, 1, 0]],
    ['a film in a box', letters('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom')],
  ])('refuses %s', (_name, bytes) => {
    const read = readPicture(Uint8Array.from(bytes));
    expect(read.ok).toBe(false);
  });

  it('refuses too many bytes before it looks at them', () => {
    const large = new Uint8Array(MAX_ASSET_BYTES + 1);
    large.set(writtenPicture('image/png'));
    expect(readPicture(large)).toEqual(refused('too-large'));
  });
});

describe('an SVG', () => {
  it.each([
    ['its sides', drawing('<path d="M0 0h1"/>'), 40, 20],
    ['its box', drawing('<g/>', 'viewBox="0 0 300 100"'), 300, 100],
    ['one side and its box', drawing('<g/>', 'width="60" viewBox="0,0,300,100"'), 60, 20],
    ['printed units', drawing('<g/>', 'width="1in" height="25.4mm"'), 96, 96],
    ['nothing', drawing('<g/>', ''), 300, 150],
    ['its box when its sides are shares', drawing('<g/>', 'width="100%" viewBox="0 0 8 4"'), 8, 4],
  ])('has the size of %s', (_name, bytes, width, height) => {
    expect(readPicture(bytes)).toEqual(shown('image/svg+xml', width, height));
  });

  it.each([
    ['a gradient', '<defs><linearGradient id="a"/></defs><rect style="fill:url(#a)"/>'],
    ['a style', '<style>rect{fill:url("#a")}</style><rect/>'],
    ['text', '<text x="1">نصّ عربيّ &amp; غيره</text>'],
    ['a part used twice', '<use xlink:href="#a" href="#b"/>'],
    ['a picture inside', '<image xlink:href="data:image/png;base64,iVBORw0KGgo="/>'],
    ['a font inside', '<style>@font-face{src:url(data:font/woff2;base64,AA)}</style>'],
    ['a comment', '<!-- <script>not one</script> -->'],
  ])('may hold %s', (_name, inside) => {
    expect(readPicture(drawing(inside)).ok).toBe(true);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script of another case', '<SCRIPT/>'],
    ['a script with a prefix', '<a:script xmlns:a="http://www.w3.org/2000/svg">1</a:script>'],
    ['a script after an end that is none', '<style>--></style><script/>'],
    ['foreign content', '<foreignObject><p>Text</p></foreignObject>'],
    ['an event', '<rect onload="alert(1)"/>'],
    ['an event after a line end', '<rect\nonclick = "alert(1)"/>'],
    ['an event in single quotes', "<rect x='1' ONCLICK='alert(1)'/>"],
    ['an outward picture', '<image href="https://example.org/a.png"/>'],
    ['an outward picture beside an inner one', '<image href="#a" xlink:href="//example.org/a"/>'],
    ['a file', '<image href="file:///etc/passwd"/>'],
    ['a drawing in a drawing', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['an outward style', '<rect style="fill:url(https://example.org/a#b)"/>'],
    ['an outward style after an inner one', '<rect style="fill:url(#a);mask:url( \'//e.org\')"/>'],
    ['an import', '<style>@import "https://example.org/a.css";</style>'],
    ['an escaped import', '<style>@\\69mport "https://example.org/a.css";</style>'],
    ['an encoded address', '<rect style="fill:&#117;rl(https://example.org/)"/>'],
    ['an animated address', '<set attributeName="href" to="https://example.org/"/>'],
    ['a base', '<g xml:base="https://example.org/"/>'],
    ['an attribute without quotes', '<rect x=1/>'],
    ['an open tag', '<rect x="1"'],
  ])('is refused with %s', (_name, inside) => {
    expect(readPicture(drawing(inside))).toEqual(refused('unsafe'));
  });

  it.each([
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'],
    ['a style sheet of its own', '<?xml-stylesheet href="https://example.org/a.css"?><svg/>'],
    ['another root', '<g><svg/></g>'],
    ['another encoding', '<?xml version="1.0" encoding="utf-7"?><svg/>'],
  ])('is refused with %s before it', (_name, text) => {
    expect(readPicture(new TextEncoder().encode(text))).toEqual(refused('unsafe'));
  });

  it('is refused when it is larger than any screen', () => {
    expect(readPicture(drawing('<g/>', 'width="999999" height="999999"'))).toEqual(
      refused('too-many-pixels'),
    );
  });

  it('is refused as too large when its text is too long to be judged again and again', () => {
    const withText = (length: number) => drawing(`<text>${'a'.repeat(length)}</text>`);
    expect(readPicture(withText(1_000_000))).toEqual(refused('too-large'));
    expect(readPicture(withText(900_000)).ok).toBe(true);
  });

  it.each([
    ['tags without an end', (size: number) => '<svg '.repeat(size / 5)],
    ['spaces', (size: number) => `<svg${' '.repeat(size)}`],
    ['addresses', (size: number) => `<svg a="${'url('.repeat(size / 4)}"/>`],
  ])('is judged in time that grows with its length: %s', async (_name, textOf) => {
    const growth = await growthOf((size) => {
      const bytes = new TextEncoder().encode(textOf(Math.floor(size)));
      return () => readPicture(bytes);
    }, 900_000);
    expect(growth).toBeLessThan(STEEP);
  });
});
