import { CONTAINER } from '../convert/write-epub.ts';
import { writeZip } from '../convert/write-zip.ts';
import { binding, drawPng, landscape } from './draw-png.ts';

const PLAN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><rect width="300" height="120" fill="#fff"/><path d="M10 60h280M150 10v100" stroke="#246" fill="none"/><circle cx="150" cy="60" r="30" fill="#9cf"/></svg>';
const BAD_PLAN =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="taken"</script></svg>';

const SENTENCE =
  'يجري النهر بين بساتين لا يعرف أحد متى غُرست، ويعود إليها كل ربيع بما حمله من طمي الجبال.';

const CHAPTER = `<html xmlns="http://www.w3.org/1999/xhtml"><body dir="rtl"><h1>ضفّة النهر</h1>
<p>${SENTENCE} ${SENTENCE}</p>
<figure><img src="../images/river.png" alt="نهر بين حقلين"/><figcaption>الشكل 1: مجرى النهر عند القرية في آخر الصيف، كما رُسم من سطح المطحنة.</figcaption></figure>
<p>${SENTENCE} ${SENTENCE}</p>
<p><img src="../images/small.png" alt="علامة السقّائين"/></p>
<p>${SENTENCE}</p>
<figure><img src="../images/plan.svg"/><figcaption>مخطّط الساقية وحوضها.</figcaption></figure>
<p>${SENTENCE} ${SENTENCE}</p>
<p><img src="../images/lost.png" alt="صورة لم تصل"/></p>
<p><img src="../images/bad.svg" alt="رسم فيه برنامج"/></p>
<p><img src="../images/broken.jpg"/></p>
<p>${SENTENCE} ${SENTENCE} ${SENTENCE}</p></body></html>`;

const COVER_PAGE =
  '<html xmlns="http://www.w3.org/1999/xhtml"><body><img src="../images/cover.png"/></body></html>';

const OPF = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>
<dc:title>كتاب الماء والطمي</dc:title><dc:creator>سلمى الورّاق</dc:creator><dc:publisher>دار الساقية</dc:publisher><dc:language>ar</dc:language></metadata>
<manifest><item id="cover" href="images/cover.png" media-type="image/png" properties="cover-image"/>
<item id="c0" href="text/cover.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="text/1.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c0"/><itemref idref="c1"/></spine></package>`;

/**
 * Returns a book with a cover, a figure of 1200 × 800 pixels with a caption, a small picture, a drawing, and three images
 * that cannot be shown: one that is not in the book, a drawing with a script, and one that is no picture.
 */
export function pictureBook(river: Uint8Array = drawPng(1200, 800, landscape)): Uint8Array {
  return writeZip([
    { name: 'mimetype', bytes: 'application/epub+zip' },
    { name: 'META-INF/container.xml', bytes: CONTAINER },
    { name: 'OEBPS/content.opf', bytes: OPF },
    { name: 'OEBPS/text/cover.xhtml', bytes: COVER_PAGE },
    { name: 'OEBPS/text/1.xhtml', bytes: CHAPTER },
    { name: 'OEBPS/images/cover.png', bytes: drawPng(420, 600, binding) },
    { name: 'OEBPS/images/river.png', bytes: river },
    { name: 'OEBPS/images/small.png', bytes: drawPng(120, 80, landscape) },
    { name: 'OEBPS/images/plan.svg', bytes: PLAN },
    { name: 'OEBPS/images/bad.svg', bytes: BAD_PLAN },
    { name: 'OEBPS/images/broken.jpg', bytes: 'no picture' },
  ]);
}
