import type { Part, SampleArticle } from './sample-articles.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes the parts as elements. Notes are raised numbers, and paragraphs at the end. */
export function writeElements({ parts }: SampleArticle): string {
  const notes: string[] = [];
  const write = (part: Part): string => {
    if (part.kind === 'heading') return `<h2>${escape(part.text)}</h2>`;
    if (part.kind === 'quote') return `<blockquote><p>${escape(part.text)}</p></blockquote>`;
    if (part.kind === 'image')
      return `<figure><img src="a.png" alt="${escape(part.text)}"/></figure>`;
    if (part.kind === 'list') {
      const name = part.isOrdered ? 'ol' : 'ul';
      return `<${name}>${part.items.map((item) => `<li>${escape(item)}</li>`).join('\n')}</${name}>`;
    }
    if (part.kind === 'table') {
      const rows = part.rows.map(
        (cells) => `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`,
      );
      return `<table><tbody>${rows.join('\n')}</tbody></table>`;
    }
    if (part.kind === 'paragraph') return `<p>${escape(part.text)}</p>`;
    notes.push(`<p id="n${notes.length + 1}">[${notes.length + 1}] ${escape(part.note)}</p>`);
    return `<p>${escape(part.text)}<sup><a href="#n${notes.length}">${notes.length}</a></sup>.</p>`;
  };
  return [...parts.map(write), ...notes].join('\n');
}

/** Writes the article as a page, with what pages have around an article. */
export function writeHtml(article: SampleArticle): Uint8Array {
  return Buffer.from(`<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escape(article.title)} | موقع التجربة</title>
<meta property="article:published_time" content="${article.date}T08:00:00Z">
<meta name="author" content="${escape(article.author)}"><script>document.title = 'x'</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/a">أخبار</a></li></ul></nav>
<main><article><h1>${escape(article.title)}</h1>
${writeElements(article)}
</article></main><aside><h3>الأكثر قراءة</h3><a href="/b">خبر آخر من الموقع</a></aside>
<footer><p>جميع الحقوق محفوظة</p></footer></body></html>`);
}
