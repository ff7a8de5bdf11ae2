import type { SampleArticle } from './sample-articles.ts';
import { writeElements } from './write-html.ts';
import { type ZipPart, writeZip } from './write-zip.ts';

export const CONTAINER =
  '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** Returns the parts of a book of two chapters: a page with only the title, and the article. */
export function epubParts(article: SampleArticle): ZipPart[] {
  const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>
<dc:title>${article.title}</dc:title><dc:creator>${article.author}</dc:creator>
<dc:date>${article.date}</dc:date><dc:language>ar</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c1" href="text/%D9%81%D8%B5%D9%84.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="a.png" media-type="image/png"/></manifest>
<spine page-progression-direction="rtl"><itemref idref="nav"/><itemref idref="c1"/></spine></package>`;
  const chapter = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ar" dir="rtl">
<head><title/><script src="x.js"/></head><body><a id="start"/>${writeElements(article)}</body></html>`;
  const nav =
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="text/c.xhtml">فصل</a></li></ol></nav></body></html>';
  return [
    { name: 'mimetype', bytes: 'application/epub+zip' },
    { name: 'META-INF/container.xml', bytes: CONTAINER },
    { name: 'OEBPS/content.opf', bytes: opf },
    { name: 'OEBPS/nav.xhtml', bytes: nav },
    { name: 'OEBPS/text/فصل.xhtml', bytes: chapter },
    { name: 'OEBPS/a.png', bytes: 'not a picture' },
  ];
}

export function writeEpub(article: SampleArticle): Uint8Array {
  return writeZip(epubParts(article));
}
